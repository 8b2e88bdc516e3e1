package quiz_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

func TestAnAnswerIsKeptAndTheNextQuestionIsOpen(t *testing.T) {
	v := first(t)
	j, err := asked(v, 2).Answer(v, 1, 3, noon.Add(4*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if got := j.Answers(v)[0]; got != 3 {
		t.Errorf("answer is %d, want 3", got)
	}
	if j.Current() != 2 || j.Answered() != 1 {
		t.Errorf("current %d answered %d, want 2 and 1", j.Current(), j.Answered())
	}
	if j.Steps[0].Pace != 16 {
		t.Errorf("pace is %d quarter seconds, want 16", j.Steps[0].Pace)
	}
}

func TestAMoveLeavesTheJourneyItCameFromAlone(t *testing.T) {
	v := first(t)
	before := asked(v, 1)
	if _, err := before.Answer(v, 1, 0, noon); err != nil {
		t.Fatal(err)
	}
	if before.Steps[0].Answer != quiz.Open {
		t.Error("the earlier value changed")
	}
	one, other := before.Ask(1), before.Ask(2)
	if one.Steps[1].Question == other.Steps[1].Question {
		t.Error("two journeys share their steps")
	}
}

func TestAnAnswerCanBeChangedAndTakenBack(t *testing.T) {
	v := first(t)
	j, _ := asked(v, 1).Answer(v, 1, 3, noon)
	j, _ = j.Answer(v, 1, 1, noon)
	if j.Answers(v)[0] != 1 {
		t.Error("the change is lost")
	}
	j, _ = j.Skip(1, noon)
	if j.Answers(v)[0] != quiz.NoAnswer || j.Answered() != 0 || j.Current() != 0 {
		t.Error("a skipped question is settled without an answer")
	}
}

func TestAnOptionTheQuestionDoesNotHaveIsAProblem(t *testing.T) {
	v := first(t)
	for _, option := range []int{-1, len(v.Questions[0].Options), 1 << 40} {
		_, err := asked(v, 1).Answer(v, 1, option, noon)
		problems, ok := errors.AsType[quiz.Problems](err)
		if !ok || problems.For("answer") == "" {
			t.Errorf("option %d: %v, want a problem with the answer", option, err)
		}
	}
}

func TestAQuestionThatWasNotAskedCannotBeAnswered(t *testing.T) {
	v := first(t)
	for _, n := range []int{-1, 0, 2} {
		if _, err := asked(v, 1).Answer(v, n, 0, noon); !errors.Is(err, quiz.ErrNotAsked) {
			t.Errorf("question %d: %v", n, err)
		}
		if _, err := asked(v, 1).Skip(n, noon); !errors.Is(err, quiz.ErrNotAsked) {
			t.Errorf("skip %d: %v", n, err)
		}
	}
}

func TestAFinishedJourneyNoLongerChanges(t *testing.T) {
	v := first(t)
	j := asked(v, 1)
	j.Finished = true
	if _, err := j.Answer(v, 1, 0, noon); !errors.Is(err, quiz.ErrFinished) {
		t.Errorf("answer: %v", err)
	}
	if _, err := j.Skip(1, noon); !errors.Is(err, quiz.ErrFinished) {
		t.Errorf("skip: %v", err)
	}
}

func TestQuestionsThatDoNotCountForTheVerdictComeLast(t *testing.T) {
	v := first(t)
	rest := quiz.Journey{}.Unasked(v)
	for i, q := range rest {
		if last := i >= len(rest)-3; last != v.Questions[q].Loads("setting") {
			t.Errorf("%s comes at place %d of %d", v.Questions[q].Key, i+1, len(rest))
		}
	}
}

func TestARetiredQuestionIsNotAsked(t *testing.T) {
	v := first(t)
	v.Questions[4].Retired = true
	if slices.Contains(quiz.Journey{}.Unasked(v), 4) {
		t.Error("it is asked")
	}
}

func TestAJourneyOfAnotherVersionDoesNotFit(t *testing.T) {
	v := first(t)
	foreign := map[string]func(*quiz.Journey){
		"another version":     func(j *quiz.Journey) { j.Version = 2 },
		"an unknown question": func(j *quiz.Journey) { j.Steps[0].Question = len(v.Questions) },
		"a question twice":    func(j *quiz.Journey) { j.Steps[1].Question = 0 },
		"an unknown option":   func(j *quiz.Journey) { j.Steps[0].Answer = 200 },
		"nothing asked":       func(j *quiz.Journey) { j.Steps = nil },
	}
	for name, change := range foreign {
		j := asked(v, 2)
		change(&j)
		if err := j.Fits(v); !errors.Is(err, quiz.ErrForeign) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := asked(v, 2).Fits(v); err != nil {
		t.Errorf("its own: %v", err)
	}
}
