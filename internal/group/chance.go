package group

import (
	"math/rand/v2"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Chance is how often a dimension looks one-sided or split in groups of so many
// people who have nothing to do with each other.
type Chance struct {
	People   int     `json:"people"`
	OneSided float64 `json:"one_sided"` // share of dimensions, 0 to 1
	Split    float64 `json:"split"`
}

// Sizes are the groups that ByChance makes.
var Sizes = []int{5, 6, 8, 12, 20, 30}

// ByChance makes groups of people who were drawn from the profiles, each role as
// often as any other, and counts what would be said of them. The same seed makes
// the same groups. Takers is how many people are played, and groups of each size
// are made.
func ByChance(v *quiz.Version, takers int, seed uint64) []Chance {
	m := score.New(v)
	rng := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // no secret
	played := make([]score.Result, takers)
	for i := range played {
		played[i] = m.Score(m.Play(i%len(v.Roles), rng))
	}
	out := make([]Chance, len(Sizes))
	for i, n := range Sizes {
		out[i] = byChance(v, played, n, rng)
	}
	return out
}

func byChance(v *quiz.Version, played []score.Result, n int, rng *rand.Rand) Chance {
	c := Chance{People: n}
	dimensions := 0.0
	for range played {
		people := make([]score.Result, n)
		for i := range people {
			people[i] = played[rng.IntN(len(played))]
		}
		for d, dimension := range v.Dimensions {
			if !v.Scored(dimension.Key) {
				continue
			}
			dimensions++
			var counts [3]int
			for _, p := range people {
				counts[BandOf(p.Dimensions[d].Position)]++
			}
			switch ShapeOf(wordsFor(counts), n) {
			case Towards, Against:
				c.OneSided++
			case Split:
				c.Split++
			case Mixed:
			}
		}
	}
	c.OneSided, c.Split = c.OneSided/max(dimensions, 1), c.Split/max(dimensions, 1)
	return c
}
