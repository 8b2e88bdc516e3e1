package insight

import "math"

// Reliability says how the questions of each dimension hang together, then
// all that count for the verdict, with Dimension -1. It takes Items and Pairs.
func (t *Tally) Reliability() []Reliability {
	var list []Reliability
	for d := range t.shape.version.Dimensions {
		rel := t.relation(d)
		r := Reliability{Dimension: d, Questions: len(rel.questions), N: rel.fewest()}
		if r.N > 0 {
			r.Alpha, r.Known = rel.alpha()
			r.Omega, r.OmegaKnown = rel.omega()
		}
		list = append(list, r)
	}
	return append(list, t.together())
}

// alpha is Cronbach's: k/(k−1) · (1 − Σ variances / ΣΣ covariances).
func (rel relation) alpha() (float64, bool) {
	own, all := 0.0, 0.0
	for i := range rel.questions {
		own += rel.variance[i]
		for j := range rel.questions {
			all += rel.covariance(i, j)
		}
	}
	return alpha(len(rel.questions), own, all)
}

func alpha(k int, own, all float64) (float64, bool) {
	if k < 2 || !(all > 0) {
		return 0, false
	}
	return float64(k) / float64(k-1) * (1 - own/all), true
}

// together is alpha of the sum of all answers keyed towards the first role,
// over results that answered each of those questions.
func (t *Tally) together() Reliability {
	k := len(t.shape.composite)
	sums := t.of(Pairs, t.shape.complete, 3+2*k)
	n := float64(sums[0])
	variance := func(total, squares int64) float64 {
		mean := float64(total) / n
		return float64(squares)/n - mean*mean
	}
	r := Reliability{Dimension: -1, Questions: k, N: sums[0]}
	if n < 2 {
		return r
	}
	own := 0.0
	for i := range k {
		own += variance(sums[3+2*i], sums[4+2*i])
	}
	r.Alpha, r.Known = alpha(k, own, variance(sums[1], sums[2]))
	return r
}

// omega is the share of the variance of the sum that one common factor
// explains: (Σλ)²/((Σλ)² + Σψ), with the loadings λ of the best one-factor
// model in units of the answers. It is not known for two questions, or if a
// question would have less than no variance of its own.
func (rel relation) omega() (float64, bool) {
	loadings, ok := rel.factor()
	if !ok {
		return 0, false
	}
	common, own := 0.0, 0.0
	for i, l := range loadings {
		if !(math.Abs(l) <= 1) {
			return 0, false
		}
		common += l * math.Sqrt(rel.variance[i])
		own += (1 - l*l) * rel.variance[i]
	}
	if !(common*common+own > 0) {
		return 0, false
	}
	return common * common / (common*common + own), true
}

// factor returns the loadings of one factor that come nearest to the
// correlations, by least squares off the diagonal (minres).
func (rel relation) factor() ([]float64, bool) {
	r := rel.r
	switch k := len(r); {
	case k < 3:
		return nil, false
	case k == 3:
		square := r[0][1] * r[0][2] / r[1][2]
		if !(square > 0) || math.IsInf(square, 0) {
			return nil, false
		}
		first := math.Sqrt(square)
		return []float64{first, r[0][1] / first, r[0][2] / first}, true
	}
	return minres(r)
}

// minres improves one loading at a time, each to its best value given the
// others: Σ r_ij l_j / Σ l_j². It starts from the centroid.
func minres(r [][]float64) ([]float64, bool) {
	loadings, all := make([]float64, len(r)), 0.0
	for i := range r {
		for j := range r {
			loadings[i] += r[i][j]
		}
		all += loadings[i]
	}
	if !(all > 0) {
		return nil, false
	}
	for i := range loadings {
		loadings[i] /= math.Sqrt(all)
	}
	for range maxRounds {
		moved := 0.0
		for i := range loadings {
			product, squares := 0.0, 0.0
			for j, l := range loadings {
				if j != i {
					product += r[i][j] * l
					squares += l * l
				}
			}
			if !(squares > 0) {
				return nil, false
			}
			moved = max(moved, math.Abs(product/squares-loadings[i]))
			loadings[i] = product / squares
		}
		if moved < settled {
			return loadings, true
		}
	}
	return nil, false
}

const (
	maxRounds = 2000
	settled   = 1e-10
)
