package check

import (
	"math"

	"whichpm/internal/quiz"
)

// towards answers what points furthest to a role.
func (s *subject) towards(role int) quiz.Answers {
	a := s.NoAnswers()
	for _, q := range s.live {
		furthest := math.Inf(-1)
		for option := range s.Questions[q].Options {
			if pull := s.pull(role, q, option); pull > furthest {
				a[q], furthest = option, pull
			}
		}
	}
	return a
}

// near answers so that the taker stands as near to the place of a role as the
// options go. There a role comes first that is as common as the others.
func (s *subject) near(role int) quiz.Answers {
	a := s.middle()
	t := make([]float64, len(s.Dimensions))
	for _, q := range s.live {
		s.move(t, q, a[q], 1)
	}
	for range sweeps {
		for _, q := range s.live {
			s.move(t, q, a[q], -1)
			best, nearest := a[q], math.Inf(1)
			for option := range s.loads[q] {
				s.move(t, q, option, 1)
				if far := s.far(t, role, q); far < nearest-ties {
					best, nearest = option, far
				}
				s.move(t, q, option, -1)
			}
			a[q] = best
			s.move(t, q, best, 1)
		}
	}
	return a
}

// move adds to a taker's place what an answer says, or takes it away.
func (s *subject) move(t []float64, q, option int, times float64) {
	for _, l := range s.loads[q][option] {
		t[l.dimension] += times * s.space.unit[l.dimension] * s.Questions[q].Strength * l.x
	}
}

// far is how far from a role a taker is on the dimensions of a question,
// squared.
func (s *subject) far(t []float64, role, q int) float64 {
	sum := 0.0
	for _, d := range s.asks[q] {
		x := t[d] - s.space.at[role][d]
		sum += s.space.sharp[d] * x * x
	}
	return sum
}

// middle answers everything as near to the middle as the options go.
func (s *subject) middle() quiz.Answers {
	a := s.NoAnswers()
	for _, q := range s.live {
		a[q] = len(s.Questions[q].Options) / 2
	}
	return a
}
