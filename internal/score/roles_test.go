package score

import (
	"math"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestEachOfThreeRolesCanWin(t *testing.T) {
	v := threeRoles()
	m := New(v)
	rng := dice(7)
	won := map[int]int{}
	for role := range v.Roles {
		for range 200 {
			r := m.Score(m.Play(role, rng))
			won[r.Top]++
			for k, p := range r.Posterior {
				if k != r.Top && k != r.Second && p > r.Posterior[r.Second] || p > r.Posterior[r.Top] {
					t.Fatalf("top %d and second %d of %v", r.Top, r.Second, r.Posterior)
				}
			}
		}
	}
	for role := range v.Roles {
		if won[role] < 30 {
			t.Errorf("role %d won %d of 600", role, won[role])
		}
	}
}

func TestWithoutAnswersTheMoreCommonRoleIsAhead(t *testing.T) {
	v := unequal()
	r := New(v).Score(v.NoAnswers())
	near(t, "P", r.Posterior[1], 0.7, 1e-12)
	near(t, "prior odds", r.PriorOdds, math.Log(0.7/0.3), 1e-12)
	if r.Top != 1 || r.Second != 0 || r.Verdict != quiz.NotEnough || r.LogOdds != 0 {
		t.Errorf("top %d, second %d, %s, log-odds %f", r.Top, r.Second, r.Verdict, r.LogOdds)
	}
}

func TestASuppressorIsLeftOutAndReported(t *testing.T) {
	v := suppressing()
	m := New(v)
	r := m.Score(random(v, dice(8), 0))
	spark := dimension(t, v, "spark")
	if !slices.Contains(r.Suppressed, spark) {
		t.Fatalf("suppressed %v, want spark (%d) among them", r.Suppressed, spark)
	}
	for d, dimension := range r.Dimensions {
		if dimension.Weight*(m.mean[r.Top][d]-m.mean[r.Second][d]) < 0 {
			t.Errorf("dimension %d speaks against the role that stands further from it", d)
		}
	}
	if d := r.Dimensions[spark]; d.Weight != 0 || d.Contribution != 0 || d.Info == 0 {
		t.Errorf("spark is %+v, want a place and no weight", d)
	}
	checkSums(t, r)
}

func TestADimensionOnWhichNoRolesDifferDoesNotCount(t *testing.T) {
	v := content.First()
	for r := range v.Roles {
		p := v.Roles[r].Profile["voice"]
		p.Mean = 0.1
		v.Roles[r].Profile["voice"] = p
	}
	r := New(v).Score(random(v, dice(9), 0))
	if voice := dimension(t, v, "voice"); !slices.Equal(r.Suppressed, []int{voice}) {
		t.Errorf("suppressed %v, want voice (%d)", r.Suppressed, voice)
	}
}

func TestTheFirstVersionHasNoSuppressor(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(10)
	for i := range 500 {
		if r := m.Score(random(v, rng, float64(i%10)/10)); len(r.Suppressed) > 0 {
			t.Fatalf("suppressed %v", r.Suppressed)
		}
	}
}

func TestAQuestionOfNoStrengthDoesNoHarm(t *testing.T) {
	for _, strength := range []float64{0, 1e-300, 1e-9, 1e-5} {
		v := content.First()
		v.Questions[v.QuestionIndex("sp")].Strength = strength
		r := New(v).Score(answers(t, v, map[string]int{"sp": 4, "h1": 4, "u1": 4}))
		checkSums(t, r)
		near(t, "what it adds", r.Contributions[v.QuestionIndex("sp")], 0, 1e-4)
	}
}

func TestADimensionOutsideTheVerdictStillHasAPlace(t *testing.T) {
	v := content.First()
	setting := dimension(t, v, "setting")
	r := New(v).Score(answers(t, v, map[string]int{"e3": 4, "e2": 0, "ep": 0}))
	d := r.Dimensions[setting]
	if d.Position != 1 || d.Low >= 1 || d.High != 1 || d.Weight != 0 || d.Contribution != 0 {
		t.Errorf("setting is %+v, want the positive end without weight", d)
	}
	if r.Answered != 3 || r.LogOdds != 0 || len(r.Parts) != 0 {
		t.Errorf("%d answers add %f", r.Answered, r.LogOdds)
	}
}

func TestThePlaceOnADimensionRunsFromEndToEnd(t *testing.T) {
	v := content.First()
	m := New(v)
	d := dimension(t, v, "horizon")
	for _, c := range []struct {
		h1, h2 int
		want   float64
	}{{4, 0, 1}, {3, 1, 0.5}, {4, 4, 0}, {2, 2, 0}, {1, 2, -0.25}, {0, 4, -1}} {
		got := m.Score(answers(t, v, map[string]int{"h1": c.h1, "h2": c.h2})).Dimensions[d]
		near(t, "position", got.Position, c.want, 1e-12)
		if got.Low > got.Position || got.Position > got.High || got.Low < -1 || got.High > 1 {
			t.Errorf("position %f is outside %f to %f", got.Position, got.Low, got.High)
		}
	}
}
