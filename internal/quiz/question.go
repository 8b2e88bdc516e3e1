package quiz

import (
	"maps"
	"slices"
)

// Question is one item. Options are in content order; what a taker sees may
// be in another order, but an answer always means the option.
type Question struct {
	Key      string
	Kind     Kind
	Text     string `json:"Prompt"` // as the hash of a version knows it
	Left     string // the statement the first options of a pair lean to
	Right    string // the statement the last options of a pair lean to
	Strength float64
	Retired  bool
	Source   string
	Options  []Option
}

// Option is one possible answer. Loadings are keyed by dimension, -1 to 1.
type Option struct {
	Label    string
	Loadings map[string]float64
}

// SameAs reports whether takers are asked the same by both questions and it
// counts the same.
func (q Question) SameAs(other Question) bool {
	return q.Kind == other.Kind && q.Text == other.Text && q.Left == other.Left && q.Right == other.Right &&
		q.Strength == other.Strength && q.Retired == other.Retired &&
		slices.EqualFunc(q.Options, other.Options, func(a, b Option) bool {
			return a.Label == b.Label && maps.Equal(a.Loadings, b.Loadings)
		})
}

// Loads reports whether some option of the question says something about the
// dimension.
func (q Question) Loads(dimension string) bool {
	return slices.ContainsFunc(q.Options, func(o Option) bool { return o.Loadings[dimension] != 0 })
}

// Said repeats an answer in the taker's words. Between two statements it names
// the one, because the letter depended on the side it was shown on.
func (q Question) Said(option int) string {
	if !q.Kind.Sides() {
		return q.Options[option].Label
	}
	side, clearly := q.Leaning(option)
	switch {
	case side == "":
		return "Both the same"
	case clearly:
		return "Clearly “" + side + "”"
	}
	return "A little more “" + side + "”"
}

// Leaning is the statement of two that an option speaks for, "" in the middle,
// and whether it is the last step on that side.
func (q Question) Leaning(option int) (side string, clearly bool) {
	last := len(q.Options) - 1
	switch {
	case 2*option < last:
		return q.Left, option == 0
	case 2*option > last:
		return q.Right, option == last
	}
	return "", false
}
