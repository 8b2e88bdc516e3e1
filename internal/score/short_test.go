package score

import (
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// scoring returns the questions that count for the verdict.
func scoring(v *quiz.Version) []int {
	m := New(v)
	return slices.DeleteFunc(quiz.Journey{}.Unasked(v), func(q int) bool { return !m.counts(m.items[q]) })
}

// shortForm asks until the verdict is settled and returns what was answered
// and how many questions that took.
func shortForm(m *Model, full quiz.Answers, unasked []int) (quiz.Answers, int) {
	a, asked := slices.Repeat(quiz.Answers{quiz.NoAnswer}, len(full)), 0
	unasked = slices.Clone(unasked)
	for len(unasked) > 0 && !m.Outlook(a).Settled(asked, unasked) {
		q, _ := m.Outlook(a).Next(unasked)
		a[q] = full[q]
		asked++
		unasked = slices.DeleteFunc(unasked, func(other int) bool { return other == q })
	}
	return a, asked
}

func TestTheShortFormAsksHalfAndHardlyEverDiffers(t *testing.T) {
	v := content.First()
	m := New(v)
	unasked := scoring(v)
	rng := dice(16)
	const takers = 2000
	asked, same, right := 0, 0, 0
	for range takers {
		role := rng.IntN(2)
		full := m.Play(role, rng)
		short, n := shortForm(m, full, unasked)
		asked += n
		r := m.Score(short)
		if r.Top == m.Score(full).Top {
			same++
		}
		if r.Top == role {
			right++
		}
		if r.Verdict == quiz.NotEnough || n < v.Settings.ShortMinAsked {
			t.Fatalf("settled after %d questions with %s", n, r.Verdict)
		}
	}
	mean, agreement := float64(asked)/takers, float64(same)/takers
	t.Logf("%.2f of %d questions, %.3f agreement, %.3f right", mean, len(unasked), agreement, float64(right)/takers)
	if mean > 12.5 || agreement < 0.97 {
		t.Errorf("%.2f questions with %.3f agreement, want at most 12.5 with .97", mean, agreement)
	}
}

func TestOnceEverythingIsAskedNothingCanFlip(t *testing.T) {
	v := content.First()
	m := New(v)
	a := random(v, dice(18), 0)
	if p := flipping(m, a, nil); p != 0 {
		t.Errorf("the chance is %f", p)
	}
	setting := v.QuestionIndex("e1")
	a[setting] = quiz.NoAnswer
	if p := flipping(m, a, []int{setting}); p != 0 {
		t.Errorf("with a question left that does not count the chance is %f", p)
	}
	if !m.Outlook(a).Settled(27, []int{setting}) {
		t.Error("the verdict is not settled")
	}
	if q, ok := m.Outlook(a).Next([]int{setting}); q != setting || !ok {
		t.Errorf("the last question is %d, %t", q, ok)
	}
	if _, ok := m.Outlook(a).Next(nil); ok {
		t.Error("there is a question after the last")
	}
}

func TestEveryDimensionIsAskedAboutFirst(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(19)
	for range 50 {
		full, a, unasked := random(v, rng, 0), v.NoAnswers(), quiz.Journey{}.Unasked(v)
		for n := range len(v.Questions) {
			seen := m.Score(a).Dimensions
			q, _ := m.Outlook(a).Next(unasked)
			unseen := slices.ContainsFunc(v.Dimensions, func(d quiz.Dimension) bool {
				return v.Scored(d.Key) && seen[dimension(t, v, d.Key)].Info == 0
			})
			news := slices.ContainsFunc(m.items[q].loads, func(l load) bool {
				return m.scored[l.dimension] && seen[l.dimension].Info == 0
			})
			if unseen && !news {
				t.Fatalf("question %d asks about what is known while a dimension is not", n)
			}
			if counts := m.counts(m.items[q]); counts == (n >= len(v.Questions)-3) {
				t.Fatalf("question %d counts for the verdict: %t", n, counts)
			}
			a[q] = full[q]
			unasked = slices.DeleteFunc(unasked, func(other int) bool { return other == q })
		}
	}
}

func TestTheNextQuestionDoesNotDependOnHowTheRestIsListed(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(20)
	unasked := quiz.Journey{}.Unasked(v)
	want, _ := m.Outlook(v.NoAnswers()).Next(unasked)
	for range 20 {
		rng.Shuffle(len(unasked), func(i, j int) { unasked[i], unasked[j] = unasked[j], unasked[i] })
		if got, _ := m.Outlook(v.NoAnswers()).Next(unasked); got != want {
			t.Fatalf("question %d, then %d", want, got)
		}
	}
}

func TestTheShortFormGoesOn(t *testing.T) {
	v := content.First()
	m := New(v)
	sure := v.NoAnswers() // all of a piece, so that little could turn it
	for q, question := range v.Questions {
		for o, option := range question.Options {
			loadings := 0.0
			for _, x := range option.Loadings {
				loadings += x
			}
			if loadings >= 1 {
				sure[q] = o
			}
		}
	}
	with := func(keys ...string) (quiz.Answers, []int) {
		a := v.NoAnswers()
		for _, key := range keys {
			a[v.QuestionIndex(key)] = sure[v.QuestionIndex(key)]
		}
		return a, slices.DeleteFunc(scoring(v), func(q int) bool { return a[q] != quiz.NoAnswer })
	}
	ten := []string{"c1", "h1", "u1", "sp", "r1", "o1", "l1", "vp", "hp", "op"}
	for name, c := range map[string]struct {
		asked int
		keys  []string
		want  bool
	}{
		"stops when all is seen and sure":     {10, ten, true},
		"before ten are asked":                {9, ten, false},
		"while a dimension is not seen":       {12, []string{"c1", "h1", "u1", "r1", "o1", "l1", "vp", "hp", "op", "up"}, false},
		"while answers for a verdict are few": {12, []string{"c4", "h1", "u1", "sp", "r1", "l1", "vp"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			a, unasked := with(c.keys...)
			if got := m.Outlook(a).Settled(c.asked, unasked); got != c.want {
				t.Errorf("settled: %t, the chance of a flip is %f", got, flipping(m, a, unasked))
			}
		})
	}
}

func TestADimensionThatWasSkippedThroughoutDoesNotHoldTheShortFormUp(t *testing.T) {
	v := content.First()
	m := New(v)
	a := answers(t, v, map[string]int{
		"h1": 4, "hp": 4, "u1": 4, "up": 0, "r1": 4, "rp": 4, "o1": 4, "op": 4, "l1": 4, "lp": 0, "v1": 4, "vp": 0,
	})
	unasked := slices.DeleteFunc(scoring(v), func(q int) bool {
		return a[q] != quiz.NoAnswer || v.Questions[q].Loads("spark")
	})
	if !m.Outlook(a).Settled(17, unasked) {
		t.Errorf("not settled, the chance of a flip is %f", flipping(m, a, unasked))
	}
}
