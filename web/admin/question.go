package admin

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
	"whichpm/web/words"
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
	props, err := a.questionProps(r, v, questionForm(language(r), v.Questions[i]))
	if err != nil {
		return err
	}
	props.JustOutdated = pageOf(r, v).JustOutdated
	return page.Render(w, r, http.StatusOK, adminview.Question(props))
}

// saveQuestion keeps what was typed, or only shows what it would do.
func (a *Admin) saveQuestion(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	var typed adminview.QuestionForm
	var pressed bool
	var problems, clash quiz.Problems
	return a.edit(w, r, edit{
		subject: "questions." + key,
		decide: func(v *quiz.Version, form url.Values) error {
			typed, clash = typedQuestion(language(r), v, key, form)
			pressed, problems = press(&typed, form)
			return together(clash, applyQuestion(v, typed))
		},
		looks: func(form url.Values, found quiz.Problems) (bool, quiz.Problems) {
			if pressed && !form.Has("preview") { // who adds an option has yet to write it
				return true, problems
			}
			return pressed, found
		},
		to: a.flashSaved(w, r, site.AdminQuestion(key)),
		refuse: func(s shown) (templ.Component, error) {
			props, err := a.questionProps(r, s.After, typed)
			props.Problems, props.Held, props.Revision, props.Unsaved = s.Problems, s.Held, s.Revision, true
			return adminview.Question(props), err
		},
	})
}

// questionProps show a form with what a draft that holds it would do.
func (a *Admin) questionProps(r *http.Request, v *quiz.Version, f adminview.QuestionForm) (adminview.QuestionProps, error) {
	i := v.QuestionIndex(f.Key)
	p := adminview.QuestionProps{
		Page: adminview.Page{
			Title: language(r).Say("question.title", "number", i+1), Viewer: viewer(r), Here: site.AdminQuestions,
		},
		Number: i + 1, Retired: v.Questions[i].Retired, Form: f.InWords(language(r), v), Version: v, Revision: v.Revision,
	}
	p.Findings = findings(check.Version(v).In(language(r).Localize), func(found check.Finding) bool {
		return within(found.Field, "questions."+f.Key) && found.Check != "complete" // that stands beside its field
	})
	if len(v.Validate()) > 0 {
		return p, nil
	}
	asked := askedAs(v.Shown(language(r).Say("adminform.unwritten")).Questions[i], 0)
	own, _ := words.Find(v.PageLanguage())
	asked.Language = own.For(v)
	p.Shown = takerview.Asked(asked)
	var err error
	p.Effect, err = a.effect(r, v)
	return p, err
}

// askedAs is a question the way a taker with that shuffle sees it.
func askedAs(q quiz.Question, s quiz.Shuffle) takerview.QuestionProps {
	return takerview.QuestionProps{Question: q, Order: s.Order(q), Chosen: quiz.NoAnswer}
}
