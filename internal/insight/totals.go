package insight

// N is how many results were added.
func (t *Tally) N() int64 { return t.of(Totals, totalsN, 1)[0] }

// Headlines counts verdicts. What nobody got is left out.
func (t *Tally) Headlines() map[Headline]int64 {
	counts := map[Headline]int64{}
	sums := t.of(Totals, totalsHeadlines, t.shape.cells)
	for i, h := range t.shape.headlines() {
		if sums[i] > 0 {
			counts[h] = sums[i]
		}
	}
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
