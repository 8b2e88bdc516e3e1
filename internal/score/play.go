package score

import (
	"math"
	"math/rand/v2"

	"whichpm/internal/quiz"
)

// Play answers every question like someone in that role might: traits drawn
// from the role's profile, correlated with ρ, and answers drawn as the model
// says they come about. Retired questions stay unanswered.
func (m *Model) Play(role int, rng *rand.Rand) quiz.Answers {
	return m.answer(m.drawTraits(role, rng), rng)
}

// answer draws the answers of someone with those traits, by dimension.
func (m *Model) answer(place []float64, rng *rand.Rand) quiz.Answers {
	answers := make(quiz.Answers, len(m.items))
	for q, it := range m.items {
		answers[q] = quiz.NoAnswer
		if !it.retired {
			answers[q] = m.reply(it, place, rng)
		}
	}
	return answers
}

// drawTraits gives each trait a share of one common factor, which correlates
// any two with ρ.
func (m *Model) drawTraits(role int, rng *rand.Rand) []float64 {
	rho, common := m.settings.Correlation, rng.NormFloat64()
	place := make([]float64, len(m.scored))
	for d, p := range m.profile[role] {
		own := rng.NormFloat64()
		place[d] = p.Mean + p.Spread*(math.Sqrt(rho)*common+math.Sqrt(1-rho)*own)
	}
	return place
}

// PlayBetween answers like someone in the middle between the roles, whose traits
// stray half as far from there as those of people in a role do.
func (m *Model) PlayBetween(rng *rand.Rand) quiz.Answers {
	rho, common := m.settings.Correlation, rng.NormFloat64()
	place := make([]float64, len(m.scored))
	for d, middle := range m.middle {
		own := rng.NormFloat64()
		place[d] = middle + m.spread[d]/2*(math.Sqrt(rho)*common+math.Sqrt(1-rho)*own)
	}
	return m.answer(place, rng)
}

// draw returns an index with the probability p gives it.
func draw(p []float64, rng *rand.Rand) int {
	x := rng.Float64()
	for i, share := range p {
		if x -= share; x < 0 {
			return i
		}
	}
	return len(p) - 1
}
