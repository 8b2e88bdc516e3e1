package taker

import (
	"slices"

	"whichpm/internal/quiz"
)

// most is how many questions a new taker is asked at most.
func (ed *edition) most() int { return ed.Asked() }

// toCome lists the questions this taker may still be asked. Once the short
// form has stopped, only those that do not count for the verdict are left.
func (ed *edition) toCome(j quiz.Journey) []int {
	rest := j.Unasked(ed.Version)
	if j.Stopped && !j.Full {
		rest = slices.DeleteFunc(rest, ed.Counts)
	}
	return rest
}

// mostFor is how many questions this taker is asked at most. It only falls,
// unless the taker asks for the rest.
func (ed *edition) mostFor(j quiz.Journey) int { return len(j.Steps) + len(ed.toCome(j)) }

// advance asks the next question once every one asked is settled: the one
// expected to tell most, until the short form stops. Questions that do not
// count for the verdict come at the end.
func (ed *edition) advance(j quiz.Journey) quiz.Journey {
	if j.Finished || j.Current() > 0 {
		return j
	}
	j.Stopped = j.Stopped || ed.settled(j)
	if next, ok := ed.model.Next(j.Answers(ed.Version), ed.toCome(j)); ok {
		return j.Ask(next)
	}
	return j
}

// settled reports whether further answers would hardly change the verdict.
func (ed *edition) settled(j quiz.Journey) bool {
	return ed.model.Settled(len(j.Steps), j.Answers(ed.Version), j.Unasked(ed.Version))
}
