package adminview

import (
	"slices"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// OutdatedProps are translations whose text in the first language changed, with
// a form that says which of the changes are small.
type OutdatedProps struct {
	words.Language

	Texts    []quiz.OutdatedText
	Revision int64    // of the draft the form is made from
	Next     string   // where an accepted form leads
	Ticked   []string // those said to be small, as refused
	Problem  string
}

// SmallField names the texts whose change is small, each as Small writes it.
const SmallField = "small"

// Small names a text in a language.
func Small(t quiz.OutdatedText) string { return t.Language + "." + t.Field }

func (p OutdatedProps) ticked(t quiz.OutdatedText) bool { return slices.Contains(p.Ticked, Small(t)) }
