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

// saveRole changes everything about a role, or only shows what that would do.
func (a *Admin) saveRole(w http.ResponseWriter, r *http.Request) error {
	key := chi.URLParam(r, "key")
	at, shared := "roles."+key, false
	return a.edit(w, r, edit{
		subject: at,
		decide: func(v *quiz.Version, form url.Values) error {
			before := v.Clone()
			err := setRole(v, key, form)
			i, was := v.RoleIndex(key), before.RoleIndex(key)
			shared = i >= 0 && was >= 0 && v.Roles[i].Prior != before.Roles[was].Prior
			return err
		},
		reads: func(*quiz.Version) []string {
			if shared { // who says how common the role is has seen how common it was
				return []string{at + ".prior"}
			}
			return nil
		},
		looks: func(form url.Values, problems quiz.Problems) (bool, quiz.Problems) {
			return form.Has("preview"), problems
		},
		to:     a.flashSaved(w, r, site.AdminQuizRole(key)),
		refuse: func(s shown) (templ.Component, error) { return a.rolePage(r, s.form(), key, true) },
	})
}

// setRole puts what was typed into the version.
func setRole(v *quiz.Version, key string, form url.Values) error {
	role, err := roleOf(v, key)
	if err != nil {
		return err
	}
	hours, pay := quiz.HoursField(key), quiz.PayField(key)
	form = adminview.Renumbered(adminview.Renumbered(form, hours), pay)
	n := numbersOf(form)
	retypeTexts(form, role.Texts())
	common := adminview.SourceOfRole(role)
	setProfile(v, &role, n)
	from := setSources(&role, common, form)
	setContent(v, &role, n)
	return sourcedOnce(together(n.explain(v.SetRole(role)), n.explain(setShare(v, key, n))), role, from)
}

// setProfile reads where the role stands.
func setProfile(v *quiz.Version, role *quiz.Role, n *numbers) {
	for _, d := range v.Dimensions {
		on, p := "roles."+role.Key+".profile."+d.Key, role.Profile[d.Key]
		n.setFloat(on+".mean", &p.Mean)
		n.setFloat(on+".spread", &p.Spread)
		n.setFloat(on+".se", &p.SE)
		n.setFloat(on+".weight", &p.Weight)
		retypeTexts(n.form, p.Texts(role.Key, d.Key))
		role.Profile[d.Key] = p
	}
}

// setSources has one source stand for all places that have no other, once
// somebody types it in the place of the common one, and returns it.
func setSources(role *quiz.Role, common string, form url.Values) (from string) {
	from = common
	if !retype(form, "roles."+role.Key+".from", &from) {
		return ""
	}
	for d, p := range role.Profile {
		if p.Source == "" || p.Source == common {
			p.Source = from
			role.Profile[d] = p
		}
	}
	return from
}

// sourcedOnce says what is wrong with the one source where it was typed.
func sourcedOnce(refused error, role quiz.Role, from string) error {
	problems, err := problemsOf(refused)
	if err != nil || len(problems) == 0 {
		return err
	}
	var all quiz.Problems
	for _, p := range problems {
		for d, place := range role.Profile {
			if from != "" && place.Source == from && p.Field == "roles."+role.Key+".profile."+d+".source" {
				p.Field = "roles." + role.Key + ".from"
			}
		}
		if all.For(p.Field) == "" {
			all = append(all, p)
		}
	}
	return all
}

func setShare(v *quiz.Version, key string, n *numbers) error {
	if field := "roles." + key + ".prior"; n.form.Has(field) {
		return v.SetShare(key, n.float(field))
	}
	return nil
}
