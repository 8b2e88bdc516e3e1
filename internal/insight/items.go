package insight

import "math"

// Items are the statistics of every question that is not retired, in the
// version's order. They take Items and Pairs, and Outcomes for d′ between
// reported roles.
func (t *Tally) Items() []ItemStats {
	relations := make([]relation, len(t.shape.version.Dimensions))
	for d := range relations {
		relations[d] = t.relation(d)
	}
	var items []ItemStats
	for q, it := range t.shape.questions {
		if it.retired {
			continue
		}
		s := ItemStats{
			Question:  q,
			Dimension: it.main,
			Asked:     t.of(Items, it.asked, 1)[0],
			Options:   t.options(q),
			ByRole:    t.byRole(q),
		}
		s.Answered = sum(s.Options)
		if it.main >= 0 {
			m := describe(s.Options, it.mainY())
			s.Mean, s.SD = m.mean, math.Sqrt(m.variance)
			s.ItemRest, s.RestN = relations[it.main].rest(q)
			s.DPrime = t.dPrime(q)
		}
		s.Flags = t.flags(s)
		items = append(items, s)
	}
	return items
}

// options counts the answers to a question.
func (t *Tally) options(q int) []int64 {
	it := t.shape.questions[q]
	counts := make([]int64, it.options)
	for i, n := range t.of(Items, it.byHeadline, t.shape.cells*it.options) {
		counts[i%it.options] += n
	}
	return counts
}

func (t *Tally) byRole(q int) [][]int64 {
	it := t.shape.questions[q]
	counts := make([][]int64, len(t.shape.roles))
	for role := range counts {
		counts[role] = make([]int64, it.options)
	}
	for cell, h := range t.shape.headlines() {
		if !h.Verdict.NamesRole() {
			continue
		}
		for option, n := range t.of(Items, it.byHeadline+cell*it.options, it.options) {
			counts[h.Role][option] += n
		}
	}
	return counts
}

// moments describe the answers of some people to one question.
type moments struct {
	n, mean  float64
	variance float64 // with n−1; 0 for fewer than two people
}

// describe takes how many chose each option and what each option says, y.
func describe[N int64 | float64](counts []N, y []float64) moments {
	m := moments{}
	for option, n := range counts {
		m.n += float64(n)
		m.mean += float64(n) * y[option]
	}
	if m.n <= 0 {
		return moments{}
	}
	m.mean /= m.n
	if m.n <= 1 {
		return m
	}
	for option, n := range counts {
		m.variance += float64(n) * (y[option] - m.mean) * (y[option] - m.mean)
	}
	m.variance /= m.n - 1
	return m
}

// standardizedDifference is a's mean above b's in SDs, pooled over both; false if nobody
// differs from anybody in their group.
func standardizedDifference(a, b moments) (float64, bool) {
	pooled := ((a.n-1)*a.variance + (b.n-1)*b.variance) / (a.n + b.n - 2)
	if a.n < 2 || b.n < 2 || !(pooled > 0) {
		return 0, false
	}
	return (a.mean - b.mean) / math.Sqrt(pooled), true
}
