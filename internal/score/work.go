package score

import (
	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// work is the room one calculation needs: the evidence, and what follows from
// it. A dimension out of play stays in the matrix, tied to nothing, so that
// every dimension keeps its index.
type work struct {
	info []float64 // by dimension: I of step 1
	sum  []float64 // by dimension: Σ a·y/τ², which is I·t
	t    []float64 // by dimension: t of step 1, 0 if nothing is known
	play []bool    // by dimension: counts for the verdict

	s   *mat.SymDense
	u   [][]float64 // role × dimension: S⁻¹ m
	log []float64   // by role: log score, up to a constant
	p   []float64   // by role

	top, second int // role indexes
}

func (m *Model) room() *work {
	dimensions, roles := len(m.scored), len(m.mean)
	w := &work{
		info: make([]float64, dimensions),
		sum:  make([]float64, dimensions),
		t:    make([]float64, dimensions),
		play: make([]bool, dimensions),
		s:    mat.NewSymDense(dimensions, nil),
		u:    make([][]float64, roles),
		log:  make([]float64, roles),
		p:    make([]float64, roles),
	}
	for r := range w.u {
		w.u[r] = make([]float64, dimensions)
	}
	return w
}

// gather sums up the evidence of the answers (step 1) and returns the
// questions that were answered.
func (m *Model) gather(w *work, a quiz.Answers) []int {
	answered := make([]int, 0, len(a))
	for q, option := range a {
		if option == quiz.NoAnswer || m.items[q].retired {
			continue
		}
		answered = append(answered, q)
		for _, l := range m.items[q].loads {
			w.info[l.dimension] += l.info
			w.sum[l.dimension] += l.gain * l.y[option]
		}
	}
	for d, info := range w.info {
		if info > 0 {
			w.t[d] = w.sum[d] / info
			w.play[d] = m.scored[d]
		}
	}
	return answered
}
