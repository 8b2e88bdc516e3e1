package insight

import (
	"maps"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Tally is what some results of a version add up to. It is not safe for use
// by several goroutines at once.
type Tally struct {
	shape   *Shape
	sums    [5][]int64    // by part; nil is all zero
	answers []int8        // of the result that is being added
	place   []int16       // of its questions in the order asked; -1 not asked
	places  []score.Place // where it puts its taker, by dimension
}

// New returns an empty tally.
func (s *Shape) New() *Tally { return &Tally{shape: s} }

// Version is the one whose results are counted.
func (s *Shape) Version() *quiz.Version { return s.version }

func (p Part) index() int {
	for i, part := range Parts {
		if p == part {
			return i
		}
	}
	return -1
}

// part returns the sums to add to.
func (t *Tally) part(p Part) []int64 {
	i := p.index()
	if t.sums[i] == nil {
		t.sums[i] = make([]int64, t.shape.size[p])
	}
	return t.sums[i]
}

// of returns some sums to read; what was never added to is all zero.
func (t *Tally) of(p Part, at, n int) []int64 {
	if sums := t.sums[p.index()]; sums != nil {
		return sums[at : at+n]
	}
	return make([]int64, n)
}

// N is how many results were added.
func (t *Tally) N() int64 { return t.of(Totals, totalsN, 1)[0] }

// Headlines counts verdicts. What nobody got is left out.
func (t *Tally) Headlines() map[Headline]int64 {
	counts := map[Headline]int64{}
	sums := t.of(Totals, totalsHeadlines, t.shape.cells)
	for i, h := range t.shape.headlines() {
		counts[h] = sums[i]
	}
	for role, n := range t.of(Totals, t.shape.none, t.shape.size[Totals]-t.shape.none) {
		counts[Headline{quiz.NoneStandsOut, role}] = n
		counts[Headline{quiz.Balanced, role}] -= n
	}
	maps.DeleteFunc(counts, func(_ Headline, n int64) bool { return n == 0 })
	return counts
}

// Durations counts how long it took from start to finish, all buckets.
func (t *Tally) Durations() []DurationBucket {
	sums := t.of(Totals, totalsDurations+t.shape.cells, len(durationsFrom))
	buckets := make([]DurationBucket, len(durationsFrom))
	for i := range buckets {
		buckets[i] = DurationBucket{From: durationsFrom[i], N: sums[i]}
		if i+1 < len(buckets) {
			buckets[i].To = durationsFrom[i+1]
		}
	}
	return buckets
}

// MeanAnswered is how many questions a result answers on average, 0 without
// results.
func (t *Tally) MeanAnswered() float64 {
	if t.N() == 0 {
		return 0
	}
	return float64(t.of(Totals, totalsAnswered, 1)[0]) / float64(t.N())
}
