package score

import (
	"math"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestTheAnswersAddUpToTheLogOdds(t *testing.T) {
	for name, v := range everyVersion() {
		t.Run(name, func(t *testing.T) {
			m := New(v)
			rng := dice(4)
			for i := range 300 {
				checkSums(t, m.Score(random(v, rng, float64(i%10)/10)))
			}
		})
	}
}

func checkSums(t testing.TB, r Result) {
	t.Helper()
	total := 0.0
	for _, p := range r.Posterior {
		total += p
	}
	near(t, "sum of the probabilities", total, 1, 1e-12)
	near(t, "prior and answers", r.LogOdds+r.PriorOdds, math.Log(r.Posterior[r.Top]/r.Posterior[r.Second]), 1e-9)
	answers, parts, points := 0.0, 0.0, 0
	for _, c := range r.Contributions {
		answers += c
	}
	for _, p := range r.Parts {
		parts += p.Contribution
	}
	for _, e := range r.Ledger() {
		points += e.Points
	}
	near(t, "sum of the answers", answers, r.LogOdds, 1e-9)
	near(t, "sum of the parts", parts, r.LogOdds, 1e-9)
	if points != r.Total() || math.Abs(float64(points)-100*r.LogOdds) > 0.5+1e-6 {
		t.Errorf("the ledger shows %d points for log-odds of %f", points, r.LogOdds)
	}
	if sum(r.DimensionPoints()) != points {
		t.Errorf("dimensions %v do not add up to %d points", r.DimensionPoints(), points)
	}
	if len(r.Ledger()) != r.Answered {
		t.Errorf("%d entries for %d answers", len(r.Ledger()), r.Answered)
	}
}

func sum(points []int) int {
	total := 0
	for _, p := range points {
		total += p
	}
	return total
}

func TestShownPointsAddUpAsShown(t *testing.T) {
	third := 1.0 / 3 / 100
	for _, c := range []struct {
		parts []float64
		want  []int
	}{
		{nil, []int{}},
		{[]float64{0, 0}, []int{0, 0}},
		{[]float64{third, third, third}, []int{1, 0, 0}},
		{[]float64{-third, -third, -third}, []int{0, 0, -1}},
		{[]float64{0.256, 0.253, 0, 0.251}, []int{26, 25, 0, 25}},
		{[]float64{0.126, -0.122}, []int{12, -12}},
		{[]float64{-1e-17, 0.003}, []int{0, 0}},
	} {
		if got := points(c.parts); !slices.Equal(got, c.want) {
			t.Errorf("points(%v) = %v, want %v", c.parts, got, c.want)
		}
	}
}

func TestTheLedgerStartsWithTheLargestAnswer(t *testing.T) {
	v := content.First()
	r := New(v).Score(random(v, dice(5), 0.1))
	ledger := r.Ledger()
	for i := 1; i < len(ledger); i++ {
		if abs(ledger[i].Points) > abs(ledger[i-1].Points) {
			t.Errorf("entry %d has %d points after %d", i, ledger[i].Points, ledger[i-1].Points)
		}
	}
}

func TestASkippedQuestionTellsNothing(t *testing.T) {
	v := content.First()
	m := New(v)
	a := answers(t, v, map[string]int{"h1": 4, "u1": 3, "c1": 0})
	r := m.Score(a)
	if r.Answered != 3 || len(r.Parts) != 4 {
		t.Errorf("%d answers with %d parts, want 3 with 4", r.Answered, len(r.Parts))
	}
	if d := r.Dimensions[dimension(t, v, "voice")]; d != (Dimension{Low: -1, High: 1}) {
		t.Errorf("voice was not asked about and is %+v", d)
	}
}

func TestARetiredQuestionDoesNotCount(t *testing.T) {
	v := content.First()
	a := random(v, dice(6), 0)
	without := slices.Clone(a)
	q := v.QuestionIndex("op")
	without[q] = quiz.NoAnswer
	want := New(v).Score(without)
	v.Questions[q].Retired = true
	got := New(v).Score(a)
	near(t, "P", got.Posterior[0], want.Posterior[0], 0)
	if got.Answered != want.Answered || got.Contributions[q] != 0 {
		t.Errorf("%d answers count, want %d; the retired one adds %f", got.Answered, want.Answered, got.Contributions[q])
	}
}
