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

// drawTraits are those of somebody in a role.
func (m *Model) drawTraits(role int, rng *rand.Rand) []float64 {
	return m.scatter(rng, func(d int) (mean, sd float64) { return m.profile[role][d].Mean, m.profile[role][d].Spread })
}

// PlayBetween answers like someone in the middle between the roles, whose traits
// stray half as far from there as those of people in a role do.
func (m *Model) PlayBetween(rng *rand.Rand) quiz.Answers {
	return m.answer(m.scatter(rng, func(d int) (mean, sd float64) { return m.middle[d], m.spread[d] / 2 }), rng)
}

// scatter draws traits around these means. Each has a share of one common factor,
// which correlates any two with ρ.
func (m *Model) scatter(rng *rand.Rand, around func(d int) (mean, sd float64)) []float64 {
	rho, common := m.settings.Correlation, rng.NormFloat64()
	place := make([]float64, len(m.scored))
	for d := range place {
		own := rng.NormFloat64()
		mean, sd := around(d)
		place[d] = mean + sd*(math.Sqrt(rho)*common+math.Sqrt(1-rho)*own)
	}
	return place
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
