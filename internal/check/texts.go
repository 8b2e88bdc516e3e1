package check

import (
	"fmt"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// text is one piece of wording a taker reads and where it is.
type text struct {
	field string
	body  string
	kind  quiz.Kind
	part  part
}

// part is what a text is to its question.
type part int

const (
	prompt part = iota
	side        // of a pair
	act         // an option of a scene
)

// texts lists the wording of a question, as far as it is written. The steps of a
// scale are the same everywhere and left out.
func texts(q quiz.Question) []text {
	at := "questions." + q.Key
	out := []text{{at + ".text", q.Text, q.Kind, prompt}}
	if q.Kind.Sides() {
		out = append(out, text{at + ".left", q.Left, q.Kind, side}, text{at + ".right", q.Right, q.Kind, side})
	}
	if !q.Kind.Scale() {
		for i, option := range q.Options {
			out = append(out, text{fmt.Sprintf("%s.options.%d.label", at, i), option.Label, q.Kind, act})
		}
	}
	return slices.DeleteFunc(out, func(t text) bool { return strings.TrimSpace(t.body) == "" })
}

// texts lists the wording of all questions that are asked.
func (s *subject) texts() []text {
	var out []text
	for _, q := range s.live {
		out = append(out, texts(s.Questions[q])...)
	}
	return out
}

// asks reports whether the text itself is what is answered. The opening words
// of a pair are not.
func (t text) asks() bool { return !t.kind.Sides() || t.part == side }

// placeholder finds what nobody has written yet.
func placeholder(s *subject) outcome {
	var o outcome
	for _, t := range s.Later() {
		fix := say("unwritten_question")
		if strings.HasPrefix(t.Field, "dimensions.") {
			fix = say("unwritten_dimension")
		}
		if quiz.Placeholder(t.String()) {
			o.unwritten(t.Field, t.String(), fix)
		} else {
			o.error(t.Field, say("unwritten_empty"), fix)
		}
	}
	for _, t := range s.Translatable() {
		switch part, _, _ := strings.Cut(t.Field, "."); part {
		case "questions", "dimensions": // what they need was looked at above
		case "roles":
			o.unwritten(t.Field, t.Text, say("unwritten_role"))
		default:
			o.unwritten(t.Field, t.Text, say("unwritten_text"))
		}
	}
	o.value = len(o.findings)
	return o
}

func (o *outcome) unwritten(field, body string, fix quiz.Message) {
	if quiz.Placeholder(body) {
		o.error(field, say("unwritten", "text", body), fix)
	}
}
