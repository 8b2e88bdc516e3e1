package score

import (
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// traits is what is known of a taker's traits before any answer: the
// covariance Σ within a role, and where each role stands.
type traits struct {
	precision *mat.SymDense // Σ⁻¹
	pull      [][]float64   // role × dimension: Σ⁻¹ μ
}

// newTraits inverts Σ: S of docs/scoring.md step 2 without the error of the
// answers. A dimension that is not scored is tied to nothing.
func (m *Model) newTraits() traits {
	n := len(m.scored)
	sigma := mat.NewSymDense(n, nil)
	for d := range n {
		sigma.SetSym(d, d, m.variance[d])
		for e := d + 1; e < n; e++ {
			if m.scored[d] && m.scored[e] {
				sigma.SetSym(d, e, m.settings.Correlation*m.spread[d]*m.spread[e])
			}
		}
	}
	t := traits{precision: inverse(sigma)}
	for _, mean := range m.mean {
		t.pull = append(t.pull, times(t.precision, mean))
	}
	return t
}

// belief is where a taker stands after some answers, if they are of a role:
// normal around mean with the covariance C (docs/scoring.md, "Next question").
type belief struct {
	covariance *mat.SymDense // C = (Σ⁻¹ + diag I)⁻¹
	variance   []float64     // its diagonal
	mean       [][]float64   // role × dimension: C(Σ⁻¹ μ + I·t)
}

func (m *Model) believe(w *workspace) belief {
	n := len(m.scored)
	precision := mat.NewSymDense(n, nil)
	precision.CopySym(m.trait.precision)
	for d, info := range w.info {
		precision.SetSym(d, d, precision.At(d, d)+info)
	}
	b := belief{covariance: inverse(precision), variance: make([]float64, n)}
	for d := range b.variance {
		b.variance[d] = b.covariance.At(d, d)
	}
	known := make([]float64, n)
	for _, pull := range m.trait.pull {
		for d := range known {
			known[d] = pull[d] + w.sum[d]
		}
		b.mean = append(b.mean, times(b.covariance, known))
	}
	return b
}

// inverse overwrites a positive definite matrix with its inverse.
func inverse(a *mat.SymDense) *mat.SymDense {
	lapack64.Potri(factorize(a))
	return a
}

func times(a mat.Symmetric, x []float64) []float64 {
	var product mat.VecDense
	product.MulVec(a, mat.NewVecDense(len(x), x))
	return product.RawVector().Data
}
