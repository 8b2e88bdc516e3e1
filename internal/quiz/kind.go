package quiz

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
)

// Kind is how a question is answered. The row of a kind says everything that
// the program wants to know of it but how it is drawn.
type Kind string

// The kinds of question.
const (
	Agree  Kind = "agree5" // a statement, five steps from disagree to agree
	Agree4 Kind = "agree4" // a statement, four steps, without a middle
	Agree6 Kind = "agree6" // a statement, six steps, without a middle
	Agree7 Kind = "agree7" // a statement, seven steps from disagree to agree
	Pair   Kind = "pair5"  // two statements, five steps from one to the other
	Choice Kind = "choice" // a scene with some ways to act
)

// Arrangement is the order in which takers see the options of a question.
type Arrangement int

// Every taker sees a fixed order; a turned one runs the other way for half of
// them; a shuffled one is another for each.
const (
	Fixed Arrangement = iota
	Turned
	Shuffled
)

// kindRow is what is known of a kind.
type kindRow struct {
	kind        Kind
	word        string      // begins the key of a new question
	labels      []string    // of the options of a new question
	least, most int         // how many options it may have
	arrangement Arrangement // of its options
	scale       bool        // the options are steps from one end to the other
	sides       bool        // it stands between two statements, which are in the place of labels
}

// kinds are all of them, in the order in which they are offered.
var kinds = []kindRow{
	{Agree, "statement", []string{"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"}, 5, 5, Fixed, true, false},
	{Agree4, "statement", []string{"Strongly disagree", "Disagree", "Agree", "Strongly agree"}, 4, 4, Fixed, true, false},
	{Agree6, "statement", []string{
		"Strongly disagree", "Disagree", "Somewhat disagree", "Somewhat agree", "Agree", "Strongly agree",
	}, 6, 6, Fixed, true, false},
	{Agree7, "statement", []string{
		"Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Agree", "Strongly agree",
	}, 7, 7, Fixed, true, false},
	{Pair, "pair", []string{"Clearly A", "Slightly more A", "Both equally", "Slightly more B", "Clearly B"}, 5, 5, Turned, true, true},
	{Choice, "scene", []string{"", ""}, 2, MaxOptions, Shuffled, false, false},
}

// Kinds lists all kinds, in the order in which they are offered.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i, row := range kinds {
		all[i] = row.kind
	}
	return all
}

// KindNamed is the kind that a content file names. A scene may say again how
// many options follow, as in "choice4".
func KindNamed(name string) Kind {
	if digits, scene := strings.CutPrefix(name, string(Choice)); scene && strings.Trim(digits, "0123456789") == "" {
		return Choice
	}
	return Kind(name)
}

// kindNames lists them for a message.
func kindNames() string {
	var names []string
	for _, row := range kinds {
		names = append(names, string(row.kind))
	}
	return strings.Join(names, ", ")
}

// row is what is known of the kind, nothing of one that there is not.
func (k Kind) row() kindRow {
	for _, row := range kinds {
		if row.kind == k {
			return row
		}
	}
	return kindRow{}
}

// Known reports whether there is such a kind.
func (k Kind) Known() bool { return k.row().kind != "" }

// Options returns how many options a question of the kind has: at least and
// at most.
func (k Kind) Options() (least, most int) {
	row := k.row()
	return row.least, row.most
}

// Open reports whether options can be added to such a question, and removed.
func (k Kind) Open() bool {
	least, most := k.Options()
	return least < most
}

// Arrangement is the order in which takers see the options.
func (k Kind) Arrangement() Arrangement { return k.row().arrangement }

// Scale reports whether the options are steps from one end to the other, and
// not ways to act of which each stands for itself.
func (k Kind) Scale() bool { return k.row().scale }

// Sides reports whether the question stands between two statements, left and
// right. Its labels are then the same everywhere, and no texts of the quiz.
func (k Kind) Sides() bool { return k.row().sides }

// Statement reports whether one agrees or disagrees, so that a question has a
// direction: agreeing speaks for an end.
func (k Kind) Statement() bool { return k.Scale() && !k.Sides() }

// Labels are those of a new question's options, in English.
func (k Kind) Labels() []string { return slices.Clone(k.row().labels) }

// Kept says, for each option of a new question, which option of a question of
// kind k with n options it takes the loadings of, or NoAnswer: steps of a scale
// that stand at the same place, and of two sides the ends.
func (k Kind) Kept(n int, to Kind) []int {
	kept := slices.Repeat([]int{NoAnswer}, len(to.Labels()))
	last := len(kept) - 1
	for i := range kept {
		switch {
		case n < 2 || !k.Scale():
		case to.Scale() && i*(n-1)%last == 0:
			kept[i] = i * (n - 1) / last
		case !to.Scale() && k.Sides() && (i == 0 || i == last):
			kept[i] = i * (n - 1) / last
		}
	}
	return kept
}

// Label is what an option of the kind is called that was given a label.
func (k Kind) Label(option int, given string) string {
	if row := k.row(); row.sides && option < len(row.labels) {
		return row.labels[option]
	}
	return given
}

// newOptions are the options of a question nobody has written yet.
func (k Kind) newOptions() []Option {
	var options []Option
	for _, label := range k.row().labels {
		options = append(options, Option{Label: label, Loadings: map[string]float64{}})
	}
	return options
}

// Relabelled returns the question with the labels of its kind where these are
// the same everywhere.
func (q Question) Relabelled() Question {
	q.Options = slices.Clone(q.Options)
	for i := range q.Options {
		q.Options[i].Label = q.Kind.Label(i, q.Options[i].Label)
	}
	return q
}

// Shuffle decides, for one taker, which side of a pair comes first and in
// which order the ways to act are listed.
type Shuffle uint64

// Lot is a number from 0 up to 1 for the question that comes after so many steps:
// another one for each taker and step, and always the same.
func (s Shuffle) Lot(step int) float64 {
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64([]byte("whichpm next\x00"), uint64(s)), uint64(step))) //nolint:gosec // not negative
	const bits = 53                                                                                                                         // that a float64 holds
	return float64(binary.BigEndian.Uint64(sum[:8])>>(64-bits)) / (1 << bits)
}

// Order returns the option indexes of a question in the order this taker sees
// them.
func (s Shuffle) Order(q Question) []int {
	order := make([]int, len(q.Options))
	for i := range order {
		order[i] = i
	}
	arrangement := q.Kind.Arrangement()
	if arrangement == Fixed {
		return order
	}
	sum := sha256.Sum256(append(binary.BigEndian.AppendUint64(nil, uint64(s)), q.Key...))
	if arrangement == Turned {
		if sum[0]&1 == 1 {
			slices.Reverse(order)
		}
		return order
	}
	random := sum[:]
	if 4*len(order) > len(random) { // the ninth option on
		more := sha256.Sum256(random)
		random = append(random, more[:]...)
	}
	for i := len(order) - 1; i > 0; i-- {
		j := int(binary.BigEndian.Uint32(random[4*i:]) % uint32(i+1)) //nolint:gosec // at most MaxOptions
		order[i], order[j] = order[j], order[i]
	}
	return order
}
