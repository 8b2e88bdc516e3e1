package insight_test

import (
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func TestTheFunnelSaysWherePeopleLeave(t *testing.T) {
	v := firstVersion()
	v.Questions[1].Retired = true
	counts := []quiz.StepCount{
		{Version: 1, Day: 3, Event: quiz.EventStarted, N: 10},
		{Version: 1, Day: 4, Event: quiz.EventStarted, N: 5},
		{Version: 2, Day: 4, Event: quiz.EventStarted, N: 100},
		{Version: 1, Day: 4, Event: quiz.EventLotStarted, N: 6},
		{Version: 1, Day: 4, Event: quiz.EventLotFinished, N: 3},
		{Version: 1, Day: 4, Event: quiz.EventLotEnded, N: 1},
		{Version: 2, Day: 4, Event: quiz.EventLotStarted, N: 50},
		{Version: 1, Event: quiz.EventResumed, N: 2},
		{Version: 1, Event: quiz.EventShareOpened, N: 7},
		{Version: 1, Event: quiz.EventReached, Place: 1, N: 15},
		{Version: 1, Event: quiz.EventReached, Place: 2, N: 12},
		{Version: 1, Event: quiz.EventReached, Place: 99, N: 12},
		{Version: 1, Event: quiz.EventAsked, Place: 0, N: 15},
		{Version: 1, Event: quiz.EventAnswered, Place: 0, N: 9},
		{Version: 1, Event: quiz.EventSkipped, Place: 0, N: 2},
		{Version: 1, Event: quiz.EventAnswered, Place: 2, N: 3},
		{Version: 1, Event: quiz.EventAsked, Place: -1, N: 3},
	}
	f := insight.Funnel(v, counts, 12)
	if byLot, others := (insight.Leaving{Started: 6, Finished: 3, Ended: 1}), (insight.Leaving{Started: 9, Finished: 8}); f.ByLot != byLot || f.Others != others || byLot.Left() != 2 || others.Left() != 1 {
		t.Errorf("by lot %+v, the others %+v", f.ByLot, f.Others)
	}
	if f.Started != 15 || f.Resumed != 2 || f.Finished != 12 || f.SharesOpened != 7 {
		t.Errorf("%+v", f)
	}
	if len(f.Reached) != len(v.Questions)-1 || f.Reached[0] != 15 || f.Reached[1] != 12 {
		t.Errorf("reached %v", f.Reached)
	}
	if got, want := f.Questions[0], (insight.QuestionDrop{Question: 0, Asked: 15, Answered: 9, Skipped: 2, Left: 4}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(f.Questions) != len(v.Questions)-1 || f.Questions[1].Question != 2 {
		t.Error("the retired question is counted")
	}
	if left := f.Questions[1].Left; left != 0 {
		t.Errorf("%d left a question whose count of being asked was lost, want 0", left)
	}
}
