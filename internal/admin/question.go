package admin

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"whichpm/internal/check"
	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
	"whichpm/web/takerview"
)

// showQuestion is the editor of a question of the draft.
func (a *Admin) showQuestion(w http.ResponseWriter, r *http.Request) error {
	v, i, err := a.draftQuestion(r)
	if errors.Is(err, errNoDraft) {
		return page.Redirect(w, r, site.AdminQuestions)
	}
	if err != nil {
		return err
	}
	props, err := a.questionProps(r, v, questionForm(v.Questions[i]))
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Question(props))
}

// saveQuestion keeps what was typed, or only shows what it would do.
func (a *Admin) saveQuestion(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	v, i, err := a.draftQuestion(r)
	if err != nil {
		return err
	}
	key := v.Questions[i].Key
	typed := typedQuestion(v, key, r.PostForm)
	if pressed, problems := press(&typed, r.PostForm); pressed {
		return a.tryQuestion(w, r, v, typed, problems)
	}
	return a.edit(w, r, edit{
		subject: "questions." + key,
		decide: func(v *quiz.Version, form url.Values) error {
			return applyQuestion(v, typedQuestion(v, key, form))
		},
		to: func(*quiz.Version) string { return site.AdminQuestion(key) },
		refuse: func(p adminview.Page, _ url.Values, revision int64) templ.Component {
			tried := v.Clone()
			_ = applyQuestion(tried, typed)
			props, _ := a.questionProps(r, tried, typed) // what is refused has no effect that could fail
			return adminview.Question(refusedQuestion(props, p, revision))
		},
	})
}

func refusedQuestion(props adminview.QuestionProps, p adminview.Page, revision int64) adminview.QuestionProps {
	props.Problems, props.Revision, props.Unsaved = p.Problems, revision, true
	return props
}

// tryQuestion shows what was typed without keeping it, with the problems of
// the button that was pressed.
func (a *Admin) tryQuestion(w http.ResponseWriter, r *http.Request, v *quiz.Version, typed adminview.QuestionForm, pressed quiz.Problems) error {
	tried := v.Clone()
	err := applyQuestion(tried, typed)
	problems, refused := errors.AsType[quiz.Problems](err)
	if err != nil && !refused {
		return err
	}
	props, err := a.questionProps(r, tried, typed)
	if err != nil {
		return err
	}
	if !r.PostForm.Has("preview") { // who adds an option has yet to write it
		problems = pressed
	}
	return page.Render(w, r, statusFor(w, pressed), adminview.Question(refusedQuestion(props, adminview.Page{Problems: language(r).Problems(problems)}, formRevision(r))))
}

// questionProps show a form with what a draft that holds it would do.
func (a *Admin) questionProps(r *http.Request, v *quiz.Version, f adminview.QuestionForm) (adminview.QuestionProps, error) {
	i := v.QuestionIndex(f.Key)
	p := adminview.QuestionProps{
		Page: adminview.Page{
			Title: language(r).Say("question.title", "number", i+1), Viewer: viewer(r), Here: site.AdminQuestions,
		},
		Number: i + 1, Retired: v.Questions[i].Retired, Form: f, Dimensions: v.Dimensions, Revision: v.Revision,
	}
	report := check.Version(v).In(language(r).Tell)
	for _, finding := range report.Findings {
		if within(finding.Field, "questions."+f.Key) && finding.Check != "complete" { // that stands beside its field
			p.Findings = append(p.Findings, adminview.FindingRow{
				Field: finding.Field, Error: finding.Severity == check.Error, What: finding.What, Mend: finding.Mend,
			})
		}
	}
	if len(v.Validate()) > 0 {
		return p, nil
	}
	p.Shown = takerview.Asked(askedAs(v.Questions[i], 0))
	var err error
	p.Effect, err = a.effect(r, v)
	return p, err
}

// askedAs is a question the way a taker with that shuffle sees it.
func askedAs(q quiz.Question, s quiz.Shuffle) takerview.QuestionProps {
	return takerview.QuestionProps{Question: q, Order: s.Order(q), Chosen: quiz.NoAnswer}
}
