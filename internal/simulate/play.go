package simulate

import (
	"math/rand/v2"
	"slices"

	"whichpm/internal/quiz"
)

// play plays n takers of a kind. The mirrored ones get the chance of the
// random ones, so that they are the same people.
func (g *game) play(kind Kind, part, n int) tally {
	stream := slices.Index(kinds, kind)
	if kind == Mirrored {
		stream = slices.Index(kinds, Random)
	}
	rng := rand.New(rand.NewPCG(g.config.Seed, uint64(stream)<<32|uint64(part))) //nolint:gosec // small and not negative
	t := newTally()
	for i := range n {
		switch kind {
		case Mirrored:
			g.mirrored(&t, g.random(rng))
		case Drawn:
			g.drawn(&t, rng)
		default:
			a := g.habit(kind, rng)
			t.full.add(g.model.Score(a), len(g.counts))
			if i%g.config.ShortEvery == 0 {
				short, asked := g.model.Short(a, quiz.Shuffle(g.config.Seed+uint64(part*share+i)).Lot) //nolint:gosec // not negative
				t.short.add(g.model.Score(short), len(asked))
			}
		}
	}
	return t
}

// habit is how one taker of a kind answers everything.
func (g *game) habit(kind Kind, rng *rand.Rand) quiz.Answers {
	switch kind {
	case Lazy:
		return g.lazy(rng)
	case Middle:
		return g.model.PlayBetween(rng)
	case Half:
		a := g.model.Play(g.role(rng), rng)
		for q, by := range g.random(rng) {
			if rng.IntN(2) == 0 {
				a[q] = by
			}
		}
		return a
	case Agree, Disagree:
		return g.agreeing(kind == Agree)
	default:
		return g.random(rng)
	}
}

// agreeing answers all statements alike, sees both sides of a pair, and has no
// answer to a scene.
func (g *game) agreeing(yes bool) quiz.Answers {
	return g.answer(func(q quiz.Question) int {
		switch last := len(q.Options) - 1; {
		case !q.Kind.Scale():
			return quiz.NoAnswer
		case !q.Kind.Statement():
			return last / 2
		case yes:
			return last
		}
		return 0
	})
}

// lazy stays in one column of what they are shown, which for pairs and scenes
// differs from taker to taker.
func (g *game) lazy(rng *rand.Rand) quiz.Answers {
	column, shuffle := rng.IntN(g.columns), quiz.Shuffle(rng.Uint64())
	return g.answer(func(q quiz.Question) int {
		order := shuffle.Order(q)
		return order[min(column, len(order)-1)]
	})
}

func (g *game) random(rng *rand.Rand) quiz.Answers {
	return g.answer(func(q quiz.Question) int { return rng.IntN(len(q.Options)) })
}

func (g *game) answer(choose func(quiz.Question) int) quiz.Answers {
	a := g.version.NoAnswers()
	for q, question := range g.version.Questions {
		if !question.Retired {
			a[q] = choose(question)
		}
	}
	return a
}

// mirrored turns every answer round and notes how far the first role's chance
// is from the second's of the taker it came from.
func (g *game) mirrored(t *tally, a quiz.Answers) {
	before := g.model.Score(a).Posterior
	for q, option := range a {
		if option != quiz.NoAnswer {
			a[q] = g.mirror[q][option]
		}
	}
	after := g.model.Score(a)
	t.full.add(after, len(g.counts))
	t.mirror(before, after.Posterior)
}

// opposites returns, for each option of a question, the one whose loadings
// are nearest to its own turned round.
func opposites(q quiz.Question) []int {
	out := make([]int, len(q.Options))
	for i, option := range q.Options {
		nearest := distance(option, q.Options[0])
		for j, other := range q.Options {
			if d := distance(option, other); d < nearest {
				out[i], nearest = j, d
			}
		}
	}
	return out
}

// distance is 0 for two options of opposite loadings.
func distance(a, b quiz.Option) float64 {
	sum := 0.0
	for d, loading := range a.Loadings {
		sum += (loading + b.Loadings[d]) * (loading + b.Loadings[d])
	}
	for d, loading := range b.Loadings {
		if _, both := a.Loadings[d]; !both {
			sum += loading * loading
		}
	}
	return sum
}

// drawn plays someone in a role, roles being as common as the version holds,
// through the full form and the short one.
func (g *game) drawn(t *tally, rng *rand.Rand) {
	role := g.role(rng)
	a := g.model.Play(role, rng)
	full := g.model.Score(a)
	t.full.add(full, len(g.counts))
	t.judge(full, role)
	shuffle := quiz.Shuffle(rng.Uint64())
	short, asked := g.model.Short(a, shuffle.Lot)
	result := g.model.Score(short)
	t.short.add(result, len(asked))
	t.compare(full, result, role, len(asked), len(g.counts))
}

func (g *game) role(rng *rand.Rand) int {
	x, last := rng.Float64(), len(g.version.Roles)-1
	for r := range last {
		if x -= g.version.Roles[r].Prior; x < 0 {
			return r
		}
	}
	return last
}
