package quiz

import "strings"

// Problem is one thing a person can correct: the form field it belongs to and
// a sentence that says what to do.
type Problem struct {
	Field   string
	Message string // in English
	Code    string // names the sentence to other languages, "" where only admins read it
	Values  []any  // that stand in the sentence: name, value, name, value
}

func (p Problem) String() string { return p.Message }

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
