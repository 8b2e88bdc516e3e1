package admin

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

func decideNewTitle(v *quiz.Version, form url.Values) error {
	title, about := v.Title, v.About.Clone()
	if !stillUnwritten(form, "title", title) {
		retype(form, "title", &title)
	}
	retypeTexts(form, about.Texts())
	return together(v.SetTitle(title), v.SetAbout(about))
}

func decideNewLanguage(v *quiz.Version, form url.Values) error {
	return together(setLanguage(v, form), setAbout(v, form))
}

// decideNewRoles changes the roles that have a row, adds those of new rows and
// takes out those whose row was emptied.
func decideNewRoles(v *quiz.Version, form url.Values) error {
	if goneFrom(v, form) {
		return quiz.ErrNotFound
	}
	var rows rowProblems
	for _, r := range v.Clone().Roles {
		at := "roles." + r.Key
		switch {
		case r.Unwritten() || !form.Has(at+".name"):
		case empty(form, at, roleRow...):
			rows.add(v.ClearRole(r.Key), at, at, "name")
		default:
			r = v.Roles[v.RoleIndex(r.Key)].Clone() // its share may have grown
			retypeWritten(form, slices.Concat(r.Texts(), r.ContentTexts()))
			rows.add(v.SetRole(r), at, at, "name")
		}
	}
	for _, at := range rowsOf(form, "new", ".name") {
		if empty(form, at, roleRow...) {
			continue
		}
		part, err := addNewRole(v, form, at)
		rows.add(err, part, at, "name")
		if part == "roles" {
			break // there are as many as there may be: said once
		}
		v.DropStandIns() // they take no room from what is written
	}
	v.DropStandIns()
	return rows.refusal()
}

// addNewRole adds the role of a new row. Without a short name it has its name
// for that.
func addNewRole(v *quiz.Version, form url.Values, at string) (part string, err error) {
	key, err := v.AddRole(form.Get(at + ".name"))
	i := v.RoleIndex(key)
	if i < 0 {
		return "roles", err
	}
	role := v.Roles[i].Clone()
	role.Content.Tagline, role.Content.Summary = form.Get(at+".content.tagline"), form.Get(at+".content.summary")
	short := strings.TrimSpace(form.Get(at + ".short"))
	if short != "" || role.Name == "" {
		role.Short = cmp.Or(short, "-") // that it has none follows from its name
	}
	problems, err := problemsOf(v.SetRole(role))
	for n, p := range problems {
		if short == "" && p.Field == "roles."+key+".short" {
			problems[n] = quiz.NewProblem(p.Field, "draft_short", "most", quiz.TextFor(p.Field).Most)
		}
	}
	return "roles." + key, together(problems, err)
}

// roleRow are the fields of the row of a role.
var roleRow = []string{"name", "short", "content.tagline", "content.summary"}
