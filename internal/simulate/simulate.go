// Package simulate plays takers who never existed: people drawn from the role
// profiles or from the middle between them, and those who answer by chance or by
// habit. It tells how
// the scoring and the short form do in the model's own world, which says what
// they can do at best. It knows nothing of HTTP, SQL, the clock or a log; the
// same version, seed and number of takers give the same report on any number
// of cores.
package simulate

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Kind is a way to answer.
type Kind string

// The kinds of taker, in the order of the report.
const (
	Lazy     Kind = "lazy"     // stays in one column as shown
	Random   Kind = "random"   // chooses each answer by chance
	Mirrored Kind = "mirrored" // the random takers, each answer turned round
	Drawn    Kind = "drawn"    // someone in a role, as its profile has it
	Middle   Kind = "middle"   // someone between the roles, half as spread
	Half     Kind = "half"     // the drawn ones, half of their answers chosen by chance
	Agree    Kind = "agree"    // agrees to all statements, to both sides of pairs, skips scenes
	Disagree Kind = "disagree" // the same, disagreeing
)

var kinds = []Kind{Lazy, Random, Mirrored, Drawn, Middle, Half, Agree, Disagree}

// Config says what to play.
type Config struct {
	Takers   int    // of each kind
	Seed     uint64 // the same seed plays the same takers
	Progress func(done, total int)

	// ShortEvery has every nth taker who answers by habit or chance play the short
	// form too, which takes twenty times as long. 0: every tenth.
	ShortEvery int
}

// share is how many takers are played with one source of chance. It is fixed,
// so that it does not matter which core plays them.
const share = 250

// usualShort is one short form for so many full ones.
const usualShort = 10

// Run plays the takers and reports. Progress, if not nil, is called from
// several goroutines. Run stops early when ctx ends and returns its error.
func Run(ctx context.Context, v *quiz.Version, c Config) (Report, error) {
	g := newGame(v, c)
	shares := (c.Takers + share - 1) / share
	tallies := make([]tally, shares*len(kinds))
	var next, done atomic.Int64
	var cores sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		cores.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(tallies) {
					return
				}
				kind, part := i/shares, i%shares
				n := min(share, c.Takers-part*share)
				tallies[i] = g.play(kinds[kind], part, n)
				if total := int(done.Add(int64(n))); c.Progress != nil {
					c.Progress(total, c.Takers*len(kinds))
				}
			}
		})
	}
	cores.Wait()
	if err := ctx.Err(); err != nil {
		return Report{}, fmt.Errorf("play takers: %w", err)
	}
	return g.report(slices.Collect(slices.Chunk(tallies, max(shares, 1)))), nil
}

// game is what all takers of a simulation share.
type game struct {
	version *quiz.Version
	model   *score.Model
	counts  []int // questions that count for the verdict
	columns int   // the most options a question has
	mirror  [][]int
	config  Config
}

func newGame(v *quiz.Version, c Config) *game {
	c.ShortEvery = cmp.Or(c.ShortEvery, usualShort)
	g := &game{version: v, model: score.New(v), config: c}
	for q, question := range v.Questions {
		g.mirror = append(g.mirror, opposites(question))
		if question.Retired {
			continue
		}
		g.columns = max(g.columns, len(question.Options))
		if question.Strength > 0 && v.Counts(q) {
			g.counts = append(g.counts, q)
		}
	}
	return g
}
