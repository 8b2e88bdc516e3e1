package score

import "math"

// weigh finds P(role) and the top two, and takes suppressors out of play one
// after the other (step 7). It returns those.
func (m *Model) weigh(w *workspace) (suppressed []int) {
	for {
		m.solve(w, w.info)
		m.infer(w)
		w.top, w.second = firstTwo(w.log)
		d := m.suppressor(w, w.top, w.second)
		if d < 0 {
			return suppressed
		}
		w.play[d] = false
		suppressed = append(suppressed, d)
	}
}

// firstTwo returns the indexes of the two highest; of equals the first.
func firstTwo(x []float64) (first, second int) {
	for i := range x {
		if x[i] > x[first] {
			first = i
		}
	}
	second = -1
	for i := range x {
		if i != first && (second < 0 || x[i] > x[second]) {
			second = i
		}
	}
	return first, second
}

// weight is w of step 5: how a dimension speaks for role a against role b.
func (w *workspace) weight(d, a, b int) float64 {
	return w.u[a][d] - w.u[b][d]
}

// suppressor returns the dimension that most speaks for the role that stands
// further from it, or -1. Correlation with other dimensions can do that, and
// no taker would understand it. Where no two roles stand apart, any weight is
// such a one.
func (m *Model) suppressor(w *workspace, a, b int) int {
	worst, least := -1, -tiny
	for d := range w.play {
		if !w.play[d] {
			continue
		}
		weight := w.weight(d, a, b)
		if !m.differs[d] && math.Abs(weight) > tiny {
			return d
		}
		if agreement := weight * (m.mean[a][d] - m.mean[b][d]); agreement < least {
			worst, least = d, agreement
		}
	}
	return worst
}
