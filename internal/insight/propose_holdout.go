package insight

import (
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// holdOut foretells each person's role by what the others would make of the
// version, and by the version as it is.
func holdOut(v *quiz.Version, people []person) HeldOut {
	h := HeldOut{N: len(people)}
	for f := range folds {
		var others, held []person
		for _, p := range people {
			if p.fold() == f {
				held = append(held, p)
			} else {
				others = append(others, p)
			}
		}
		would := score.New(learn(v, others).version)
		for _, p := range held {
			h.Old -= p.logP / float64(h.N)
			h.New -= logP(would.Score(p.answers).Posterior, p.role) / float64(h.N)
		}
	}
	return h
}
