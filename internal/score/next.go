package score

import "slices"

// Way is how far a taker has come: the questions asked, in their order, those
// that may still be asked, and a number from 0 up to 1 that is this taker's at
// this step, so that who looks again is asked the same.
type Way struct {
	Asked, Unasked []int
	Lot            float64
}

// Next draws the next question by lot, with chances in proportion to the square
// of what it is expected to tell about the role: so everybody is asked what
// tells much, and not everybody the same. Questions on a dimension nothing is
// known of come first, those that do not count for the verdict last and in the
// version's order. No scene comes first or within two questions of another one,
// and statements that speak for either role are asked about equally often, for
// as long as there is a choice. It returns false if none is left.
func (o Outlook) Next(way Way) (question int, ok bool) {
	open := o.first(way.Unasked)
	if len(open) == 0 {
		return 0, false
	}
	if o.turn(o.model.items[open[0]]) == aside {
		return open[0], true
	}
	return o.draw(o.fitting(open, way.Asked), way.Lot), true
}

// Balance draws a statement that sets right that more of those asked speak for
// one role than for the other. A short form asks it before it stops. It returns
// false where there is nothing to set right, or nothing left to do it with.
func (o Outlook) Balance(way Way) (question int, ok bool) {
	sum := o.keys(way.Asked)
	if sum == 0 {
		return 0, false
	}
	left := o.first(slices.DeleteFunc(slices.Clone(way.Unasked), func(q int) bool { return o.model.items[q].key*sum >= 0 }))
	if len(left) == 0 {
		return 0, false
	}
	return o.draw(left, way.Lot), true
}

// turn puts the questions in three groups, asked one after the other.
type turn int

const (
	opening turn = iota // shows a dimension nothing is known of
	weighty             // counts for the verdict
	aside               // does not
)

func (o Outlook) turn(it item) turn {
	unseen := func(l load) bool { return o.model.scored[l.dimension] && o.evidence.info[l.dimension] == 0 }
	switch {
	case !o.model.counts(it):
		return aside
	case slices.ContainsFunc(it.loads, unseen):
		return opening
	}
	return weighty
}

// first are the open questions of the first group that has any, in the version's
// order.
func (o Outlook) first(unasked []int) []int {
	group, questions := aside, make([]int, 0, len(unasked))
	for _, q := range unasked {
		if !o.open(q) {
			continue
		}
		t := o.turn(o.model.items[q])
		if t < group {
			group, questions = t, questions[:0]
		}
		if t == group {
			questions = append(questions, q)
		}
	}
	slices.Sort(questions)
	return questions
}

// fitting are the questions that keep the rules on scenes and statements. Where
// none does, first statements and then scenes are let off.
func (o Outlook) fitting(open, asked []int) []int {
	items, sum := o.model.items, o.keys(asked)
	scene := func(q int) bool { return !items[q].scale }
	tooSoon := len(asked) == 0 || slices.ContainsFunc(asked[max(len(asked)-2, 0):], scene)
	room := make([]int, 2*len(open))
	calm, even := room[:0:len(open)], room[len(open):len(open)]
	for _, q := range open {
		if tooSoon && scene(q) {
			continue
		}
		calm = append(calm, q)
		if abs(sum+items[q].key) <= 1 {
			even = append(even, q)
		}
	}
	for _, questions := range [][]int{even, calm} {
		if len(questions) > 0 {
			return questions
		}
	}
	return open
}

// keys is how many more of the statements asked speak for the first of two roles
// than for the second.
func (o Outlook) keys(asked []int) int {
	sum := 0
	for _, q := range asked {
		sum += o.model.items[q].key
	}
	return sum
}

// draw returns a question by lot, with chances in proportion to gain², or equal
// ones where none is expected to tell anything.
func (o Outlook) draw(questions []int, lot float64) int {
	ask, total := o.prospect(), 0.0
	chances := make([]float64, len(questions))
	for i, q := range questions {
		gain := ask.gain(q)
		chances[i] = gain * gain
		total += chances[i]
	}
	if total == 0 {
		return questions[int(lot*float64(len(questions)))]
	}
	rest := lot * total
	for i, chance := range chances {
		if rest -= chance; rest < 0 {
			return questions[i]
		}
	}
	return questions[len(questions)-1]
}
