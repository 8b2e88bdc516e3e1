package score

import "slices"

// Next returns the unasked question that is expected to tell most about the
// role; of equals the first of the version. Questions on a dimension nothing
// is known of come first, those that do not count for the verdict last. It
// returns false if none is left.
func (o Outlook) Next(unasked []int) (question int, ok bool) {
	ask := o.prospect()
	best := candidate{}
	for _, q := range unasked {
		if !o.open(q) {
			continue
		}
		c := candidate{question: q, turn: o.turn(o.model.items[q])}
		if c.turn != aside && (!ok || c.turn <= best.turn) {
			c.gain = ask.gain(q)
		}
		if !ok || c.before(best) {
			best, ok = c, true
		}
	}
	return best.question, ok
}

type candidate struct {
	question int
	turn     turn
	gain     float64 // expected information gain, nats
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

func (c candidate) before(d candidate) bool {
	if c.turn != d.turn {
		return c.turn < d.turn
	}
	if c.gain != d.gain {
		return c.gain > d.gain
	}
	return c.question < d.question
}
