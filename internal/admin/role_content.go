package admin

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
)

// showRoleContent shows the editor of what the guide says about a role.
func (a *Admin) showRoleContent(w http.ResponseWriter, r *http.Request) error {
	return a.about(w, r, (*quiz.Version).RoleIndex, adminview.RoleContent)
}

// saveRoleContent replaces what the guide says about a role.
func (a *Admin) saveRoleContent(w http.ResponseWriter, r *http.Request) error {
	return a.roleContent(w, r, nil)
}

// previewRoleContent shows what was typed as takers would read it. It keeps
// nothing.
func (a *Admin) previewRoleContent(w http.ResponseWriter, r *http.Request) error {
	return a.roleContent(w, r, func(_ url.Values, problems quiz.Problems) (bool, quiz.Problems) { return true, problems })
}

func (a *Admin) roleContent(w http.ResponseWriter, r *http.Request, looks func(url.Values, quiz.Problems) (bool, quiz.Problems)) error {
	key := chi.URLParam(r, "key")
	return a.edit(w, r, edit{
		subject: "roles." + key + ".content", looks: looks,
		decide: func(v *quiz.Version, form url.Values) error { return setContent(v, key, form) },
		to:     always(site.AdminQuizRoleContent(key)),
		refuse: func(s shown) (templ.Component, error) { return adminview.RoleContent(s.form(), key), nil },
	})
}

func setContent(v *quiz.Version, key string, form url.Values) error {
	role, err := roleOf(v, key)
	if err != nil {
		return err
	}
	at, n := "roles."+key+".content.", numbersOf(form)
	role.Content = quiz.RoleContent{
		Tagline: form.Get(at + "tagline"), Summary: form.Get(at + "summary"), Focus: form.Get(at + "focus"),
		Day: listed(form, at+"day_in_the_life"), Responsibilities: listed(form, at+"responsibilities"),
		Skills: listed(form, at+"skills"), Challenges: listed(form, at+"challenges"),
		Environment: form.Get(at + "environment"), Suits: form.Get(at + "suits"), NextSteps: listed(form, at+"next_steps"),
		Pay: quiz.Pay{
			Amount: n.wholeOrNone(at + "salary.amount"), Currency: form.Get(at + "salary.currency"), Period: form.Get(at + "salary.period"),
			Label: form.Get(at + "salary.label"), Source: form.Get(at + "salary.source"),
			Year: n.wholeOrNone(at + "salary.year"), Note: form.Get(at + "salary.note"),
		},
	}
	return n.explain(v.SetRole(role))
}

// listed reads a list with one entry a line.
func listed(form url.Values, field string) []string {
	return strings.FieldsFunc(form.Get(field), func(r rune) bool { return r == '\n' || r == '\r' })
}
