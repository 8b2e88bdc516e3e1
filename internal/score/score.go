package score

import "whichpm/internal/quiz"

// Result is what the answers of one taker say. Roles, dimensions and questions
// are indexes of the version.
type Result struct {
	Posterior     []float64 // P by role, sums to 1
	Top, Second   int       // the two most probable roles; of equals the first
	Verdict       quiz.Verdict
	LogOdds       float64 // of Top against Second from the answers alone
	PriorOdds     float64 // before any answer: LogOdds + PriorOdds = ln(P top / P second)
	Answered      int     // answered questions, also those that do not count for the verdict
	Dimensions    []Dimension
	Contributions []float64 // by question: its part of LogOdds, positive towards Top
	Parts         []Part    // the same by question and dimension
	Suppressed    []int     // dimensions left out of the verdict, see docs/scoring.md step 7

	counted []int // the answered questions
}

// Part is what one answer added to LogOdds through one dimension.
type Part struct {
	Question, Dimension int
	Contribution        float64
}

// Score weighs the answers (docs/scoring.md, steps 1 to 7). The answers must
// be of the version the model was made from.
func (m *Model) Score(a quiz.Answers) Result {
	w := m.newWorkspace()
	r := Result{counted: m.gather(w, a)}
	r.Answered = len(r.counted)
	r.Suppressed = m.weigh(w)
	r.Posterior, r.Top, r.Second = w.p, w.top, w.second
	r.PriorOdds = m.logPrior[r.Top] - m.logPrior[r.Second]
	r.Dimensions = m.dimensions(w, a)
	m.explain(&r, w, a)
	seen := 0
	for d, dimension := range r.Dimensions {
		r.LogOdds += dimension.Contribution
		if m.scored[d] && dimension.Info > 0 {
			seen++
		}
	}
	r.Verdict = m.settings.Verdict(r.Posterior, r.Answered, seen)
	return r
}

// explain splits the log-odds over the answers (step 6).
func (m *Model) explain(r *Result, w *workspace, a quiz.Answers) {
	r.Contributions = make([]float64, len(m.items))
	r.Parts = make([]Part, 0, 2*len(r.counted))
	for _, q := range r.counted {
		for _, l := range m.items[q].loads {
			d := l.dimension
			if !w.play[d] {
				continue
			}
			mid := (m.mean[r.Top][d] + m.mean[r.Second][d]) / 2
			c := m.settings.Discount * r.Dimensions[d].Weight * (l.gain*l.y[a[q]] - l.info*mid) / w.info[d]
			r.Contributions[q] += c
			r.Parts = append(r.Parts, Part{q, d, c})
		}
	}
}
