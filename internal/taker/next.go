package taker

import "whichpm/internal/quiz"

// most is how many questions a new taker is asked at most.
func (ed *edition) most() int { return len(quiz.Journey{}.Unasked(ed.Version)) }

// mostFor is how many questions this taker is asked at most. It only falls.
func (ed *edition) mostFor(j quiz.Journey) int {
	return len(j.Steps) + len(j.Unasked(ed.Version))
}

// advance asks the next question once every one asked is settled.
func (ed *edition) advance(j quiz.Journey) quiz.Journey {
	rest := j.Unasked(ed.Version)
	if j.Finished || j.Current() > 0 || len(rest) == 0 {
		return j
	}
	return j.Ask(rest[0])
}
