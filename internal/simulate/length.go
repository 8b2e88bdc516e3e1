package simulate

import (
	"math/rand/v2"
	"slices"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Lengths plays the short form for takers drawn from the profiles and returns
// how many questions each was asked, fewest first. Questions that do not count
// for the verdict are asked of everybody and are among them.
func Lengths(v *quiz.Version, takers int, seed uint64) []int {
	g := &game{version: v, model: score.New(v)}
	besides := 0
	for q, question := range v.Questions {
		if !question.Retired && (question.Strength == 0 || !v.Counts(q)) {
			besides++
		}
	}
	rng := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // made-up people
	lengths := make([]int, takers)
	for i := range lengths {
		answers := g.model.Play(g.role(rng), rng)
		_, asked := g.model.Short(answers, quiz.Shuffle(rng.Uint64()).Lot)
		lengths[i] = len(asked) + besides
	}
	slices.Sort(lengths)
	return lengths
}
