package quiz_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestAnswersComeBackFromTheirText(t *testing.T) {
	v := first(t)
	answers := v.NoAnswers()
	answers[0], answers[3] = 3, 0
	got, err := v.AnswersFromText(answers.Text())
	if err != nil || !slices.Equal(got, answers) {
		t.Errorf("got %v %v", got, err)
	}
	if answers.Count() != 2 {
		t.Errorf("count is %d", answers.Count())
	}
}

func TestATextThatSpellsNoAnswersIsRefused(t *testing.T) {
	v := first(t)
	for _, text := range []string{"", "0", strings.Repeat("5", len(v.Questions)), strings.Repeat("x", len(v.Questions))} {
		if _, err := v.AnswersFromText(text); !errors.Is(err, quiz.ErrAnswers) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAnswersByKeyNameTheKeyThatIsWrong(t *testing.T) {
	v := first(t)
	for key, byKey := range map[string]map[string]int{"zz": {"h1": 1, "zz": 0}, "h1": {"h1": 5}, "c1": {"c1": -1}} {
		if _, err := v.AnswersByKey(byKey); err == nil || !strings.Contains(err.Error(), `"`+key+`"`) {
			t.Errorf("%v: %v", byKey, err)
		}
	}
	got, err := v.AnswersByKey(map[string]int{"h1": 4})
	if err != nil || got[v.QuestionIndex("h1")] != 4 || got.Count() != 1 {
		t.Errorf("got %v %v", got, err)
	}
}

func TestAnAnswerToAPairNamesTheStatement(t *testing.T) {
	q := quiz.Question{Kind: quiz.Pair, Left: "talk", Right: "listen", Options: make([]quiz.Option, 5)}
	want := []string{"Clearly “talk”", "A little more “talk”", "Both the same", "A little more “listen”", "Clearly “listen”"}
	for option, said := range want {
		if got := q.Said(option); got != said {
			t.Errorf("option %d: %s, want %s", option, got, said)
		}
	}
}
