package admin

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showRoles lists the roles the quiz can recommend, with how common they are.
func (a *Admin) showRoles(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	form.Notice = recalibrated(language(r), r.URL.Query())
	return page.Render(w, r, http.StatusOK, adminview.Roles(form))
}

// addRole adds one by its name and goes on to the rest of it.
func (a *Admin) addRole(w http.ResponseWriter, r *http.Request) error {
	key := ""
	return a.add(w, r, "roles",
		func(v *quiz.Version, form url.Values) (err error) {
			key, err = v.AddRole(form.Get("name"))
			return underName(err)
		},
		func(*quiz.Version) string {
			return a.flash(w, r, site.AdminQuizRole(key), adminview.Added, adminview.AtTop)
		},
		adminview.Roles)
}

// savePriors says how common the roles are.
func (a *Admin) savePriors(w http.ResponseWriter, r *http.Request) error {
	return a.change(w, r, "roles.prior",
		func(v *quiz.Version, form url.Values) error {
			n, shares := numbersOf(form), map[string]float64{}
			for _, role := range v.Roles {
				shares[role.Key] = n.float("roles." + role.Key + ".prior")
			}
			return n.explain(v.SetPriors(shares))
		},
		a.flashAfterEdit(w, r, adminview.Saved, adminview.AtShares, site.AdminQuizRoles), adminview.Roles)
}

func backToRoles(w http.ResponseWriter, r *http.Request) error {
	return page.Redirect(w, r, site.AdminQuizRoles)
}

// showRole shows the editor of a role's name and profile.
func (a *Admin) showRole(w http.ResponseWriter, r *http.Request) error {
	return a.showPart(w, r, (*quiz.Version).RoleIndex, adminview.Role)
}

// saveRole changes a role's name and profile.
func (a *Admin) saveRole(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	at := "roles." + key
	return a.change(w, r, at,
		func(v *quiz.Version, form url.Values) error {
			role, err := roleOf(v, key)
			if err != nil {
				return err
			}
			n := numbersOf(form)
			retypeTexts(form, role.Texts())
			for _, d := range v.Dimensions {
				on, p := at+".profile."+d.Key, role.Profile[d.Key]
				n.setFloat(on+".mean", &p.Mean)
				n.setFloat(on+".spread", &p.Spread)
				n.setFloat(on+".se", &p.SE)
				n.setFloat(on+".weight", &p.Weight)
				retypeTexts(form, p.Texts(key, d.Key))
				role.Profile[d.Key] = p
			}
			return n.explain(v.SetRole(role))
		},
		a.flashSaved(w, r, site.AdminQuizRole(key)),
		func(f adminview.Form) templ.Component { return adminview.Role(f, key) })
}

// confirmRoleRemoval says what goes with a role.
func (a *Admin) confirmRoleRemoval(w http.ResponseWriter, r *http.Request) error {
	return a.showPart(w, r, (*quiz.Version).RoleIndex, adminview.RoleRemoval)
}

// deleteRole takes a role out of the draft.
func (a *Admin) deleteRole(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	return a.add(w, r, "roles."+key,
		func(v *quiz.Version, _ url.Values) error { return v.DeleteRole(key) },
		a.flashAfterEdit(w, r, adminview.Deleted, adminview.AtList, site.AdminQuizRoles), adminview.Roles)
}

// roleOf returns a copy of a role, to change.
func roleOf(v *quiz.Version, key string) (quiz.Role, error) {
	i := v.RoleIndex(key)
	if i < 0 {
		return quiz.Role{}, quiz.ErrNotFound
	}
	return v.Roles[i].Clone(), nil
}
