package insight

import (
	"math"

	"whichpm/internal/quiz"
)

// OrderEffects compares answers given in the first half of a quiz (A) with
// those in the second (B). A question the quiz asks early of some takers and
// late of others is asked by what they answered before, so a difference is
// something to look at and no proof.
func (t *Tally) OrderEffects() []Contrast { return t.each((*Tally).orderEffect) }

// SideEffects compares pairs shown as written (A) with those turned (B).
func (t *Tally) SideEffects() []Contrast { return t.each((*Tally).sideEffect) }

func (t *Tally) each(effect func(*Tally, int) (Contrast, bool)) []Contrast {
	var list []Contrast
	for q := range t.shape.questions {
		if c, ok := effect(t, q); ok {
			list = append(list, c)
		}
	}
	return list
}

// orderEffect is false for a retired question and one that says nothing.
func (t *Tally) orderEffect(q int) (Contrast, bool) {
	it := t.shape.questions[q]
	if it.main < 0 {
		return Contrast{}, false
	}
	early := t.of(Items, it.early, it.options)
	return contrast(q, it.mainY(), early, without(t.options(q), early)), true
}

// sideEffect is false for what has no sides to turn, too.
func (t *Tally) sideEffect(q int) (Contrast, bool) {
	it := t.shape.questions[q]
	if it.main < 0 || it.kind.Arrangement() != quiz.Turned {
		return Contrast{}, false
	}
	turned := t.of(Items, it.shown, it.options)
	return contrast(q, it.mainY(), without(t.options(q), turned), turned), true
}

func without(all, some []int64) []int64 {
	for i := range all {
		all[i] -= some[i]
	}
	return all
}

func contrast(q int, y []float64, countsA, countsB []int64) Contrast {
	a, b := describe(countsA, y), describe(countsB, y)
	c := Contrast{Question: q, NA: sum(countsA), NB: sum(countsB), A: a.mean, B: b.mean, P: 1}
	c.Difference, _ = standardizedDifference(b, a)
	if c.Difference != 0 && c.NA >= MinGroup && c.NB >= MinGroup {
		c.P = twoSided((b.mean - a.mean) / math.Sqrt(a.variance/a.n+b.variance/b.n))
	}
	return c
}

// twoSided is how probable it is that a standard normal number lies as far
// from 0 as z, either way.
func twoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// PlaceEffects says of each scene whether the way to act listed first is
// chosen more often than the others. Every taker sees another order.
func (t *Tally) PlaceEffects() []PlaceEffect {
	var list []PlaceEffect
	for q := range t.shape.questions {
		if e, ok := t.placeEffect(q); ok {
			list = append(list, e)
		}
	}
	return list
}

// placeEffect is false for a retired question and one that is no scene.
func (t *Tally) placeEffect(q int) (PlaceEffect, bool) {
	it := t.shape.questions[q]
	if it.retired || it.kind.Arrangement() != quiz.Shuffled {
		return PlaceEffect{}, false
	}
	shown := append([]int64(nil), t.of(Items, it.shown, it.options)...)
	n, expected := sum(shown), 1/float64(it.options)
	e := PlaceEffect{Question: q, N: n, Shown: shown, First: Wilson(shown[0], n), Expected: expected, P: 1}
	if n >= MinGroup {
		e.P = twoSided((e.First.Value - expected) / math.Sqrt(expected*(1-expected)/float64(n)))
	}
	return e, true
}
