package score

import (
	"gonum.org/v1/gonum/mat"

	"whichpm/internal/quiz"
)

// workspace is the memory one calculation needs: the evidence, and what follows from
// it. A dimension out of play stays in the matrix, tied to nothing, so that
// every dimension keeps its index.
type workspace struct {
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

func (m *Model) newWorkspace() *workspace {
	dimensions, roles := len(m.scored), len(m.mean)
	all := make(slab, 3*dimensions+dimensions*dimensions+roles*dimensions+2*roles)
	return &workspace{
		info: all.take(dimensions),
		sum:  all.take(dimensions),
		t:    all.take(dimensions),
		play: make([]bool, dimensions),
		s:    mat.NewSymDense(dimensions, all.take(dimensions*dimensions)),
		u:    all.rows(roles, dimensions),
		log:  all.take(roles),
		p:    all.take(roles),
	}
}

// slab is room for numbers, allocated at once: a taker is asked what comes next
// a dozen times.
type slab []float64

func (s *slab) take(n int) []float64 {
	taken := (*s)[:n:n]
	*s = (*s)[n:]
	return taken
}

func (s *slab) rows(n, length int) [][]float64 {
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = s.take(length)
	}
	return rows
}

// gather sums up the evidence of the answers (step 1) and returns the
// questions that were answered.
func (m *Model) gather(w *workspace, a quiz.Answers) []int {
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
	m.place(w)
	return answered
}

// place finds where the evidence puts the taker, and has every scored dimension
// that something is known of in play.
func (m *Model) place(w *workspace) {
	for d, info := range w.info {
		w.play[d] = info > 0 && m.scored[d]
		if info > 0 {
			w.t[d] = w.sum[d] / info
		}
	}
}
