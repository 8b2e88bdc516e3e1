package score

import (
	"slices"

	"whichpm/internal/quiz"
)

// Next returns the unasked question that is expected to tell most about the
// role; of equals the first of the version. Questions on a dimension nothing
// is known of come first, those that do not count for the verdict last. It
// returns false if none is left.
func (m *Model) Next(a quiz.Answers, unasked []int) (question int, ok bool) {
	w := m.room()
	m.gather(w, a)
	m.weigh(w)
	ask := m.prospect(w)
	best := candidate{}
	for _, q := range unasked {
		if m.items[q].retired || a[q] != quiz.NoAnswer {
			continue
		}
		c := candidate{question: q, turn: m.turn(w, m.items[q])}
		if c.turn != aside && (!ok || c.turn <= best.turn) {
			c.gain = settled(ask.gain(m.items[q]))
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

func (m *Model) turn(w *work, it item) turn {
	unseen := func(l load) bool { return m.scored[l.dimension] && w.info[l.dimension] == 0 }
	switch {
	case !m.counts(it):
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
