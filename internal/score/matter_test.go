package score

import (
	"testing"

	"whichpm/internal/content"
)

func TestWhatMattersMoreCountsTwice(t *testing.T) {
	v := content.First()
	v.Settings.Correlation = 0
	a := random(v, dice(23), 0)
	m := New(v)
	lens := dimension(t, v, "lens")
	before, after := m.Score(a), m.Matter(lens).Score(a)
	way := 1.0
	if before.Top != after.Top {
		way = -1
	}
	for d := range before.Dimensions {
		want := before.Dimensions[d].Contribution
		if d == lens {
			want *= 2
		}
		near(t, v.Dimensions[d].Key, way*after.Dimensions[d].Contribution, want, 1e-12)
	}
}

func TestWhatMattersMoreLeavesAProperResult(t *testing.T) {
	for name, v := range everyVersion() {
		t.Run(name, func(t *testing.T) {
			m := New(v)
			rng := dice(24)
			for range 100 {
				a := random(v, rng, 0.2)
				before := m.Score(a)
				after := m.Matter(rng.IntN(8), rng.IntN(8), 99, 7).Score(a)
				checkSums(t, after)
				for d := range before.Dimensions {
					near(t, "place", after.Dimensions[d].Position, before.Dimensions[d].Position, 0)
				}
			}
		})
	}
}

func TestAtMostThreeDimensionsMatterMore(t *testing.T) {
	v := content.First()
	a := random(v, dice(25), 0)
	m := New(v)
	near(t, "P", m.Matter(0, 1, 2, 3).Score(a).Posterior[0], m.Matter(0, 1, 2).Score(a).Posterior[0], 0)
	near(t, "P", m.Matter().Score(a).Posterior[0], m.Score(a).Posterior[0], 0)
}
