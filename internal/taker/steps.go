package taker

import "whichpm/internal/quiz"

// countNothing is for a site that does not measure the way through the quiz.
func countNothing(int64, quiz.Event, int) {}

// countSteps counts what a move led to: questions asked, and those no longer
// open for the first time. A journey without steps before has just begun.
// Looking at a page or changing an answer counts nothing.
func (t *Taker) countSteps(before, after quiz.Journey) {
	if len(before.Steps) == 0 {
		t.count(after.Version, quiz.EventStarted, 0)
	}
	for i, step := range after.Steps {
		if i >= len(before.Steps) {
			t.count(after.Version, quiz.EventReached, i+1)
			t.count(after.Version, quiz.EventAsked, step.Question)
			continue
		}
		if before.Steps[i].Answer != quiz.Open || step.Answer == quiz.Open {
			continue
		}
		event := quiz.EventAnswered
		if step.Answer == quiz.Skipped {
			event = quiz.EventSkipped
		}
		t.count(after.Version, event, step.Question)
	}
}
