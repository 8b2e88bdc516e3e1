package score

import (
	"math/rand/v2"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// flipping is the chance that the unasked questions turn the verdict round.
func flipping(m *Model, a quiz.Answers, unasked []int) float64 {
	o := m.Outlook(a)
	return o.flipProbability(o.rest(unasked))
}

func TestTheChanceOfAFlipIsTheShareOfFuturesThatFlip(t *testing.T) {
	for name, v := range everyVersion() {
		t.Run(name, func(t *testing.T) {
			m := New(v)
			rng := dice(29)
			for i := range 12 {
				a := m.Play(rng.IntN(len(v.Roles)), rng)
				order := rng.Perm(len(a))[:5+i]
				for _, q := range order {
					a[q] = quiz.NoAnswer
				}
				near(t, "chance", flipping(m, a, order), futures(m, a, order, rng), 0.02)
			}
		})
	}
}

// futures draws what the unasked questions will find, as the model believes
// it, and returns how often the log-odds turn.
func futures(m *Model, a quiz.Answers, unasked []int, rng *rand.Rand) float64 {
	w := m.newWorkspace()
	m.gather(w, a)
	m.weigh(w)
	now, rest := slices.Clone(w.p), m.Outlook(a).rest(unasked)
	found, full := m.sampler(w, rest), m.expectedInformation(w, rest)
	log, t := make([]float64, len(now)), make([]float64, len(full))
	const draws = 5000
	flips := 0.0
	for range draws {
		for d, more := range found.t(draw(now, rng), rng) {
			if full[d] > 0 {
				t[d] = (w.sum[d] + rest[d]*more) / full[d]
			}
		}
		if m.fit(log, w, t); log[w.second] > log[w.top] {
			flips += 1.0 / draws
		}
	}
	return flips
}

// The closed form takes every answer for a measure with normal noise; steps
// and ways to act are coarser, so takers turn a little more often than told.
func TestTheChanceOfAFlipIsAboutWhatHappens(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(17)
	order := scoring(v)
	const takers = 2000
	before := 1.0
	for _, n := range []int{4, 8, 12, 18, 24} {
		told, flips := 0.0, 0.0
		for range takers {
			full := m.Play(rng.IntN(2), rng)
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			part := v.NoAnswers()
			for _, q := range order[:n] {
				part[q] = full[q]
			}
			p := flipping(m, part, order[n:])
			if !(p >= 0 && p <= 1) { // nor NaN
				t.Fatalf("the chance is %f", p)
			}
			told += p / takers
			if m.Score(part).Top != m.Score(full).Top {
				flips += 1.0 / takers
			}
		}
		t.Logf("after %d: told %.3f, happened %.3f", n, told, flips)
		near(t, "share of flips", flips, told, 0.05)
		if told >= before {
			t.Errorf("after %d answers the chance rises from %.3f to %.3f", n, before, told)
		}
		before = told
	}
}
