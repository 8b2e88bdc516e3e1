package admin

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// showKeying lists the steps that spread the keying, before any is made.
func (a *Admin) showKeying(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Keying(keyingProps(language(r), form)))
}

// spreadKeying makes the steps that the page listed, and no others.
func (a *Admin) spreadKeying(w http.ResponseWriter, r *http.Request) error {
	return a.edit(w, r, edit{
		subject: "questions",
		decide: func(v *quiz.Version, form url.Values) error {
			var refused []error
			for _, spelled := range form["step"] {
				step, err := stepSpelled(spelled)
				if err != nil {
					return err
				}
				refused = append(refused, decideStep(v, step, form))
			}
			return together(refused...)
		},
		to: a.flashAfterEdit(w, r, adminview.SpreadOut, adminview.AtList, site.AdminChecks),
		refuse: func(s shown) (templ.Component, error) {
			s.After = s.Before
			return adminview.Keying(keyingProps(language(r), s.form())), nil
		},
	})
}

// decideStep makes a step. A statement is mirrored in other words, or in the
// same where somebody says that these stay.
func decideStep(v *quiz.Version, s check.Step, form url.Values) error {
	i := v.QuestionIndex(s.Question)
	if i < 0 {
		return quiz.ErrNotFound
	}
	text, at := v.Questions[i].Text, "questions."+s.Question
	if s.Act == check.Mirror {
		changed := retype(form, at+".text", &text) && quiz.OneLine(text) != quiz.OneLine(v.Questions[i].Text)
		if same := form.Get(at+".same") == "on"; !changed && !same {
			return quiz.Refusal(at+".text", "draft_mirror_same")
		} else if !changed {
			text = v.Questions[i].Text
		}
	}
	return s.On(v, text)
}

// keyingProps say the steps in the words of the page.
func keyingProps(l words.Language, f adminview.Form) adminview.KeyingProps {
	p := adminview.KeyingProps{Form: f}
	steps, left := check.Spread(f.Version)
	tried := f.Version.Clone()
	for _, s := range steps {
		q := tried.Questions[tried.QuestionIndex(s.Question)]
		if s.Act == check.Mirror {
			row := mirrorRow(tried, s.Question)
			row.Step = spell(s)
			p.Mirrored = append(p.Mirrored, row)
		} else {
			p.Steps = append(p.Steps, adminview.KeyingRow{Step: spell(s), Said: stepSaid(l, tried, s), Text: q.Text})
		}
		_ = s.On(tried, q.Text) // it was tried; what moves next counts from there
	}
	p.Left = findings(check.Report{Lines: check.Version(f.Version).Lines, Findings: left}.In(l.Localize), forbids)
	for i := range p.Left {
		p.Left[i].Spreads = false
	}
	return p
}

// mirrorRow is a statement with the end that agreeing to its opposite speaks for.
func mirrorRow(v *quiz.Version, key string) adminview.MirrorRow {
	q := v.Questions[v.QuestionIndex(key)]
	row := adminview.MirrorRow{Key: key, Text: q.Text}
	for _, d := range v.Dimensions {
		switch x := q.Options[len(q.Options)-1].Loadings[d.Key]; {
		case x > 0:
			row.End = d.Negative
		case x < 0:
			row.End = d.Positive
		}
	}
	return row
}

// spell writes a step as a form sends it: "turn sp", "move c1 0 2".
func spell(s check.Step) string {
	switch s.Act { //exhaustive:enforce
	case check.Shift:
		return fmt.Sprintf("%s %s %d %d", s.Act, s.Question, s.Option, s.To)
	case check.Weigh:
		return fmt.Sprintf("%s %s %g", s.Act, s.Question, s.Strength)
	case check.Mirror, check.Turn:
	}
	return string(s.Act) + " " + s.Question
}

// stepSpelled reads it back. What no page of ours wrote is not found.
func stepSpelled(spelled string) (check.Step, error) {
	words := strings.Fields(spelled)
	if len(words) < 2 { //nolint:mnd // an act and a question
		return check.Step{}, quiz.ErrNotFound
	}
	s, numbers := check.Step{Act: check.Act(words[0]), Question: words[1]}, words[2:]
	var err error
	switch {
	case (s.Act == check.Mirror || s.Act == check.Turn) && len(numbers) == 0:
		return s, nil
	case s.Act == check.Weigh && len(numbers) == 1:
		s.Strength, err = strconv.ParseFloat(numbers[0], 64)
	case s.Act == check.Shift && len(numbers) == 2: //nolint:mnd // from and to
		if s.Option, err = strconv.Atoi(numbers[0]); err == nil {
			s.To, err = strconv.Atoi(numbers[1])
		}
	default:
		err = quiz.ErrNotFound
	}
	if err != nil {
		return check.Step{}, quiz.ErrNotFound
	}
	return s, nil
}

// showMirror asks how a statement is said the other way round.
func (a *Admin) showMirror(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	key := chi.URLParam(r, "key")
	i := form.Version.QuestionIndex(key)
	if i < 0 || !form.Version.Questions[i].Kind.Statement() {
		return quiz.ErrNotFound
	}
	return page.Render(w, r, http.StatusOK, adminview.Mirror(adminview.MirrorProps{Form: form, Row: mirrorRow(form.Version, key)}))
}

// mirror has agreeing to a statement speak for the other end.
func (a *Admin) mirror(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.edit(w, r, edit{
		subject: "questions." + key,
		decide: func(v *quiz.Version, form url.Values) error {
			return decideStep(v, check.Step{Act: check.Mirror, Question: key}, form)
		},
		to: a.flashAfterEdit(w, r, adminview.Mirrored, adminview.AtList, site.AdminChecks),
		refuse: func(s shown) (templ.Component, error) {
			v := s.Before
			if v.QuestionIndex(key) < 0 {
				v = s.After
			}
			s.After = v
			return adminview.Mirror(adminview.MirrorProps{Form: s.form(), Row: mirrorRow(v, key)}), nil
		},
	})
}
