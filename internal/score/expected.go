package score

import (
	"math"

	"whichpm/internal/quiz"
)

// expected is what a question is expected to be answered, and how far answers
// stray from that, for someone in the middle of the roles. Scenes stray further
// than scales and follow the trait more steeply, so that each question has its
// own numbers (docs/scoring.md, "Next question"). Indexed like the loads.
type expected struct {
	y     []float64   // mean of y
	noise [][]float64 // covariance of y
	slope [][]float64 // change of the mean of y with the trait of another load
}

// expected works it out at the middle c: the mean over the roles of m.
func (m *Model) expected(it item) expected {
	n := len(it.loads)
	e := expected{y: make([]float64, n), noise: square(n), slope: square(n)}
	if n == 0 || it.options > quiz.MaxOptions { // a draft may have more, and is only looked at
		return e
	}
	p := make([]float64, it.options)
	m.respond(p, it, m.middle, make([]float64, len(m.middle)))
	it.spread(p, e.y, e.noise)
	if main, ok := it.main(); ok && it.scale {
		m.slopeOfScale(it, main, e)
	} else {
		for d := range it.loads {
			for f, other := range it.loads {
				e.slope[d][f] = choiceSharpness * other.largest * e.noise[d][f]
			}
		}
	}
	return e
}

// slopeOfScale follows the dimension the question asks about: each cut between
// two steps is passed by more people the higher they stand there.
func (m *Model) slopeOfScale(it item, main load, e expected) {
	tau := m.settings.Noise
	for f, l := range it.loads {
		if l.dimension != main.dimension {
			continue
		}
		for step := range it.options - 1 {
			density := main.passing(step, it.options, m.middle[main.dimension], tau)
			for d, seen := range it.loads {
				e.slope[d][f] += density * (seen.y[main.option(step+1)] - seen.y[main.option(step)])
			}
		}
	}
}

// passing is how fast people move on past the cut after a step as their trait
// rises, where inclinations lie around a·place with that SD.
func (l load) passing(step, steps int, place, sd float64) float64 {
	return l.a / sd * standard((cut(step, steps)-l.a*place)/sd)
}

// spread fills in the mean and the covariance of y for these chances.
func (it item) spread(p, y []float64, covariance [][]float64) {
	for d, l := range it.loads {
		y[d] = 0
		for o, chance := range p {
			y[d] += chance * l.y[o]
		}
	}
	for d, l := range it.loads {
		for f, other := range it.loads {
			covariance[d][f] = -y[d] * y[f]
			for o, chance := range p {
				covariance[d][f] += chance * l.y[o] * other.y[o]
			}
		}
	}
}

func square(n int) [][]float64 {
	all := make(slab, n*n)
	return all.rows(n, n)
}

// standard is the density of the standard normal distribution.
func standard(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }
