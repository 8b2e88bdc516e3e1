package score

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/test/former"
)

func TestRobustnessIsTheSameForTheSameSeed(t *testing.T) {
	v := content.First()
	m := New(v)
	a := random(v, dice(21), 0)
	if m.Robustness(a, 5) != m.Robustness(a, 5) {
		t.Error("the same seed gives two shares")
	}
	near(t, "another seed", m.Robustness(a, 6), m.Robustness(a, 5), 0.1)
}

// The model's noise is a little less than what five steps add, so takers
// differ a little more often than told.
func TestRobustnessIsAboutHowOftenOtherQuestionsAgree(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(22)
	const takers = 2000
	told, same := 0.0, 0.0
	for i := range uint64(takers) {
		role := rng.IntN(2)
		place := m.drawTraits(role, rng)
		once, again := m.answer(place, rng), m.answer(place, rng)
		told += m.Robustness(once, i) / takers
		if m.Score(once).Top == m.Score(again).Top {
			same += 1.0 / takers
		}
	}
	t.Logf("told %.3f, happened %.3f", told, same)
	near(t, "share of the same verdict", same, told, 0.06)
}

func TestOneSidedAnswersAreMoreRobustThanMixedOnes(t *testing.T) {
	v := former.First(t)
	m := New(v)
	cases := map[string]float64{}
	for _, c := range vectors(t) {
		cases[c.Case] = m.Robustness(c.answers(t, v), 1)
	}
	if cases["extreme_positive"] < 0.95 || cases["agree_to_all_statements"] > 0.65 {
		t.Errorf("%.2f one-sided, %.2f mixed", cases["extreme_positive"], cases["agree_to_all_statements"])
	}
}
