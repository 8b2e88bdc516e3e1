package score

import (
	"math"

	"whichpm/internal/quiz"
)

// future is what the unasked questions are expected to add, by dimension, with
// the constants of each question (expected).
type future struct {
	info  []float64   // J: information
	sum   []float64   // A: Σ a·y/τ² of the expected answers
	noise [][]float64 // R: covariance of that sum
	slope [][]float64 // B: how it changes with a trait
}

// future sums up the questions that may still be asked.
func (o Outlook) future(unasked []int) future {
	n := len(o.model.scored)
	all := make(slab, 2*n+2*n*n)
	f := future{info: all.take(n), sum: all.take(n), noise: all.rows(n, n), slope: all.rows(n, n)}
	for _, q := range unasked {
		if !o.open(q) {
			continue
		}
		it := o.model.items[q]
		for i, a := range it.loads {
			f.info[a.dimension] += a.info
			f.sum[a.dimension] += a.gain * it.expected.y[i]
			for j, b := range it.loads {
				f.noise[a.dimension][b.dimension] += a.gain * b.gain * it.expected.noise[i][j]
				f.slope[a.dimension][b.dimension] += a.gain * it.expected.slope[i][j]
			}
		}
	}
	return f
}

// lead is how far Top will be ahead of another role after all questions, before
// the discount: normal with one spread around a mean that depends on the role
// the taker is of.
type lead struct {
	mean []float64 // by role of the taker, log-odds
	sd   float64   // 0 if nothing more can be learned
}

// leads are the leads over each role, the one over Top itself left empty. The
// formulas are those of docs/scoring.md, "Next question".
func (o Outlook) leads(f future) []lead {
	m, w := o.model, o.evidence
	full := m.expectedInformation(w, f.info)
	leads := make([]lead, len(w.p))
	for j := range leads {
		if j != w.top {
			leads[j] = o.lead(f, full, j)
		}
	}
	return leads
}

func (o Outlook) lead(f future, full []float64, rival int) lead {
	m, b, w := o.model, o.belief, o.evidence
	n := len(full)
	all := make(slab, 2*n)
	pull, move := all.take(n), all.take(n) // G: of the sums; v: of the traits
	base, variance := (m.logPrior[w.top]-m.logPrior[rival])/m.settings.Discount, 0.0
	for d := range full {
		if !w.play[d] {
			continue
		}
		weight := w.weight(d, w.top, rival)
		pull[d] = weight / full[d]
		base += pull[d]*(w.sum[d]+f.sum[d]) - weight*(m.mean[w.top][d]+m.mean[rival][d])/2
	}
	for d, g := range pull {
		if g == 0 {
			continue
		}
		for e, h := range pull {
			variance += g * h * f.noise[d][e]
			move[e] += g * f.slope[d][e]
		}
	}
	for d, v := range move {
		base -= v * m.middle[d]
		for e, u := range move {
			variance += v * b.covariance.At(d, e) * u
		}
	}
	l := lead{mean: make([]float64, len(b.mean)), sd: math.Sqrt(max(variance, 0))}
	for k, mean := range b.mean {
		l.mean[k] = base
		for d, v := range move {
			l.mean[k] += v * mean[d]
		}
	}
	return l
}

// flipProbability is how probable it is that answers to the unasked questions
// would put another role before Top: 0 if none of them counts for the verdict.
// It sums over the rivals, which with two roles is exact and with more too much
// rather than too little (Boole's inequality).
func (o Outlook) flipProbability(f future) float64 {
	p := 0.0
	for rival, l := range o.leads(f) {
		if rival != o.evidence.top {
			p += o.below(l, 0)
		}
	}
	return min(p, 1)
}

// below is how probable it is that a lead ends under x.
func (o Outlook) below(l lead, x float64) float64 {
	if l.sd == 0 {
		return 0
	}
	p := 0.0
	for k, mean := range l.mean {
		p += o.evidence.p[k] * normal((x-mean)/l.sd)
	}
	return p
}

// Changes are how probable it is, 0 to 1, that answers to the unasked questions
// would put another role first, and that they would change what the result says
// at all: another role first, or the same one more or less firmly. With two roles
// both are exact for takers the model describes; with more they are drawn, by the
// seed.
func (o Outlook) Changes(unasked []int, seed uint64) (first, headline float64) {
	return o.changes(o.future(unasked), seed)
}

func (o Outlook) changes(f future, seed uint64) (first, headline float64) {
	if len(o.evidence.p) > 2 {
		return o.drawnChanges(f, seed)
	}
	l := o.leads(f)[o.evidence.second]
	return o.below(l, 0), o.headline(l)
}

// headline is for two roles: the chance that the lead leaves the interval in
// which the result says what it says now.
func (o Outlook) headline(l lead) float64 {
	if l.sd == 0 {
		return 0
	}
	s := o.model.settings
	logit := func(p float64) float64 { return math.Log(p/(1-p)) / s.Discount }
	balanced, clear := logit(s.BalancedBelow), logit(s.ClearFrom)
	switch o.model.enough(o.evidence.p) {
	case quiz.Clear:
		return o.below(l, clear)
	case quiz.Leaning:
		return o.below(l, balanced) + 1 - o.below(l, clear)
	}
	return o.below(l, -balanced) + 1 - o.below(l, balanced)
}

// enough is the verdict on these chances where there are answers enough for one.
func (m *Model) enough(p []float64) quiz.Verdict {
	return m.settings.Verdict(p, m.settings.MinAnswers, m.settings.MinDimensions)
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
