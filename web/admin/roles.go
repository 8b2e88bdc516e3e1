package admin

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"whichpm/internal/check"
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

// addRole adds one by its name, from nothing or as a copy, and goes on to the
// rest of it.
func (a *Admin) addRole(w http.ResponseWriter, r *http.Request) error {
	key := ""
	return a.add(w, r, "roles",
		func(v *quiz.Version, form url.Values) (err error) {
			switch from := form.Get("from"); {
			case from == "":
				key, err = v.AddRole(form.Get("name"))
			case v.RoleIndex(from) < 0:
				return quiz.Refusal("from", "draft_choice")
			default:
				key, err = v.CopyRole(from, form.Get("name"))
			}
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

// showRole is the page of a role, with everything about it.
func (a *Admin) showRole(w http.ResponseWriter, r *http.Request) error {
	form, err := a.form(r)
	if err != nil {
		return err
	}
	key := chi.URLParam(r, "key")
	if form.Version.RoleIndex(key) < 0 {
		return quiz.ErrNotFound
	}
	view, err := a.rolePage(r, form, key, false)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, view)
}

// rolePage shows a form with what the checks say of the role, and with what a
// draft that holds it would do.
func (a *Admin) rolePage(r *http.Request, f adminview.Form, key string, unsaved bool) (templ.Component, error) {
	props := adminview.RoleProps{Form: f, Key: key, Unsaved: unsaved}
	v := f.Version
	if v.State != quiz.Draft || len(v.Validate()) > 0 {
		return adminview.Role(props), nil
	}
	props.Findings = mendable(language(r), v, func(found check.Finding) bool { return found.Role == key })
	slices.SortStableFunc(props.Findings, func(x, y adminview.Finding) int { // what keeps it from being published first
		switch {
		case x.Error && !y.Error:
			return -1
		case y.Error && !x.Error:
			return 1
		}
		return 0
	})
	var err error
	props.Effect, err = a.effect(r, v)
	return adminview.Role(props), err
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
