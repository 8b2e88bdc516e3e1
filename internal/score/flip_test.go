package score

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/long"
)

// flipping is the chance that the unasked questions turn the verdict round.
func flipping(m *Model, a quiz.Answers, unasked []int) float64 {
	o := m.Outlook(a)
	return o.flipProbability(o.future(unasked))
}

func TestTheChancesOfAChangeAreWhatHappens(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(17)
	order := scoring(v)
	const takers = 3000
	for _, n := range []int{4, 8, 12, 18, 24} {
		toldFlip, flips, toldHeadline, headlines := 0.0, 0.0, 0.0, 0.0
		for range takers {
			all := m.Play(rng.IntN(2), rng)
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			part := v.NoAnswers()
			for _, q := range order[:n] {
				part[q] = all[q]
			}
			flip, headline := m.Outlook(part).Changes(order[n:], 0)
			if !(flip >= 0 && flip <= 1 && headline >= 0 && headline <= 1) { // nor NaN
				t.Fatalf("the chances are %f and %f", flip, headline)
			}
			toldFlip += flip / takers
			toldHeadline += headline / takers
			short, full := m.Score(part), m.Score(all)
			if short.Top != full.Top {
				flips += 1.0 / takers
			}
			if now, then := m.enough(short.Posterior), m.enough(full.Posterior); now != then || short.Top != full.Top && then.NamesRole() {
				headlines += 1.0 / takers
			}
		}
		t.Logf("after %2d: flip told %.3f, happened %.3f; headline told %.3f, happened %.3f", n, toldFlip, flips, toldHeadline, headlines)
		most := 0.025
		if n < 12 {
			most = 0.04
		}
		near(t, "share of flips", flips, toldFlip, most)
		near(t, "share of headlines that change", headlines, toldHeadline, most)
	}
}

// Of the takers told about the same at the stop, about so many happen to change:
// up to .5, in tenths. Above, it tells too much, to few.
func TestAtTheStopTheChanceOfAnotherHeadlineIsRightForEachTenth(t *testing.T) {
	m, rng := New(content.First()), dice(29)
	takers := long.Pick(8000, 20_000)
	var told, happened, n [10]float64
	for range takers {
		all := m.Play(rng.IntN(2), rng)
		got, _ := m.Short(all, lots(rng))
		_, headline := m.Outlook(got).Changes(m.order, 0)
		bin := min(int(10*headline), 9)
		n[bin]++
		told[bin] += headline
		if !m.says(m.Score(got).Posterior).same(m.says(m.Score(all).Posterior)) {
			happened[bin]++
		}
	}
	for bin := range n {
		t.Logf("%.0f of %d: told %.3f, happened %.3f", n[bin], takers, told[bin]/n[bin], happened[bin]/n[bin])
		if bin < 5 && n[bin] >= float64(takers)/20 {
			near(t, "share whose headline changes", happened[bin]/n[bin], told[bin]/n[bin], .09)
		}
	}
}
