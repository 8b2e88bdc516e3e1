package adminview

import (
	"maps"
	"net/url"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

// Roles lists the roles, with forms for how common they are and to add one.
func Roles(f Form) templ.Component {
	saved := url.Values{}
	for _, r := range f.Version.Roles {
		saved.Set("roles."+r.Key+".prior", Number(f.Language, r.Prior))
	}
	if !f.Values.Has("roles." + f.Version.Roles[0].Key + ".prior") { // the other form was refused
		saved.Set("name", f.Values.Get("name"))
		f.Values = saved
	}
	return roles(f.At(f.Say("adminframe.roles"), site.AdminQuizRoles))
}

// Role is the editor of a role's name and profile.
func Role(f Form, key string) templ.Component {
	r := f.role(key)
	at := "roles." + key
	saved := heldTexts(r.Texts())
	for d, p := range r.Profile {
		on := at + ".profile." + d
		saved.Set(on+".mean", Number(f.Language, p.Mean))
		saved.Set(on+".spread", Number(f.Language, p.Spread))
		saved.Set(on+".se", Number(f.Language, p.SE))
		saved.Set(on+".weight", Number(f.Language, p.Weight))
		maps.Copy(saved, heldTexts(p.Texts(key, d)))
	}
	return role(f.holding(saved).At(f.Say("table.role"), site.AdminQuizRoles), r)
}

// RoleRemoval asks before a role is deleted.
func RoleRemoval(f Form, key string) templ.Component {
	r := f.role(key)
	loses := []string{
		f.Say("adminroles.loses_profile", "n", len(r.Profile)),
		f.Say("adminroles.loses_guide"),
	}
	expecting := 0
	for _, s := range f.Version.Scenarios {
		if s.Role == key {
			expecting++
		}
	}
	if expecting > 0 {
		loses = append(loses, f.Say("adminroles.loses_scenarios", "n", expecting))
	}
	return confirmRemoval(removalPage{
		Form: f.At(f.Say("adminroles.delete_title"), site.AdminQuizRoles), Title: f.Say("adminroles.delete_heading", "name", r.Name), Loses: loses,
		To: site.AdminQuizRoleRemoval(key), Back: site.AdminQuizRole(key),
	})
}

func (f Form) role(key string) quiz.Role {
	i := f.Version.RoleIndex(key)
	if i < 0 {
		return quiz.Role{Key: key}
	}
	return f.Version.Roles[i]
}
