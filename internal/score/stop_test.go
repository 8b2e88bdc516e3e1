package score

import (
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

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
		"h1": 4, "hp": 4, "u1": 4, "up": 0, "r1": 4, "rp": 4, "o1": 4, "op": 4, "l1": 4, "lp": 0, "v3": 4, "vp": 0,
	})
	unasked := slices.DeleteFunc(scoring(v), func(q int) bool {
		return a[q] != quiz.NoAnswer || v.Questions[q].Loads("spark")
	})
	if !m.Outlook(a).Settled(17, unasked) {
		t.Errorf("not settled, the chance of a flip is %f", flipping(m, a, unasked))
	}
}

func TestAVersionCanAskForSteadierHeadlines(t *testing.T) {
	v := content.First()
	v.Settings.ShortHeadlineStop = .35
	m, rng := New(v), dice(23)
	c := through(v, 1000, rng, func() quiz.Answers { return m.Play(rng.IntN(2), rng) })
	t.Logf("%.2f questions, headline changes %.3f", c.mean, c.headline)
	if c.headline > .26 || c.mean > 17.5 {
		t.Errorf("%.2f questions, and the headline changes for %.3f", c.mean, c.headline)
	}
}
