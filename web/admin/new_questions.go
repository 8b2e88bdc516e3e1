package admin

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// decideNewQuestions changes the statements that have a row, adds those of new
// rows, takes out those whose row was emptied, and names the steps of all that
// have the same.
func decideNewQuestions(v *quiz.Version, form url.Values) error {
	if goneFrom(v, form) {
		return quiz.ErrNotFound
	}
	var rows rowProblems
	there := statements(v, form)
	shown := stepLabels(v)
	labels := slices.Clone(shown)
	for i := range labels {
		retype(form, "labels."+strconv.Itoa(i), &labels[i])
	}
	for _, q := range v.Clone().Questions {
		at := "questions." + q.Key
		text := form.Has(at+".text") && adminview.InSteps(q)
		if text && empty(form, at, "text") {
			rows.add(v.ClearQuestion(q.Key), at, at, "text")
			continue
		}
		changed := text && retype(form, at+".text", &q.Text)
		if takesLabels(q, shown, labels) {
			changed = true
			for i := range q.Options {
				q.Options[i].Label = labels[i]
			}
		}
		if changed {
			rows.question(v.SetQuestion(q), at, at+".text")
		}
	}
	for _, d := range slices.Clone(v.Dimensions) {
		for _, positive := range []bool{true, false} {
			for _, row := range rowsOf(form, adminview.NewStatement(d.Key, positive), "") {
				text := form.Get(row)
				if quiz.OneLine(text) == "" || there[statement{d.Key, positive, quiz.OneLine(text)}] {
					continue
				}
				if !addStatement(&rows, v, row, text, quiz.StatementFor(d.Key, positive, labels)) {
					return rows.refusal() // said once, however many do not fit
				}
			}
		}
	}
	v.DropStandIns()
	return rows.refusal()
}

// statement is what a row of the step says.
type statement struct {
	dimension string
	positive  bool
	text      string
}

// statements are those the draft has by now, but for those whose row in the form
// says something else. A new row that says the same is that one: the form was
// sent twice, or from a page of before.
func statements(v *quiz.Version, form url.Values) map[statement]bool {
	there := map[statement]bool{}
	for _, q := range v.Questions {
		text, field := quiz.OneLine(q.Text), "questions."+q.Key+".text"
		if d, positive, ok := q.SpeaksFor(); ok && adminview.InSteps(q) && (!form.Has(field) || quiz.OneLine(form.Get(field)) == text) {
			there[statement{d, positive, text}] = true
		}
	}
	return there
}

// addStatement reports whether there was room for it.
func addStatement(rows *rowProblems, v *quiz.Version, row, text string, options []quiz.Option) bool {
	v.DropStandIns() // it takes no room from what is written
	key, err := v.AddQuestion(quiz.Agree, 0)
	if err != nil {
		rows.question(err, "questions", row)
		return false
	}
	q := v.Questions[v.QuestionIndex(key)].Clone()
	q.Text, q.Options = text, options
	rows.question(v.SetQuestion(q), "questions."+key, row)
	return true
}

// question takes what was refused about a question to the control of its text,
// or to those of the steps.
func (r *rowProblems) question(err error, part, control string) {
	problems, err := problemsOf(err)
	if r.err == nil {
		r.err = err
	}
	for _, p := range problems {
		p.Field = strings.TrimPrefix(p.Field, part+".")
		if step, found := strings.CutPrefix(p.Field, "options."); found {
			p.Field = "labels." + strings.TrimSuffix(step, ".label")
		} else {
			p.Field = control
		}
		if r.problems.For(p.Field) == "" {
			r.problems = append(r.problems, p)
		}
	}
}

// takesLabels reports whether the steps of a question become other ones: those it
// has are the ones the form showed, or nobody has written it yet.
func takesLabels(q quiz.Question, shown, labels []string) bool {
	has := adminview.LabelsOf(q)
	switch {
	case slices.Equal(has, labels):
		return false
	case q.Unwritten() && q.Kind == quiz.Agree:
		return strings.Join(labels, "") != ""
	}
	return slices.Equal(has, shown)
}

// stepLabels are the steps of a new statement in the words of the version: those
// of a statement it has, or the usual ones in its language. They are empty where
// nobody knows them.
func stepLabels(v *quiz.Version) []string {
	var unwritten []string
	for _, q := range v.Questions {
		switch {
		case q.Kind != quiz.Agree:
		case !q.Unwritten():
			return adminview.LabelsOf(q)
		default:
			unwritten = adminview.LabelsOf(q)
		}
	}
	if len(unwritten) > 0 && !slices.Equal(unwritten, quiz.Agree.Labels()) { // somebody has
		return unwritten
	}
	known := content.First()
	switch {
	case v.Source() == known.Source():
		return quiz.Agree.Labels()
	case !slices.Contains(known.Languages(), v.Source()):
		return make([]string, len(quiz.Agree.Labels()))
	}
	known = known.In(v.Source())
	return adminview.LabelsOf(known.Questions[slices.IndexFunc(known.Questions, func(q quiz.Question) bool { return q.Kind == quiz.Agree })])
}
