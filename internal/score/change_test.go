package score

import (
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestTheAnswersThatWouldChangeItDo(t *testing.T) {
	for _, v := range []*quiz.Version{content.First(), unequal(), suppressing()} {
		m := New(v)
		rng := dice(11)
		for range 200 {
			a := m.Play(rng.IntN(2), rng)
			r := m.Score(a)
			changed, want := slices.Clone(a), r.LogOdds
			for _, change := range m.WouldChange(a).Changes {
				changed[change.Question] = change.To
				want += change.Shift
			}
			after := m.Score(changed)
			if after.Top != r.Second {
				t.Fatalf("role %d is still ahead", r.Top)
			}
			near(t, "log-odds after", -after.LogOdds, want, 1e-9)
		}
	}
}

func TestNoFewerAnswersWouldChangeIt(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(12)
	for range 6 {
		a := v.NoAnswers()
		for _, key := range []string{"c1", "o1", "u2", "hp", "vp"} {
			q := v.QuestionIndex(key)
			a[q] = rng.IntN(len(v.Questions[q].Options))
		}
		if got, want := len(m.WouldChange(a).Changes), fewest(v, m, a); got != want {
			t.Errorf("%v: %d changes, want %d", a, got, want)
		}
	}
}

// fewest tries every other set of answers and returns how many answers differ
// in the nearest one that puts the runner-up ahead, or 0.
func fewest(v *quiz.Version, m *Model, a quiz.Answers) int {
	before := m.Score(a)
	least := 0
	var try func(q, changed int, b quiz.Answers)
	try = func(q, changed int, b quiz.Answers) {
		if q == len(a) {
			p := m.Score(b).Posterior
			if p[before.Second] > p[before.Top]+tiny && (least == 0 || changed < least) {
				least = changed
			}
			return
		}
		if a[q] == quiz.NoAnswer {
			try(q+1, changed, b)
			return
		}
		for option := range v.Questions[q].Options {
			b[q] = option
			if option == a[q] {
				try(q+1, changed, b)
			} else {
				try(q+1, changed+1, b)
			}
		}
	}
	try(0, 0, slices.Clone(a))
	return least
}

func TestACommonRoleCannotBeAnsweredAway(t *testing.T) {
	v := unequal()
	v.Roles[0].Prior, v.Roles[1].Prior = 0.001, 0.999
	if changes := New(v).WouldChange(answers(t, v, map[string]int{"h1": 4})).Changes; changes != nil {
		t.Errorf("%v, want none", changes)
	}
}

func TestADimensionFlipsTheVerdictWhereItSaysSo(t *testing.T) {
	v := unequal()
	m := New(v)
	rng := dice(13)
	found := 0
	for range 300 {
		r := m.Score(m.Play(rng.IntN(2), rng))
		for d, dimension := range r.Dimensions {
			position, possible := r.FlipAt(d)
			if possible != (dimension.slope != 0 && position >= -1 && position <= 1) {
				t.Fatalf("position %f is possible: %t", position, possible)
			}
			if possible && dimension.Position != 0 {
				found++
				moved := dimension.T / dimension.Position * position
				shift := m.settings.Discount * dimension.Weight * (moved - dimension.T)
				near(t, "odds there", r.LogOdds+r.PriorOdds+shift, 0, 1e-9)
			}
		}
	}
	if found == 0 {
		t.Error("no dimension alone could flip any verdict")
	}
}
