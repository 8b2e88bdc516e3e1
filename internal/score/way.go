package score

import (
	"slices"

	"whichpm/internal/quiz"
)

// Unasked is what j.Unasked(v) says of the model's version, from what was
// worked out once.
func (m *Model) Unasked(j quiz.Journey) []int {
	asked := make([]bool, len(m.items))
	for _, step := range j.Steps {
		asked[step.Question] = true
	}
	rest := make([]int, 0, len(m.order))
	for _, q := range m.order {
		if !asked[q] {
			rest = append(rest, q)
		}
	}
	return rest
}

// ToCome lists the questions a taker may still be asked. Once the short form
// has stopped, only those that do not count for the verdict are left.
func (m *Model) ToCome(j quiz.Journey) []int { return m.toCome(j, m.Unasked(j)) }

func (m *Model) toCome(j quiz.Journey, unasked []int) []int {
	if j.Stopped && !j.Full {
		return slices.DeleteFunc(unasked, func(q int) bool { return m.counts(m.items[q]) })
	}
	return unasked
}

// Advance asks the next question of v, whose model m is, once every one asked
// is settled: the one expected to tell most, until the short form stops.
// Questions that do not count for the verdict come at the end.
func (m *Model) Advance(v *quiz.Version, j quiz.Journey) quiz.Journey {
	if j.Finished || j.Current() > 0 {
		return j
	}
	answers, unasked := j.Answers(v), m.Unasked(j)
	ahead := m.Outlook(answers)
	j.Stopped = j.Stopped || ahead.Settled(len(j.Steps), unasked)
	if next, ok := ahead.Next(m.toCome(j, unasked)); ok {
		return j.Ask(next)
	}
	return j
}
