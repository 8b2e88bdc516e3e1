package score

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// Population is what answers of people in one role say about where they stand on
// average (docs/scoring.md, "Recalibration"). It is worked out once for a version
// and never changes.
type Population struct {
	precision *mat.SymDense // Σ⁻¹ of the traits of these people
	items     []linear      // by question
}

// Evidence is what one person's answers say about the means of their role: the
// gradient and the information of their log-likelihood at the means as the
// version has them. Both add up over people. A dimension nothing was answered
// on has zeros.
type Evidence struct {
	Gradient    []float64     // by dimension
	Information *mat.SymDense // dimension × dimension
}

// linear is a question as a linear observation: y = ȳ + S(θ − mean) plus noise
// of covariance N, where ȳ, S and N are averages over people in the role. One
// that says nothing has no dimensions.
type linear struct {
	dimensions  []int
	information []float64   // S′N⁻¹S, by row
	gradient    [][]float64 // by option: S′N⁻¹(y − ȳ)
}

// Population makes the questions ready for people in a role.
func (m *Model) Population(role int) Population {
	n := len(m.scored)
	sigma := mat.NewSymDense(n, nil)
	for d := range n {
		for e := d; e < n; e++ {
			sigma.SetSym(d, e, m.withinRole(role, d, e))
		}
	}
	p := Population{precision: inverse(sigma), items: make([]linear, len(m.items))}
	people := m.people(role)
	for q, it := range m.items {
		if it.retired || len(it.loads) == 0 || it.options > quiz.MaxOptions {
			continue
		}
		p.items[q] = m.moments(it, role, people).linear()
	}
	return p
}

// withinRole is the covariance of two traits among people in a role, as
// drawTraits draws them.
func (m *Model) withinRole(role, d, e int) float64 {
	covariance := m.profile[role][d].Spread * m.profile[role][e].Spread
	if d != e {
		covariance *= m.settings.Correlation
	}
	return covariance
}

// Evidence sums up what answered questions say. With Λ = Σ S′N⁻¹S and
// h = Σ S′N⁻¹(y − ȳ) over these and U′U = Σ⁻¹ + Λ, the gradient is
// h − (U′⁻¹Λ)′(U′⁻¹h) and the information Λ − (U′⁻¹Λ)′(U′⁻¹Λ).
func (p Population) Evidence(a quiz.Answers) Evidence {
	n := p.precision.SymmetricDim()
	all := make(slab, n+2*n*n+n*(n+1))
	h, lambda, known, solved := all.take(n), all.take(n*n), all.take(n*n), all.take(n*(n+1))
	for q, option := range a {
		if option != quiz.NoAnswer {
			p.items[q].add(lambda, h, option)
		}
	}
	floats.AddTo(known, p.precision.RawSymmetric().Data, lambda)
	for d := range n { // Λ with h as its last column
		copy(solved[d*(n+1):], lambda[d*n:][:n])
		solved[d*(n+1)+n] = h[d]
	}
	upper := factorize(mat.NewSymDense(n, known))
	both := blas64.General{Rows: n, Cols: n + 1, Stride: n + 1, Data: solved}
	blas64.Trsm(blas.Left, blas.Trans, 1, upper, both)
	left, right := both, blas64.Vector{N: n, Inc: n + 1, Data: solved[n:]}
	left.Cols = n
	blas64.Gemv(blas.Trans, -1, left, right, 1, blas64.Vector{N: n, Inc: 1, Data: h})
	information := mat.NewSymDense(n, lambda)
	blas64.Syrk(blas.Trans, -1, left, 1, information.RawSymmetric())
	return Evidence{Gradient: h, Information: information}
}

// add counts an answer.
func (l linear) add(lambda, h []float64, option int) {
	for i, d := range l.dimensions {
		h[d] += l.gradient[option][i]
		for j, e := range l.dimensions {
			lambda[d*len(h)+e] += l.information[i*len(l.dimensions)+j]
		}
	}
}
