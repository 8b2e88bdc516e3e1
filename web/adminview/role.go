package adminview

import (
	"fmt"
	"maps"
	"math"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// Roles lists the roles, with forms for how common they are and to add one.
func Roles(f Form) templ.Component {
	saved := url.Values{}
	for _, r := range f.Version.Roles {
		saved.Set("roles."+r.Key+".prior", Number(f.Language, r.Prior))
	}
	if !f.Values.Has("roles." + f.Version.Roles[0].Key + ".prior") { // the other form was refused
		saved.Set("name", f.Values.Get("name"))
		saved.Set("from", f.Values.Get("from"))
		f.Values = saved
	}
	return roles(f.At(f.Say("adminframe.roles"), site.AdminQuizRoles))
}

// beginnings are what a new role can start from: nothing, or a role there is.
func beginnings(f Form) []ui.Choice {
	list := []ui.Choice{{Value: "", Label: f.Say("adminroles.from_blank")}}
	for _, r := range f.Version.Roles {
		list = append(list, ui.Choice{Value: r.Key, Label: f.Say("adminroles.from_copy", "role", r.Name)})
	}
	return list
}

// RoleProps are the page of a role, which has everything about it.
type RoleProps struct {
	Form
	Key      string
	Unsaved  bool // the form holds what is not kept yet
	Findings []Finding
	Effect   EffectProps
}

// Role is the editor of a role: its words, its profile beside those of the
// others, how common it is and what the guide says.
func Role(p RoleProps) templ.Component {
	r := p.role(p.Key)
	at := "roles." + p.Key
	saved := heldTexts(r.Texts(), r.ContentTexts())
	for d, x := range r.Profile {
		on := at + ".profile." + d
		saved.Set(on+".mean", Number(p.Language, x.Mean))
		saved.Set(on+".spread", Number(p.Language, x.Spread))
		saved.Set(on+".se", Number(p.Language, x.SE))
		saved.Set(on+".weight", Number(p.Language, x.Weight))
		maps.Copy(saved, heldTexts(x.Texts(p.Key, d)))
	}
	saved.Set(at+".from", SourceOfRole(r))
	saved.Set(at+".prior", Number(p.Language, quiz.ShareOf(r.Prior)))
	for i, tells := range p.tellsApart(r) {
		saved.Set(fmt.Sprintf("new.%d.end", i), tells)
	}
	p.Form = p.holdingContent(saved, r).At(r.Name, site.AdminQuizRoles)
	return role(p, r)
}

// SourceOfRole is where all places of a role come from, "" where they do not
// come from the same.
func SourceOfRole(r quiz.Role) string {
	common := ""
	for _, p := range r.Profile {
		switch {
		case p.Source == "" || p.Source == common:
		case common != "":
			return ""
		default:
			common = p.Source
		}
	}
	return common
}

// NewStatements is how many statements a role's page takes at once.
const NewStatements = 4

// End names an end of a dimension in a form.
func End(dimension string, positive bool) string {
	if positive {
		return dimension + ".positive"
	}
	return dimension + ".negative"
}

// EndNamed is the end that a form calls so.
func EndNamed(name string) (dimension string, positive, ok bool) {
	if dimension, ok = strings.CutSuffix(name, ".positive"); ok {
		return dimension, true, true
	}
	dimension, ok = strings.CutSuffix(name, ".negative")
	return dimension, false, ok
}

// tellsApart are ends that statements should speak for: both of the dimension where
// the role stands furthest from the others, and then both of the next, so that
// agreeing leads nowhere by itself.
func (p RoleProps) tellsApart(r quiz.Role) []string {
	apart := func(d quiz.Dimension) float64 {
		others := 0.0
		for _, other := range p.Version.Roles {
			if other.Key != r.Key {
				others += other.Profile[d.Key].Mean / float64(len(p.Version.Roles)-1)
			}
		}
		return (r.Profile[d.Key].Mean - others) * r.Profile[d.Key].Weight
	}
	dimensions := slices.Clone(p.Version.Dimensions)
	slices.SortStableFunc(dimensions, func(a, b quiz.Dimension) int {
		x, y := math.Abs(apart(a)), math.Abs(apart(b))
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	first, next := dimensions[0], dimensions[min(1, len(dimensions)-1)]
	return []string{
		End(first.Key, apart(first) >= 0), End(first.Key, apart(first) < 0), End(next.Key, apart(next) >= 0), End(next.Key, apart(next) < 0),
	}
}

// ends are what a new statement can speak for.
func (p RoleProps) ends() []ui.Choice {
	var list []ui.Choice
	for _, d := range p.shown().Dimensions {
		list = append(list,
			ui.Choice{Value: End(d.Key, true), Label: d.Name + ": " + d.Positive},
			ui.Choice{Value: End(d.Key, false), Label: d.Name + ": " + d.Negative})
	}
	return list
}

// statement is the control of a new statement.
func (p RoleProps) statement(name string, number int) ui.FieldProps {
	return p.described(ui.FieldProps{Name: name, Label: p.Say("adminnew.statement", "number", number)})
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

// troubled reports whether a problem lies in one of the places, so that what is
// folded has to be open.
func (f Form) troubled(places ...string) bool {
	return slices.ContainsFunc(f.Problems, func(p quiz.Problem) bool {
		return slices.ContainsFunc(places, func(place string) bool { return p.Field == place || strings.HasPrefix(p.Field, place+".") })
	})
}
