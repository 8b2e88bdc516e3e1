package score

import (
	"slices"

	"whichpm/internal/quiz"
)

// ToCome lists the questions a taker may still be asked. Once the short form
// has stopped, only those that do not count for the verdict are left.
func ToCome(v *quiz.Version, j quiz.Journey) []int {
	rest := j.Unasked(v)
	if j.Stopped && !j.Full {
		rest = slices.DeleteFunc(rest, v.Counts)
	}
	return rest
}

// Advance asks the next question of v, whose model m is, once every one asked
// is settled: the one expected to tell most, until the short form stops.
// Questions that do not count for the verdict come at the end.
func (m *Model) Advance(v *quiz.Version, j quiz.Journey) quiz.Journey {
	if j.Finished || j.Current() > 0 {
		return j
	}
	answers := j.Answers(v)
	j.Stopped = j.Stopped || m.Settled(len(j.Steps), answers, j.Unasked(v))
	if next, ok := m.Next(answers, ToCome(v, j)); ok {
		return j.Ask(next)
	}
	return j
}
