package insight

import (
	"math"
	"slices"
)

// dPrime compares people who report the first role with those who report the
// second; until there are MinGroup of each, the ends of the quiz's own
// verdict.
func (t *Tally) dPrime(q int) DPrime {
	it := t.shape.questions[q]
	a := t.of(Outcomes, it.reported, it.options)
	b := t.of(Outcomes, it.reported+it.options, it.options)
	d := DPrime{A: sum(a), B: sum(b)}
	if d.A < MinGroup || d.B < MinGroup {
		return t.internal(q)
	}
	d.Value, d.Known = standardizedDifference(describe(a, it.mainY()), describe(b, it.mainY()))
	return d
}

// ends is the share at either end of the verdict that is compared.
const ends = 0.27

// internal compares the 27 % of those who answered whose verdict leans most
// to the first role with the 27 % who lean most to the second.
func (t *Tally) internal(q int) DPrime {
	it := t.shape.questions[q]
	var bins [][]int64
	for bin := range leanBins {
		bins = append(bins, t.of(Items, it.byLean+bin*it.options, it.options))
	}
	second := end(bins)
	slices.Reverse(bins)
	a, b := describe(end(bins), it.mainY()), describe(second, it.mainY())
	d := DPrime{Internal: true, A: int64(math.Round(a.n)), B: int64(math.Round(b.n))}
	if d.A >= MinGroup && d.B >= MinGroup {
		d.Value, d.Known = standardizedDifference(a, b)
	}
	return d
}

// end adds up the option counts of the first bins until it has 27 % of all
// people. Of the bin in which that happens it takes each option's share.
func end(bins [][]int64) []float64 {
	all := int64(0)
	for _, bin := range bins {
		all += sum(bin)
	}
	counts := make([]float64, len(bins[0]))
	for left, i := ends*float64(all), 0; left > 0 && i < len(bins); i++ {
		n := float64(sum(bins[i]))
		share := 1.0
		if n > left {
			share = left / n
		}
		for option, c := range bins[i] {
			counts[option] += share * float64(c)
		}
		left -= n
	}
	return counts
}
