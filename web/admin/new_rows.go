package admin

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
)

// goneFrom reports whether the form has a row of a part that somebody took out
// since. One that it takes out too is not missed.
func goneFrom(v *quiz.Version, form url.Values) bool {
	for field := range form {
		list, rest, _ := strings.Cut(field, ".")
		key, _, within := strings.Cut(rest, ".")
		if within && list != "about" && list != "new" && !v.HasPart(list+"."+key) && !empty(form, list+"."+key, slices.Concat(roleRow, dimensionRow, []string{"text"})...) {
			return true
		}
	}
	return false
}

// rowsOf are the names of the empty rows of a list that a form had, such as
// "new.0".
func rowsOf(form url.Values, list, field string) []string {
	var rows []string
	for i := 0; form.Has(list + "." + strconv.Itoa(i) + field); i++ {
		rows = append(rows, list+"."+strconv.Itoa(i))
	}
	return rows
}

// folded moves what a new row says to the row of the part that has its name by
// now: the form was sent twice, or from a page of before, and means that one.
func folded(v *quiz.Version, list string, form url.Values) url.Values {
	form = maps.Clone(form)
	there := named(v, list, form)
	for _, row := range rowsOf(form, "new", ".name") {
		name := quiz.OneLine(form.Get(row + ".name"))
		keys := there[name]
		if name == "" || len(keys) == 0 {
			continue
		}
		there[name] = keys[1:]
		for field, typed := range maps.Clone(form) {
			rest, within := strings.CutPrefix(field, row+".")
			if within && strings.TrimSpace(typed[0]) != "" {
				form[list+"."+keys[0]+"."+rest] = typed
				form.Set(field, "")
			}
		}
	}
	return form
}

// named are the keys of the roles or dimensions with a name, but for those whose
// row in the form has another name or none.
func named(v *quiz.Version, list string, form url.Values) map[string][]string {
	there := map[string][]string{}
	add := func(key, name string) {
		if field := list + "." + key + ".name"; !form.Has(field) || quiz.OneLine(form.Get(field)) == name {
			there[name] = append(there[name], key)
		}
	}
	switch list {
	case "roles":
		for _, r := range v.Roles {
			add(r.Key, r.Name)
		}
	case "dimensions":
		for _, d := range v.Dimensions {
			add(d.Key, d.Name)
		}
	}
	return there
}

// empty reports whether nothing was typed into these fields of a row.
func empty(form url.Values, at string, fields ...string) bool {
	return !slices.ContainsFunc(fields, func(field string) bool { return strings.TrimSpace(form.Get(at+"."+field)) != "" })
}

// stillUnwritten reports whether the form leaves empty what nobody has written
// yet, which steps show as an empty field.
func stillUnwritten(form url.Values, field, text string) bool {
	return quiz.Placeholder(text) && strings.TrimSpace(form.Get(field)) == ""
}

// retypeWritten is retypeTexts for a step.
func retypeWritten(form url.Values, texts []quiz.TextAt) {
	retypeTexts(form, slices.DeleteFunc(texts, func(t quiz.TextAt) bool { return stillUnwritten(form, t.Field, t.String()) }))
}

// together is what several edits of one form refuse.
func together(refused ...error) error {
	var all quiz.Problems
	for _, err := range refused {
		problems, err := problemsOf(err)
		if err != nil {
			return err
		}
		all = append(all, problems...)
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// rowProblems are those of rows, under the names of their controls.
type rowProblems struct {
	problems quiz.Problems
	err      error // that is none of them
}

// add takes what was refused to the controls of a row. What the form has no
// control for goes to the named field of the row.
func (r *rowProblems) add(err error, part, row, field string) {
	problems, err := problemsOf(err)
	if r.err == nil {
		r.err = err
	}
	for _, p := range problems {
		if rest, found := strings.CutPrefix(p.Field, part+"."); found {
			field = rest
		}
		if p.Field = row + "." + field; r.problems.For(p.Field) == "" {
			r.problems = append(r.problems, p)
		}
	}
}

func (r *rowProblems) refusal() error {
	if r.err != nil || len(r.problems) == 0 {
		return r.err
	}
	return r.problems
}
