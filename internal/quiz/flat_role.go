package quiz

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

func (f *flat) dimension(d *Dimension) {
	f.begin("dimensions."+d.Key, ownLabel("dimension", "Dimension “{name}”", "name", cmp.Or(d.Name, d.Key)))
	f.texts(d.Texts())
}

func (f *flat) role(v *Version, r *Role) {
	f.begin("roles."+r.Key, cmp.Or(r.Name, r.Key))
	f.texts(r.Texts())
	f.number("prior", ownLabel("common", "how common it is"), r.Prior)
	for _, d := range slices.Sorted(maps.Keys(r.Profile)) {
		p, at, name := r.Profile[d], "profile."+d, v.dimensionName(d)
		f.number(at+".mean", ownLabel("mean", "mean on “{dimension}”", "dimension", name), p.Mean)
		f.number(at+".spread", ownLabel("spread", "spread on “{dimension}”", "dimension", name), p.Spread)
		f.number(at+".se", ownLabel("error", "standard error on “{dimension}”", "dimension", name), p.SE)
		f.number(at+".weight", ownLabel("weight", "weight on “{dimension}”", "dimension", name), p.Weight)
		for _, source := range p.Texts(r.Key, d) {
			f.text(source, ownLabel("profile_source", "source of the profile on “{dimension}”", "dimension", name))
		}
	}
	f.texts(r.ContentTexts())
	f.content(r)
	if salary := r.Content.Salary; salary.Amount != 0 || salary.Year != 0 {
		f.add("content.salary.amount", ownLabel("amount", "amount of the salary"), strconv.Itoa(salary.Amount))
		f.add("content.salary.year", ownLabel("year", "year of the salary"), strconv.Itoa(salary.Year))
	}
}

// content lists the numbered lists of a role. They belong to the role: one that
// comes or goes is a single entry with all it has.
func (f *flat) content(r *Role) {
	for _, list := range r.lists() {
		for i := range list.n {
			for _, t := range list.texts(i) {
				f.text(t, ownLabel("listed", "{entry}, {label}", "entry", list.name(i+1), "label", t.Name()))
			}
		}
	}
	for i, h := range r.Content.Hours {
		f.number(fmt.Sprintf("content.hours.%d.hours", i), ownLabel("hours_length", "hours of part {number} of the day", "number", i+1), h.Hours)
	}
	for i, p := range r.Content.Pay {
		f.add(fmt.Sprintf("content.pay.%d.year", i), ownLabel("pay_year", "year of pay figure {number}", "number", i+1), wholeOrNone(p.Year))
	}
}

// wholeOrNone leaves out what is 0.
func wholeOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (f *flat) guide(v *Version) {
	g := &v.Guide
	f.begin("", Say("adminframe.guide", "Guide"))
	f.texts(g.Texts())
	for _, list := range g.lists() {
		for i := range list.n {
			f.begin(list.at(i), list.name(i+1))
			f.texts(list.texts(i))
			f.chosen(v, list.path, i)
		}
	}
	for i := range g.Companies {
		c := &g.Companies[i]
		f.begin("guide.set_ups."+c.Key, ownLabel("company", "Kind of company “{name}”", "name", cmp.Or(c.Name, c.Key)))
		f.texts(c.Texts())
		f.add("pole", shared("adminguide.side", "suits the side"), c.Pole)
	}
}

// chosen lists what is chosen for an entry beside its texts.
func (f *flat) chosen(v *Version, list string, i int) {
	switch list {
	case DecisionsField:
		for _, r := range v.Guide.Decisions[i].Parts {
			f.add("parts."+r.Role+".part", ownLabel("part", "part of “{role}”", "role", v.roleName(r.Role)), string(r.Part))
		}
	case CloseRolesField:
		if v.Guide.CloseRoles[i].Between {
			f.add("between", ownLabel("between", "named with a balanced result"), f.localize(ownLabel("yes", "yes")))
		}
	}
}
