package taker

import "whichpm/internal/quiz"

// countNothing is for a site that does not measure the way through the quiz.
func countNothing(int64, quiz.Event, int) {}

// countSteps counts what a move led to: questions asked, and those no longer
// open for the first time. A journey without steps before has just begun.
// Looking at a page or changing an answer counts nothing, nor does a move sent
// again, whatever it says this time.
func (t *Taker) countSteps(before, after quiz.Journey) {
	counted := t.progress.record(after.Origin(), howFar(after))
	if len(before.Steps) == 0 && counted.asked == 0 {
		t.count(after.Version, quiz.EventStarted, 0)
	}
	for i, step := range after.Steps {
		if i >= len(before.Steps) {
			if i >= int(counted.asked) {
				t.count(after.Version, quiz.EventReached, i+1)
				t.count(after.Version, quiz.EventAsked, step.Question)
			}
			continue
		}
		if before.Steps[i].Answer != quiz.Open || step.Answer == quiz.Open || i < int(counted.settled) {
			continue
		}
		event := quiz.EventAnswered
		if step.Answer == quiz.Skipped {
			event = quiz.EventSkipped
		}
		t.count(after.Version, event, step.Question)
	}
}

// countResumed counts a journey that goes on from its link, also if the link
// is used again.
func (t *Taker) countResumed(j quiz.Journey) {
	is := howFar(j)
	is.resumed = true
	if !t.progress.record(j.Origin(), is).resumed {
		t.count(j.Version, quiz.EventResumed, 0)
	}
}

// howFar is how far a journey is. Only its last question can be open.
func howFar(j quiz.Journey) reached {
	settled := len(j.Steps)
	if j.Current() > 0 {
		settled--
	}
	return reached{asked: int16(len(j.Steps)), settled: int16(settled)} //nolint:gosec // at most MaxQuestions
}
