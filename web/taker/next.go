package taker

import "whichpm/internal/quiz"

// most is how many questions a new taker is asked at most.
func (ed *edition) most() int { return ed.mostFor(quiz.Journey{}) }

// mostFor is how many questions this taker is asked at most. It only falls,
// unless the taker asks for the rest.
func (ed *edition) mostFor(j quiz.Journey) int {
	return len(j.Steps) + len(ed.model.ToCome(j))
}

// advance asks the next question once every one asked is settled.
func (ed *edition) advance(j quiz.Journey) quiz.Journey { return ed.model.Advance(ed.Version, j) }

// settled reports whether further answers would hardly change the verdict.
func (ed *edition) settled(j quiz.Journey) bool {
	return ed.model.Outlook(j.Answers(ed.Version)).Settled(len(j.Steps), ed.model.Unasked(j))
}
