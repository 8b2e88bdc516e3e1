package admin

import (
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// newStep is one step of a quiz from nothing. It edits the draft as the editors
// do, and needs one: it never begins a copy of what is published.
type newStep struct {
	*Admin

	path    string
	subject string // for the audit log
	decide  func(v *quiz.Version, form url.Values) error
	view    func(adminview.NewStep) templ.Component
}

func (a *Admin) newSteps() map[string]newStep {
	steps := map[string]newStep{}
	for _, s := range []newStep{
		{a, site.AdminNewTitle, "title", decideNewTitle, adminview.NewTitle},
		{a, site.AdminNewLanguage, "language", decideNewLanguage, adminview.NewLanguage},
		{a, site.AdminNewRoles, "roles", decideNewRoles, adminview.NewRoles},
		{a, site.AdminNewDimensions, "dimensions", decideNewDimensions, adminview.NewDimensions},
		{a, site.AdminNewQuestions, "questions", decideNewQuestions, adminview.NewQuestions},
	} {
		steps[s.path] = s
	}
	return steps
}

// show shows the step, or where there is no draft how one begins.
func (s newStep) show(w http.ResponseWriter, r *http.Request) error {
	draft, _, err := s.savedDraft(r.Context())
	if errors.Is(err, errNoDraft) {
		return page.Redirect(w, r, site.AdminNew)
	}
	if err != nil {
		return err
	}
	form := adminview.Form{Page: pageOf(r, draft), Version: draft, Revision: draft.Revision}
	return page.Render(w, r, http.StatusOK, s.view(s.around(r, form)))
}

// save keeps what was typed and goes on to the next step, or stays where more
// rows were asked for.
func (s newStep) save(w http.ResponseWriter, r *http.Request) error {
	var gone []adminview.Gone
	return s.edit(w, r, edit{
		subject: s.subject, draftOnly: true,
		decide: func(v *quiz.Version, form url.Values) error {
			before := v.Clone()
			err := s.decide(v, folded(v, s.subject, form))
			gone = takenOut(before, v)
			return err
		},
		to: func(*quiz.Version) string {
			switch more := r.PostForm.Get("to") == adminview.MoreRows; {
			case more:
				return s.flashGone(w, r, s.path, gone)
			case len(gone) > 0:
				return s.flashGone(w, r, s.next(), gone)
			}
			return s.next()
		},
		refuse: func(shown shown) (templ.Component, error) {
			shown.After = shown.Before // with what was typed in its place
			shown.Form = folded(shown.Before, s.subject, shown.Form)
			return s.view(s.around(r, shown.form())), nil
		},
	})
}

// next is the step after this one. After the last the checks say whether
// anything is missing.
func (s newStep) next() string {
	if at := slices.Index(site.AdminNewSteps, s.path); at+1 < len(site.AdminNewSteps) {
		return site.AdminNewSteps[at+1]
	}
	return site.AdminChecks
}

// around puts the form between the steps, with what is missing.
func (s newStep) around(r *http.Request, f adminview.Form) adminview.NewStep {
	return adminview.NewStep{Form: f, Path: s.path, Missing: missing(language(r), f.Version), Labels: stepLabels(f.Version)}
}
