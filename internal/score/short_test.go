package score

import (
	"math"
	"math/rand/v2"
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

// lots are those of one taker.
func lots(rng *rand.Rand) func(step int) float64 { return quiz.Shuffle(rng.Uint64()).Lot }

// crowd is what the short form did to many takers.
type crowd struct {
	mean, p90     float64         // questions asked
	same          float64         // share with the same role first as in the full form
	asked         map[int]float64 // by question: share it was asked of
	mostFirst     float64         // share of the most common first question
	headline      float64         // share whose verdict or first role the full form changes
	toldFlip      float64         // mean chances told at the stop
	toldHeadline  float64
	p             []float64 // of the first role, by taker
	named, uneven float64   // shares: to whom a role was named; with uneven statements at the stop
}

func through(v *quiz.Version, takers int, rng *rand.Rand, answersOf func() quiz.Answers) crowd {
	m, c, lengths, firsts := New(v), crowd{asked: map[int]float64{}}, []int{}, map[int]float64{}
	one := 1 / float64(takers)
	for range takers {
		all := answersOf()
		got, asked := m.Short(all, quiz.Shuffle(rng.Uint64()).Lot)
		short, full := m.Score(got), m.Score(all)
		lengths = append(lengths, len(asked))
		firsts[asked[0]] += one
		keys := 0
		for _, q := range asked {
			c.asked[q] += one
			keys += m.items[q].key
		}
		if keys != 0 {
			c.uneven += one
		}
		if short.Top == full.Top {
			c.same += one
		}
		if short.Top != full.Top && short.Verdict.NamesRole() || short.Verdict != full.Verdict {
			c.headline += one
		}
		if short.Verdict.NamesRole() {
			c.named += one
		}
		flip, headline := m.Outlook(got).Changes(m.order, 0)
		c.toldFlip += one * flip
		c.toldHeadline += one * headline
		c.p = append(c.p, short.Posterior[0])
		c.mean += one * float64(len(asked))
	}
	slices.Sort(lengths)
	c.p90 = float64(lengths[takers*9/10])
	for _, share := range firsts {
		c.mostFirst = max(c.mostFirst, share)
	}
	return c
}

// The targets are those of docs/scoring.md, measured with 20,000 takers.
func TestTheShortFormAsksHalfAndHardlyEverDiffers(t *testing.T) {
	v := content.First()
	m, rng := New(v), dice(16)
	c := through(v, 2000, rng, func() quiz.Answers { return m.Play(rng.IntN(2), rng) })
	t.Logf("%.2f questions (p90 %.0f), same first %.3f, headline changes %.3f; told flip %.3f, headline %.3f; first %.3f, uneven %.3f",
		c.mean, c.p90, c.same, c.headline, c.toldFlip, c.toldHeadline, c.mostFirst, c.uneven)
	if c.mean > 15 || c.p90 > 25 || c.same < 0.97 {
		t.Errorf("%.2f questions, p90 %.0f, the same role first %.3f", c.mean, c.p90, c.same)
	}
	for _, q := range scoring(v) {
		t.Logf("%s is asked of %.2f", v.Questions[q].Key, c.asked[q])
		if c.asked[q] < 0.15 || c.asked[q] > 0.93 {
			t.Errorf("%s is asked of %.2f", v.Questions[q].Key, c.asked[q])
		}
	}
	if c.mostFirst > 0.2 || c.uneven > 0 {
		t.Errorf("one question comes first for %.2f; uneven statements for %.3f", c.mostFirst, c.uneven)
	}
	near(t, "chance that another role comes first", c.toldFlip, 1-c.same, 0.02)
	near(t, "chance that the headline changes", c.toldHeadline, c.headline, 0.03)
}

func TestWhoAgreesOrDisagreesToEverythingIsToldNoRole(t *testing.T) {
	v := content.First()
	for name, column := range map[string]int{"agree": 4, "disagree": 0} {
		all := v.NoAnswers()
		for q, question := range v.Questions {
			switch {
			case question.Kind.Statement():
				all[q] = column
			case question.Kind.Sides():
				all[q] = 2
			}
		}
		c := through(v, 1000, dice(21), func() quiz.Answers { return all })
		mean, sd := meanAndSD(c.p)
		t.Logf("%s: P %.3f ± %.3f, a role named to %.3f", name, mean, sd, c.named)
		if mean < 0.49 || mean > 0.51 || sd > 0.025 || c.named > 0.005 {
			t.Errorf("%s to everything: P %.3f ± %.3f, a role named to %.3f", name, mean, sd, c.named)
		}
	}
}

func meanAndSD(x []float64) (mean, sd float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		sd += (v - mean) * (v - mean) / float64(len(x))
	}
	return mean, math.Sqrt(sd)
}

func TestScenesAreSpreadAndStatementsAreEven(t *testing.T) {
	v := content.First()
	m, rng := New(v), dice(22)
	for range 500 {
		_, asked := m.Short(m.Play(rng.IntN(2), rng), lots(rng))
		sum := 0
		for i, q := range asked {
			scene := func(q int) bool { return !m.items[q].scale }
			if scene(q) && (i == 0 || slices.ContainsFunc(asked[max(i-2, 0):i], scene)) {
				t.Fatalf("step %d of %v is a scene too soon", i, asked)
			}
			if sum += m.items[q].key; sum < -1 || sum > 1 {
				t.Fatalf("after step %d of %v the statements lean by %d", i, asked, sum)
			}
		}
	}
}

func TestOnceEverythingIsAskedNothingCanFlip(t *testing.T) {
	v := content.First()
	m := New(v)
	a := random(v, dice(18), 0)
	if p := flipping(m, a, nil); p != 0 {
		t.Errorf("the chance is %f", p)
	}
	setting := v.QuestionIndex("e3")
	a[setting] = quiz.NoAnswer
	if p := flipping(m, a, []int{setting}); p != 0 {
		t.Errorf("with a question left that does not count the chance is %f", p)
	}
	if !m.Outlook(a).Settled(len(a)-1, []int{setting}) {
		t.Error("the verdict is not settled")
	}
	if q, ok := m.Outlook(a).Next(Way{Unasked: []int{setting}}); q != setting || !ok {
		t.Errorf("the last question is %d, %t", q, ok)
	}
	if _, ok := m.Outlook(a).Next(Way{}); ok {
		t.Error("there is a question after the last")
	}
}

func TestEveryDimensionIsAskedAboutFirst(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(19)
	for range 50 {
		full, a, asked, unasked := random(v, rng, 0), v.NoAnswers(), []int{}, quiz.Journey{}.Unasked(v)
		for n := range len(v.Questions) {
			seen := m.Score(a).Dimensions
			q, _ := m.Outlook(a).Next(Way{Asked: asked, Unasked: unasked, Lot: rng.Float64()})
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
			a[q], asked = full[q], append(asked, q)
			unasked = slices.DeleteFunc(unasked, func(other int) bool { return other == q })
		}
	}
}

func TestTheNextQuestionDoesNotDependOnHowTheRestIsListed(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(20)
	unasked := quiz.Journey{}.Unasked(v)
	want, _ := m.Outlook(v.NoAnswers()).Next(Way{Unasked: unasked, Lot: .5})
	for range 20 {
		rng.Shuffle(len(unasked), func(i, j int) { unasked[i], unasked[j] = unasked[j], unasked[i] })
		if got, _ := m.Outlook(v.NoAnswers()).Next(Way{Unasked: unasked, Lot: .5}); got != want {
			t.Fatalf("question %d, then %d", want, got)
		}
	}
}
