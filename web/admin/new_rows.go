package admin

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
)

// goneFrom reports whether the form has a row of a part that somebody took out
// since.
func goneFrom(v *quiz.Version, form url.Values) bool {
	for field := range form {
		list, rest, _ := strings.Cut(field, ".")
		key, _, within := strings.Cut(rest, ".")
		if within && list != "about" && list != "new" && !v.HasPart(list+"."+key) {
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
