package admin

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/site"
)

// showRoleContent shows the editor of what the guide says about a role.
func (a *Admin) showRoleContent(w http.ResponseWriter, r *http.Request) error {
	return a.showPart(w, r, (*quiz.Version).RoleIndex, adminview.RoleContent)
}

// saveRoleContent changes what the guide says about a role.
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
		to:     a.flashSaved(w, r, site.AdminQuizRoleContent(key)),
		refuse: func(s shown) (templ.Component, error) { return adminview.RoleContent(s.form(), key), nil },
	})
}

func setContent(v *quiz.Version, key string, form url.Values) error {
	role, err := roleOf(v, key)
	if err != nil {
		return err
	}
	hours, pay := quiz.HoursField(key), quiz.PayField(key)
	form = adminview.Renumbered(adminview.Renumbered(form, hours), pay)
	at, n, c := "roles."+key+".content.", numbersOf(form), &role.Content
	retypeTexts(form, role.ContentTexts())
	n.setOptionalInt(at+"salary.amount", &c.Salary.Amount)
	n.setOptionalInt(at+"salary.year", &c.Salary.Year)
	c.Hours = typedEntries(v, form, hours, c.Hours, func(form url.Values, at string, i int, h *quiz.Hours) {
		retypeTexts(form, h.Texts(key, i))
		n.setFloat(at+"hours", &h.Hours)
	})
	c.Pay = typedEntries(v, form, pay, c.Pay, func(form url.Values, at string, i int, p *quiz.Pay) {
		retypeTexts(form, p.Texts(key, i))
		n.setOptionalInt(at+"year", &p.Year)
	})
	return n.explain(v.SetRole(role))
}
