package admin

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// addStatements adds the statements typed on the page of a role, which tell it
// from the others.
func (a *Admin) addStatements(w http.ResponseWriter, r *http.Request) error {
	key, added := chi.URLParam(r, "key"), 0
	return a.edit(w, r, edit{
		subject: "questions",
		decide: func(v *quiz.Version, form url.Values) error {
			if v.RoleIndex(key) < 0 {
				return quiz.ErrNotFound
			}
			added = 0
			for _, at := range rowsOf(form, "new", ".text") {
				if strings.TrimSpace(form.Get(at+".text")) != "" {
					added++
				}
			}
			return decideStatements(v, form)
		},
		to: func(*quiz.Version) string {
			if added == 0 {
				return site.AdminQuizRole(key) + "#" + adminview.AtStatements
			}
			return a.flash(w, r, site.AdminQuizRole(key), adminview.Added, adminview.AtStatements)
		},
		refuse: func(s shown) (templ.Component, error) {
			s.After = s.Before
			return a.rolePage(r, s.form(), key, false)
		},
	})
}

// backToRole is the page of the role a form stood on.
func backToRole(w http.ResponseWriter, r *http.Request) error {
	return page.Redirect(w, r, site.AdminQuizRole(chi.URLParam(r, "key")))
}

func decideStatements(v *quiz.Version, form url.Values) error {
	var rows rowProblems
	labels := stepLabels(v)
	there := map[statement]bool{}
	if revisionIn(form) != v.Revision { // it may have been sent before
		there = statements(v, form)
	}
	for _, at := range rowsOf(form, "new", ".text") {
		text := strings.TrimSpace(form.Get(at + ".text"))
		if text == "" {
			continue
		}
		dimension, positive, known := adminview.EndNamed(form.Get(at + ".end"))
		if !known || v.DimensionIndex(dimension) < 0 {
			rows.add(quiz.Refusal("end", "draft_choice"), "", at, "end")
			continue
		}
		if there[statement{dimension, positive, quiz.OneLine(text)}] {
			continue
		}
		if !addStatement(&rows, v, at+".text", text, quiz.StatementFor(dimension, positive, labels)) {
			break // there are as many as there may be: said once
		}
	}
	return rows.refusal()
}
