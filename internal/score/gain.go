package score

import (
	"math"

	"whichpm/internal/quiz"
)

// prospect foretells the answers to a question from what is known so far.
type prospect struct {
	model   *Model
	belief  belief
	role    []float64   // P by role
	entropy float64     // of role, nats
	option  [][]float64 // role × option: room for p(o|role)
	after   []float64   // by role: room for P after an answer
}

func (m *Model) prospect(w *work) prospect {
	roles := len(w.p)
	all := make(slab, roles*quiz.MaxOptions+roles)
	return prospect{
		model: m, belief: m.believe(w), role: w.p, entropy: entropy(w.p),
		option: all.rows(roles, quiz.MaxOptions), after: all.take(roles),
	}
}

// gain is how much the entropy of P is expected to drop when the question is
// answered: H(P) − Σ p(o) H(P|o), with P|o by Bayes' rule from p(o|role).
func (p prospect) gain(it item) float64 {
	for r, mean := range p.belief.mean {
		p.model.respond(p.option[r][:it.options], it, mean, p.belief.variance)
	}
	gain := p.entropy
	for o := range it.options {
		chance := 0.0
		for r := range p.role {
			p.after[r] = p.role[r] * p.option[r][o]
			chance += p.after[r]
		}
		if chance == 0 {
			continue
		}
		for r := range p.after {
			p.after[r] /= chance
		}
		gain -= chance * entropy(p.after)
	}
	return gain
}

// entropy of a distribution, in nats.
func entropy(p []float64) float64 {
	h := 0.0
	for _, x := range p {
		if x > 0 {
			h -= x * math.Log(x)
		}
	}
	return h
}
