package score

import "math"

// flipProbability is how probable it is that answers to the unasked questions
// would put Second before Top: 0 if none of them counts for the verdict.
// Closed form of docs/scoring.md, "Next question".
//
// It sums over the roles the taker may be of: the final log-odds of Top are
// normal, the flip is their tail below 0. rest is J, the information of the
// unasked questions by dimension.
func (o Outlook) flipProbability(rest []float64) float64 {
	m, b, w := o.model, o.belief, o.evidence
	full := m.expectedInformation(w, rest)
	weight := make([]float64, len(full)) // w, 0 out of play
	move := make([]float64, len(full))   // v: how a trait moves the log-odds to come
	variance := 0.0
	for d := range full {
		if w.play[d] {
			weight[d] = w.weight(d, w.top, w.second)
			move[d] = weight[d] * rest[d] / full[d]
			variance += move[d] * weight[d] / full[d]
		}
	}
	for d := range move {
		for e := range move {
			variance += move[d] * b.covariance.At(d, e) * move[e]
		}
	}
	if variance == 0 {
		return 0
	}
	p := 0.0
	for k, mean := range b.mean {
		p += w.p[k] * normal(-m.expect(w, weight, move, full, mean)/math.Sqrt(variance))
	}
	return p
}

// expect is the log-odds of Top to come, before the discount, for someone of
// those traits.
func (m *Model) expect(w *workspace, weight, move, full, mean []float64) float64 {
	odds := (m.logPrior[w.top] - m.logPrior[w.second]) / m.settings.Discount
	for d := range weight {
		if w.play[d] {
			mid := (m.mean[w.top][d] + m.mean[w.second][d]) / 2
			odds += weight[d]*(w.sum[d]/full[d]-mid) + move[d]*mean[d]
		}
	}
	return odds
}

// expectedInformation solves for the information F = I + J there will be, and returns F.
func (m *Model) expectedInformation(w *workspace, rest []float64) []float64 {
	full := make([]float64, len(rest))
	for d := range full {
		full[d] = w.info[d] + rest[d]
		w.play[d] = m.scored[d] && full[d] > 0
	}
	for {
		m.solve(w, full)
		d := m.suppressor(w, w.top, w.second)
		if d < 0 {
			return full
		}
		w.play[d] = false
	}
}
