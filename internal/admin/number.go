package admin

import (
	"errors"
	"fmt"
	"math"
	"net/url"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
)

// numbers reads the numbers of a form. What is none becomes a number that no
// place takes, so that the domain refuses it in the order of the page.
type numbers struct {
	form   url.Values
	unread map[string]string // what was typed instead, by field
}

func numbersOf(form url.Values) *numbers { return &numbers{form, map[string]string{}} }

// real reads a number with a point or, as many write it, a comma.
func (n *numbers) real(field string) float64 {
	typed := strings.TrimSpace(n.form.Get(field))
	x, err := strconv.ParseFloat(strings.Replace(typed, ",", ".", 1), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		n.unread[field] = typed
		return math.NaN()
	}
	return x
}

// whole reads a number without a point.
func (n *numbers) whole(field string) int {
	typed := strings.TrimSpace(n.form.Get(field))
	x, err := strconv.Atoi(typed)
	if err != nil {
		n.unread[field] = typed
		return math.MinInt32
	}
	return x
}

// wholeOrNone is whole, and 0 where nothing was typed.
func (n *numbers) wholeOrNone(field string) int {
	if strings.TrimSpace(n.form.Get(field)) == "" {
		return 0
	}
	return n.whole(field)
}

// explain repeats what was typed where the domain refuses what stands for it.
func (n *numbers) explain(err error) error {
	problems, ok := errors.AsType[quiz.Problems](err)
	if !ok {
		return err
	}
	var explained quiz.Problems
	for _, p := range problems {
		typed, unread := n.unread[p.Field]
		switch message, _, cut := strings.Cut(p.Message, "; it is "); {
		case unread && cut && typed == "":
			p.Message, p.Code = message+"; this is empty", p.Code+"_empty"
		case unread && cut:
			typed = fmt.Sprintf("%.40s", typed)
			p.Message, p.Code = message+"; “"+typed+"” is not one", p.Code+"_unread"
			p.Values = append(p.Values, "typed", typed)
		case strings.Contains(p.Message, "NaN"):
			continue // a bound is the number that could not be read
		}
		explained = append(explained, p)
	}
	return explained
}
