package score

import (
	"math"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// solve factorizes S (step 2) for this much information and finds S⁻¹ m for
// every role.
func (m *Model) solve(w *workspace, info []float64) {
	for d := range w.play {
		for e := d; e < len(w.play); e++ {
			w.s.SetSym(d, e, m.covariance(w, info, d, e))
		}
	}
	upper := factorize(w.s)
	for r, mean := range m.mean {
		for d, play := range w.play {
			w.u[r][d] = 0
			if play {
				w.u[r][d] = mean[d]
			}
		}
		lapack64.Potrs(upper, blas64.General{Rows: len(mean), Cols: 1, Stride: 1, Data: w.u[r]})
	}
}

// factorize overwrites a positive definite matrix with its Cholesky factor. It
// leaves out what mat.Cholesky adds, an estimate of how far scales differ,
// which costs as much as the rest: the solution holds without.
func factorize(a *mat.SymDense) blas64.Triangular {
	upper, ok := lapack64.Potrf(a.RawSymmetric())
	if !ok { // S is positive definite: variance is at least spread², ρ below 1
		panic("score: a covariance is not positive definite")
	}
	return upper
}

func (m *Model) covariance(w *workspace, info []float64, d, e int) float64 {
	switch {
	case d == e && !w.play[d]:
		return 1
	case d == e:
		return (m.variance[d] + 1/info[d]) / (m.stress[d] * m.stress[d])
	case w.play[d] && w.play[e]:
		return m.settings.Correlation * m.spread[d] * m.spread[e] / (m.stress[d] * m.stress[e])
	}
	return 0
}

// infer fills in P(role) from the solution (step 4).
func (m *Model) infer(w *workspace) {
	m.fit(w.log, w, w.t)
	softmax(w.p, w.log)
}

// fit fills in the log score of every role, up to a constant, for someone at
// place t.
func (m *Model) fit(log []float64, w *workspace, t []float64) {
	for r, mean := range m.mean {
		sum := 0.0
		for d, u := range w.u[r] { // 0 for a dimension out of play
			sum += u * (t[d] - mean[d]/2)
		}
		log[r] = m.logPrior[r] + m.settings.Discount*sum
	}
}

// softmax fills p with exp(x) over its sum.
func softmax(p, x []float64) {
	highest, sum := math.Inf(-1), 0.0
	for _, v := range x {
		highest = max(highest, v)
	}
	for i, v := range x {
		p[i] = math.Exp(v - highest)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}
