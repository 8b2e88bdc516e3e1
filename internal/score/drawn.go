package score

import (
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// drawnChanges draws what the unasked questions will find and counts how often
// the first role and what is said are others then.
func (o Outlook) drawnChanges(f future, seed uint64) (first, headline float64) {
	m, w := o.model, o.evidence
	now, log, p := m.says(w.p), slices.Clone(w.log), slices.Clone(w.p)
	found, full := o.found(f), m.expectedInformation(w, f.info)
	rng := rand.New(rand.NewPCG(seed, resamples)) //nolint:gosec // a page says the same each time
	t := make([]float64, len(full))
	for range resamples {
		for d, more := range found.draw(draw(w.p, rng), rng) {
			switch {
			case f.info[d] > 0:
				t[d] = (w.sum[d] + more) / full[d]
			case full[d] > 0:
				t[d] = w.sum[d] / full[d]
			}
		}
		m.fit(log, w, t)
		softmax(p, log)
		then := m.says(p)
		if then.top != now.top {
			first++
		}
		if !then.same(now) {
			headline++
		}
	}
	return first / resamples, headline / resamples
}

// found draws what the unasked questions will add to Σ a·y/τ²: around
// A + B(m_k − c) for a taker of role k, with the covariance R + B C Bᵀ.
func (o Outlook) found(f future) sampler {
	m, n := o.model, len(f.info)
	covariance := mat.NewSymDense(n, nil)
	for d := range n {
		for e := d; e < n; e++ {
			sum := f.noise[d][e]
			for i, b := range f.slope[d] {
				for j, c := range f.slope[e] {
					sum += b * o.belief.covariance.At(i, j) * c
				}
			}
			covariance.SetSym(d, e, sum)
		}
		if f.info[d] == 0 {
			covariance.SetSym(d, d, 1) // nothing is found there, and never looked at
		}
		covariance.SetSym(d, d, covariance.At(d, d)*(1+tied)+tiny)
	}
	mean := make([][]float64, len(o.belief.mean))
	for k, at := range o.belief.mean {
		mean[k] = slices.Clone(f.sum)
		for d, slopes := range f.slope {
			for e, b := range slopes {
				mean[k][d] += b * (at[e] - m.middle[e])
			}
		}
	}
	return newSampler(mean, covariance)
}

// tied is what makes a covariance of two sums that one question moves together
// one that can be drawn from.
const tied = 1e-9

// saying is what a result says of the roles: how firmly, and of which.
type saying struct {
	verdict quiz.Verdict
	top     int
	named   []int // in the order of the version
}

// says is what a result with these probabilities says, where there are answers
// enough for one.
func (m *Model) says(p []float64) saying {
	s := saying{verdict: m.enough(p)}
	reach := m.settings.WithinReach(p)
	s.top = reach[0]
	switch {
	case s.verdict.NamesRole():
		s.named = reach[:1]
	case s.verdict == quiz.Balanced:
		s.named = reach
		slices.Sort(s.named)
	}
	return s
}

func (s saying) same(other saying) bool {
	return s.verdict == other.verdict && slices.Equal(s.named, other.named)
}
