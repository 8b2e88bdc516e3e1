package page

import (
	"github.com/a-h/templ"

	"whichpm/web/words"
)

// Failure is an error in the words of a language.
type Failure struct {
	words.Language

	Status  int
	Title   string
	Message string
	ID      string // finds the log line, "" when there is none
	Action  string // label of the way on, "" for the start page
	To      string // where it leads, "" for the start page
}

// FailureView shows a failure in each format it may be asked for in.
type FailureView interface {
	HTML() templ.Component
	Text() string
	Markdown() string
	Problem() any // written as JSON, as RFC 9457 has it
}
