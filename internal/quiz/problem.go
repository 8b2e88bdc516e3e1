package quiz

import (
	"fmt"
	"strings"
)

// Problem is one thing a person can correct: the form field it belongs to and
// a sentence that says what to do.
type Problem struct {
	Field   string
	Message string // in English
	Code    string // names the sentence to other languages
	Values  []any  // that stand in the sentence: name, value, name, value
}

func (p Problem) String() string { return p.Message }

// NewProblem writes a problem in English. The values of the format come with
// their names: "least", 1, "most", 5.
func NewProblem(field, code, format string, values ...any) Problem {
	var plain []any
	for i := 1; i < len(values); i += 2 {
		plain = append(plain, values[i])
	}
	return Problem{Field: field, Message: fmt.Sprintf(format, plain...), Code: code, Values: values}
}

// refusal is the one problem there is.
func refusal(field, code, format string, values ...any) Problems {
	return Problems{NewProblem(field, code, format, values...)}
}

// Problems are the problems of one form, in the order of the page. It is an
// error, so that the domain can return it.
type Problems []Problem

// For returns the message for a field, or "".
func (p Problems) For(field string) string {
	for _, problem := range p {
		if problem.Field == field {
			return problem.Message
		}
	}
	return ""
}

// Error joins the messages.
func (p Problems) Error() string {
	messages := make([]string, len(p))
	for i, problem := range p {
		messages[i] = problem.Field + ": " + problem.Message
	}
	return strings.Join(messages, "; ")
}
