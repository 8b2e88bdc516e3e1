package score

import (
	"slices"

	"whichpm/internal/quiz"
)

// Unasked is what j.Unasked(v) says of the model's version, from what was
// worked out once.
func (m *Model) Unasked(j quiz.Journey) []int {
	var asked [quiz.MaxQuestions]bool
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
	if j.Stopped && !j.Full { // where the lot fell, it has not stopped
		return slices.DeleteFunc(unasked, func(q int) bool { return m.counts(m.items[q]) })
	}
	return unasked
}

// Advance asks the next question of v, whose model m is, once every one asked
// is settled, until the short form stops. It does not stop where the lot fell on
// the journey to be asked everything, which is drawn by the same rules. Questions
// that do not count for the verdict come at the end.
func (m *Model) Advance(v *quiz.Version, j quiz.Journey) quiz.Journey {
	if j.Finished || j.Current() > 0 {
		return j
	}
	answers, unasked := j.Answers(v), m.Unasked(j)
	ahead := m.Outlook(answers)
	way := Way{Asked: j.Asked(), Unasked: unasked, Lot: j.Shuffle().Lot(len(j.Steps))}
	if !j.Stopped && !v.Settings.NeverStops(j) && ahead.Settled(len(j.Steps), unasked) {
		if question, uneven := ahead.Balance(way); uneven {
			return j.Ask(question)
		}
		j.Stopped = true
	}
	way.Unasked = m.toCome(j, unasked)
	if next, ok := ahead.Next(way); ok {
		return j.Ask(next)
	}
	return j
}

// Short asks a taker with these answers as the short form does, and returns the
// answers it got and the questions it asked that count for the verdict, in their
// order.
func (m *Model) Short(answers quiz.Answers, lot func(step int) float64) (got quiz.Answers, asked []int) {
	got = slices.Repeat(quiz.Answers{quiz.NoAnswer}, len(answers))
	way := Way{Unasked: slices.DeleteFunc(slices.Clone(m.order), func(q int) bool { return !m.counts(m.items[q]) })}
	for len(way.Unasked) > 0 {
		ahead := m.Outlook(got)
		way.Lot = lot(len(way.Asked))
		next := ahead.Next
		if ahead.Settled(len(way.Asked), way.Unasked) {
			next = ahead.Balance
		}
		q, ask := next(way)
		if !ask {
			break
		}
		got[q] = answers[q]
		way.Asked = append(way.Asked, q)
		way.Unasked = slices.DeleteFunc(way.Unasked, func(other int) bool { return other == q })
	}
	return got, way.Asked
}
