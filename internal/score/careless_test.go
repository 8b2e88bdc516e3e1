package score

import (
	"slices"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// journey answers every question in the version's order, that long after the
// one before.
func journey(t *testing.T, v *quiz.Version, a quiz.Answers, pace time.Duration) quiz.Journey {
	t.Helper()
	now := time.Unix(1_700_000_000, 0)
	j := quiz.Begin(v, quiz.Seed{}, now, true)
	for q, option := range a {
		now = now.Add(pace)
		j = j.Ask(q)
		var err error
		if option == quiz.NoAnswer {
			j, err = j.Skip(len(j.Steps), now)
		} else {
			j, err = j.Answer(v, len(j.Steps), option, now)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return j
}

func TestAnswersLookHurried(t *testing.T) {
	v := content.First()
	set := func(options ...func(quiz.Answers)) quiz.Answers {
		a := v.NoAnswers()
		n := 0
		for q, question := range v.Questions {
			a[q] = 1
			if question.Kind == quiz.Agree {
				n++
				a[q] = 1 + n%3 // no two in a row, no extreme
			}
		}
		for _, option := range options {
			option(a)
		}
		return a
	}
	row := func(first, n, column int) func(quiz.Answers) {
		return func(a quiz.Answers) {
			for q, question := range v.Questions {
				if question.Kind != quiz.Agree {
					continue
				}
				if first--; first < 0 && first >= -n {
					a[q] = column
				}
			}
		}
	}
	both := func(column int, keys ...string) func(quiz.Answers) {
		return func(a quiz.Answers) {
			for _, key := range keys {
				a[v.QuestionIndex(key)] = column
			}
		}
	}
	calm := 5 * time.Second
	for name, c := range map[string]struct {
		answers quiz.Answers
		pace    time.Duration
		want    bool
	}{
		"not when they vary and take time":           {set(), calm, false},
		"not at a second and a half each":            {set(), 1500 * time.Millisecond, false},
		"under a second and a half each":             {set(), 1400 * time.Millisecond, true},
		"not with seven statements in one column":    {set(row(3, 7, 2), row(2, 1, 1), row(10, 1, 1)), calm, false},
		"with eight statements in one column":        {set(row(3, 8, 2)), calm, true},
		"with four dimensions agreed to both ways":   {set(both(4, "v3", "v4", "u1", "u2", "l1", "l2"), both(0, "s1", "s2")), calm, true},
		"not with three dimensions agreed both ways": {set(both(4, "v3", "v4", "u1", "u2", "l1", "l2")), calm, false},
		"not with four dimensions at the middle":     {set(both(2, "v3", "v4", "u1", "u2", "l1", "l2", "s1", "s2")), calm, false},
		"not when nothing is answered":               {v.NoAnswers(), 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Hurried(v, journey(t, v, c.answers, c.pace)); got != c.want {
				t.Errorf("hurried: %t", got)
			}
		})
	}
}

func TestARunOfStatementsIsCountedInTheOrderAsked(t *testing.T) {
	v := content.First()
	a := v.NoAnswers()
	n := 0
	for q, question := range v.Questions {
		if question.Kind == quiz.Agree {
			n++
			a[q] = 1 + n%2
		}
	}
	j := journey(t, v, a, 5*time.Second)
	if Hurried(v, j) {
		t.Fatal("alternating answers look hurried")
	}
	slices.SortStableFunc(j.Steps, func(a, b quiz.Step) int { return int(a.Answer) - int(b.Answer) })
	if !Hurried(v, j) {
		t.Error("eight in a row do not look hurried")
	}
}
