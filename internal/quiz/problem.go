package quiz

import (
	"strings"

	"whichpm/internal/message"
)

// Problem is one thing a person can correct: the form field it belongs to and
// a sentence that says what to do.
type Problem struct {
	Field   string
	Message string // in English, from the catalogue of package message
	Code    string // names the sentence in every catalogue: problem.CODE
	Values  []any  // that stand in the sentence: name, value, name, value
}

func (p Problem) String() string { return p.Message }

// NewProblem is the problem with that code. The values in its sentence come
// with their names: "least", 1, "most", 5.
func NewProblem(field, code string, values ...any) Problem {
	return Problem{Field: field, Message: message.Say("problem."+code, values...), Code: code, Values: values}
}

// Refusal is the one problem there is, as an error.
func Refusal(field, code string, values ...any) Problems {
	return Problems{NewProblem(field, code, values...)}
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
