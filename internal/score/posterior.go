package score

import "math"

// solve factorizes S (step 2) for this much information and finds S⁻¹ m for
// every role.
func (m *Model) solve(w *work, info []float64) {
	for d := range w.play {
		for e := d; e < len(w.play); e++ {
			w.s.SetSym(d, e, m.covariance(w, info, d, e))
		}
	}
	w.chol.Factorize(w.s) // S is positive definite: variance is at least spread², ρ below 1
	for r, mean := range m.mean {
		for d := range w.play {
			w.rhs.SetVec(d, 0)
			if w.play[d] {
				w.rhs.SetVec(d, mean[d])
			}
		}
		// The error only says that dimensions differ much in scale, as one
		// with a very weak question does; the solution holds.
		_ = w.chol.SolveVecTo(w.u[r], w.rhs)
	}
}

func (m *Model) covariance(w *work, info []float64, d, e int) float64 {
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
func (m *Model) infer(w *work) {
	m.fit(w.log, w, w.t)
	softmax(w.p, w.log)
}

// fit fills in the log score of every role, up to a constant, for someone at
// place t.
func (m *Model) fit(log []float64, w *work, t []float64) {
	for r, mean := range m.mean {
		sum := 0.0
		for d, u := range w.u[r].RawVector().Data { // 0 for a dimension out of play
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
