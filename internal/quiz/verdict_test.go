package quiz

import (
	"slices"
	"testing"
)

func TestARoleIsNamedWhereItIsAheadAndLikely(t *testing.T) {
	s := Settings{BalancedBelow: .60, ClearFrom: .75, MinAnswers: 8, MinDimensions: 4}
	for _, c := range []struct {
		p     []float64
		want  Verdict
		reach []int
	}{
		{[]float64{.55, .45}, Balanced, []int{0, 1}},
		{[]float64{.5, .5}, Balanced, []int{0, 1}},
		{[]float64{.4, .6}, Leaning, []int{1}},
		{[]float64{.75, .25}, Clear, []int{0}},
		{[]float64{.555, .226, .219}, Leaning, []int{0}},
		{[]float64{.15, .8, .05}, Clear, []int{1}},
		{[]float64{.40, .35, .25}, Balanced, []int{0, 1}},
		{[]float64{.2, .42, .38}, Balanced, []int{1, 2}},
		{[]float64{.34, .33, .33}, Balanced, []int{0, 1, 2}},
		{[]float64{.25, .25, .25, .25}, NoneStandsOut, []int{0, 1, 2, 3}},
		{[]float64{.20, .18, .10, .10, .10, .08, .08, .08, .08}, NoneStandsOut, []int{0, 1}}, // together too unlikely
		{[]float64{.30, .10, .10, .10, .10, .10, .10, .10}, NoneStandsOut, []int{0}},         // ahead of each and unlikely
		{[]float64{.45, .11, .11, .11, .11, .11}, Leaning, []int{0}},                         // ahead enough to be clear
		{[]float64{.1, .5, .1, .1, .1, .1}, Clear, []int{1}},
	} {
		if got := s.Verdict(c.p, 8, 4); got != c.want {
			t.Errorf("%v is %s, want %s", c.p, got, c.want)
		}
		if reach := s.WithinReach(c.p); !slices.Equal(reach, c.reach) {
			t.Errorf("of %v within reach are %v, want %v", c.p, reach, c.reach)
		}
		if got := s.Verdict(c.p, 7, 4); got != NotEnough {
			t.Errorf("seven answers give %s", got)
		}
	}
}

func TestForTwoRolesTheVerdictFollowsFromTheChanceOfTheFirst(t *testing.T) {
	s := Settings{BalancedBelow: .60, ClearFrom: .75}
	for i := range 5001 {
		p := .5 + float64(i)/10000
		for _, both := range [][]float64{{p, 1 - p}, {1 - p, p}} {
			if got, want := s.Verdict(both, 0, 0), s.ByTopAlone(max(p, 1-p)); got != want {
				t.Fatalf("%v is %s, want %s", both, got, want)
			}
		}
	}
}

func TestNoRoleStandsOutOnlyAmongThreeOrMore(t *testing.T) {
	if slices.Contains(VerdictsFor(2), NoneStandsOut) || !slices.Contains(VerdictsFor(3), NoneStandsOut) {
		t.Errorf("two roles have %v, three %v", VerdictsFor(2), VerdictsFor(3))
	}
	for _, v := range Verdicts {
		if v.Message().Text == "" {
			t.Errorf("%s has no name", v)
		}
	}
}
