package adminview

import (
	"strconv"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// QuestionForm is a question as typed: numbers may be none, and there may be
// more or fewer options than are kept.
type QuestionForm struct {
	quiz.Question // its key, kind and texts

	Strength string
	Options  []OptionForm

	Lines    []LineForm // what the loadings say in words
	Shown    string     // the grid as the form showed it
	OnlyGrid bool       // words cannot say it
	Clash    bool       // lines and grid were both changed and say different things
	Another  string     // where one more line is asked for: an option of a scene, or "-" of a scale
}

// OptionForm is an option as typed. Loadings are keyed by dimension.
type OptionForm struct {
	Was      string // its place as kept, from 0; "" if it is new
	Label    string
	Loadings map[string]string
}

func (f QuestionForm) field(name string) string { return "questions." + f.Key + "." + name }

func (f QuestionForm) option(i int, name string) string {
	return f.field("options." + strconv.Itoa(i) + "." + name)
}

// step names an option where there is no room for its words.
func (f QuestionForm) step(l words.Language, i int) string {
	switch {
	case f.Kind.Sides() && i < len(pairSteps):
		return l.Say(pairSteps[i])
	case f.Kind.Statement() && f.Options[i].Label != "":
		return f.Options[i].Label
	}
	return l.Say("adminquestion.option", "number", i+1)
}

// pairSteps are the steps of a pair by side: A and B differ from taker to taker.
var pairSteps = [...]string{
	"adminlabel.first_side", "adminquestion.first_little", "answer.same", "adminquestion.second_little", "adminlabel.second_side",
}

// steps are those of a pair as takers see them.
func steps(l words.Language) string {
	return l.And([]string{
		l.Say("answer.clearly_a"), l.Say("answer.more_a"), l.Say("answer.same"), l.Say("answer.more_b"), l.Say("answer.clearly_b"),
	})
}
