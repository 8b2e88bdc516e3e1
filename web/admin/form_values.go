package admin

import (
	"errors"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// numbers reads the numbers of a form. What is none becomes a number that no
// place takes, so that the domain refuses it in the order of the page.
type numbers struct {
	form   url.Values
	unread map[string]error // why, by field
}

func numbersOf(form url.Values) *numbers { return &numbers{form, map[string]error{}} }

// setFloat reads a number into its place, if the form has it.
func (n *numbers) setFloat(field string, x *float64) {
	if n.form.Has(field) {
		*x = n.float(field)
	}
}

func (n *numbers) float(field string) float64 {
	x, err := quiz.ReadNumber(n.form.Get(field))
	if err != nil {
		n.unread[field] = err
		return math.NaN()
	}
	return x
}

// setInt reads a whole number into its place, if the form has it.
func (n *numbers) setInt(field string, x *int) {
	if !n.form.Has(field) {
		return
	}
	read, err := quiz.ReadWhole(n.form.Get(field))
	if err != nil {
		n.unread[field], read = err, math.MinInt32
	}
	*x = read
}

// setOptionalInt is setInt, and 0 where nothing was typed.
func (n *numbers) setOptionalInt(field string, x *int) {
	if n.form.Has(field) && strings.TrimSpace(n.form.Get(field)) == "" {
		*x = 0
		return
	}
	n.setInt(field, x)
}

// explain repeats what was typed where the domain refuses what stands for it.
func (n *numbers) explain(err error) error {
	problems, ok := errors.AsType[quiz.Problems](err)
	if !ok {
		return err
	}
	var explained quiz.Problems
	for _, p := range problems {
		why, unread := n.unread[p.Field]
		switch {
		case unread && (p.Code == "draft_within" || p.Code == "draft_share"):
			p = unreadable(p, strings.TrimSpace(n.form.Get(p.Field)), why)
		case strings.Contains(p.Message, "NaN"):
			continue // a bound is the number that could not be read
		}
		explained = append(explained, p)
	}
	return explained
}

// unreadable says of a number with bounds why it could not be read.
func unreadable(p quiz.Problem, typed string, why error) quiz.Problem {
	values := append(slices.Clip(p.Values), "typed", fmt.Sprintf("%.40s", typed))
	two, ambiguous := errors.AsType[*quiz.TwoNumbers](why)
	switch {
	case typed == "":
		return quiz.NewProblem(p.Field, p.Code+"_empty", values...)
	case ambiguous:
		return quiz.NewProblem(p.Field, p.Code+"_two", append(values, "large", two.Large, "small", two.Small)...)
	case errors.Is(why, quiz.ErrNotWhole):
		return quiz.NewProblem(p.Field, p.Code+"_whole", values...)
	}
	return quiz.NewProblem(p.Field, p.Code+"_unread", values...)
}

// retypeTexts puts what was typed into the places of texts. A form changes only
// what it shows: what it does not have stays, and what comes back as the page
// had it stays to the last space.
func retypeTexts(form url.Values, texts []quiz.TextAt) {
	for _, t := range texts {
		if text := t.String(); retype(form, t.Field, &text) {
			t.Set(text)
		}
	}
}

// retype does it to one text and reports whether it is another now. That the
// ends of its lines are others is what a browser does.
func retype(form url.Values, field string, text *string) bool {
	typed := form.Get(field)
	if !form.Has(field) || lineEnds.Replace(typed) == lineEnds.Replace(*text) {
		return false
	}
	*text = typed
	return true
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")
