package admin

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// doToSeveral does the same to all questions that were ticked in the list, as one
// change.
func (a *Admin) doToSeveral(w http.ResponseWriter, r *http.Request) error {
	done := ""
	return a.editList(w, r, "questions", func(v *quiz.Version, form url.Values) error {
		keys := form[adminview.TickedField]
		switch form.Get("do") {
		case adminview.DoRetire:
			done = adminview.SeveralRetired
			return v.RetireQuestions(keys, true)
		case adminview.DoAsk:
			done = adminview.SeveralAsked
			return v.RetireQuestions(keys, false)
		case adminview.DoStrength:
			done = adminview.SeveralStrengthened
			numbers := numbersOf(form)
			return numbers.explain(v.StrengthenQuestions(keys, numbers.float("strength")))
		}
		return quiz.Refusal(quiz.SeveralField, "draft_choice")
	}, func(*quiz.Version) string { return a.backToList(w, r, done) })
}

// askSeveralRemoval asks whether to delete all questions that were ticked.
func (a *Admin) askSeveralRemoval(w http.ResponseWriter, r *http.Request) error {
	v, _, err := a.savedDraft(r.Context())
	if err != nil {
		return err
	}
	query := r.URL.Query()
	if !query.Has("revision") { // no form of the list leads here
		return backToQuestions(w, r)
	}
	p := adminview.Page{Viewer: viewer(r)}
	if err := v.Clone().DeleteQuestions(query[adminview.TickedField]); err != nil {
		problems, err := problemsOf(err)
		if err != nil {
			return err
		}
		p.Problems = language(r).Problems(problems)
	}
	return page.Render(w, r, statusFor(w, p.Problems), severalRemoval(p, v, query, v.Revision))
}

// deleteSeveral takes several questions out of the draft.
func (a *Admin) deleteSeveral(w http.ResponseWriter, r *http.Request) error {
	return a.edit(w, r, edit{
		subject: "questions",
		decide: func(v *quiz.Version, form url.Values) error {
			return v.DeleteQuestions(form[adminview.TickedField])
		},
		to: func(*quiz.Version) string { return a.backToList(w, r, adminview.SeveralDeleted) },
		refuse: func(s shown) (templ.Component, error) {
			return severalRemoval(s.Page, s.Before, s.Form, s.Revision), nil
		},
	})
}

func severalRemoval(p adminview.Page, v *quiz.Version, form url.Values, revision int64) templ.Component {
	p.Title, p.Here, p.Narrow = p.Say("adminquestions.delete_several_title"), site.AdminQuestions, true
	props := adminview.SeveralRemovalProps{Page: p, Filter: form.Get("filter"), Revision: revision}
	for _, key := range form[adminview.TickedField] {
		if i := v.QuestionIndex(key); i >= 0 {
			props.Rows = append(props.Rows, adminview.QuestionRow{Number: i + 1, Question: v.Questions[i]})
		}
	}
	return adminview.SeveralRemoval(props)
}

// backToList is the list as it was filtered, saying what was done above it.
func (a *Admin) backToList(w http.ResponseWriter, r *http.Request, what string) string {
	to := url.URL{Path: site.AdminQuestions, RawQuery: formFilter(r.PostForm).Query}
	return a.flash(w, r, to.String(), what, adminview.AtList)
}
