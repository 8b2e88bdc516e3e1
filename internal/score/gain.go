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
	known   []float64   // by question: the gain of those like it, -1 before it is known
}

func (o Outlook) prospect() prospect {
	role, questions := o.evidence.p, len(o.model.items)
	all := make(slab, len(role)*quiz.MaxOptions+len(role)+questions)
	p := prospect{
		model: o.model, belief: o.belief, role: role, entropy: entropy(role),
		option: all.rows(len(role), quiz.MaxOptions), after: all.take(len(role)), known: all.take(questions),
	}
	for q := range p.known {
		p.known[q] = -1
	}
	return p
}

// gain is what is expected of a question, in nats. Many are alike.
func (p prospect) gain(question int) float64 {
	it := p.model.items[question]
	if p.known[it.like] < 0 {
		p.known[it.like] = withoutRoundingNoise(p.drop(it))
	}
	return p.known[it.like]
}

// drop is how much the entropy of P is expected to drop when the question is
// answered: H(P) − Σ p(o) H(P|o), with P|o by Bayes' rule from p(o|role).
func (p prospect) drop(it item) float64 {
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
