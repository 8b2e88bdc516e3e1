package quiz

import "slices"

// Kind is how a question is answered.
type Kind string

// The kinds of question.
const (
	Agree  Kind = "agree5" // a statement, five steps from disagree to agree
	Pair   Kind = "pair5"  // two statements, five steps from one to the other
	Choice Kind = "choice" // a scene with two to six ways to act
)

// Question is one item. Options are in content order; what a taker sees may
// be in another order, but an answer always means the option.
type Question struct {
	Key      string
	Kind     Kind
	Prompt   string
	Left     string // the statement options 0 and 1 of a pair lean to
	Right    string // the statement options 3 and 4 of a pair lean to
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

// Loads reports whether some option of the question says something about the
// dimension.
func (q Question) Loads(dimension string) bool {
	return slices.ContainsFunc(q.Options, func(o Option) bool { return o.Loadings[dimension] != 0 })
}

// AgreeSteps are the labels a new statement starts with.
var AgreeSteps = [5]string{"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"}

// PairSteps are the labels of a pair's five positions as shown: A is the
// statement shown first, whichever that is for this taker.
var PairSteps = [5]string{"Clearly A", "A, a little more", "Both the same", "B, a little more", "Clearly B"}

// Said repeats an answer in the taker's words. For a pair it names the
// statement, because the letter depended on the side it was shown on.
func (q Question) Said(option int) string {
	if q.Kind != Pair {
		return q.Options[option].Label
	}
	switch option {
	case 0:
		return "Clearly “" + q.Left + "”"
	case 1:
		return "A little more “" + q.Left + "”"
	case 3:
		return "A little more “" + q.Right + "”"
	case 4:
		return "Clearly “" + q.Right + "”"
	}
	return "Both the same"
}
