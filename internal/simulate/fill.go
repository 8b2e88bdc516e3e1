package simulate

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"whichpm/internal/quiz"
)

// Keeper is what Fill writes to.
type Keeper interface {
	AddResult(ctx context.Context, r quiz.Result) error
	AddOutcome(ctx context.Context, o quiz.Outcome) error
	CountSteps(ctx context.Context, counts []quiz.StepCount) error
}

// Span says when made-up visits take place: they begin evenly spread over the
// days before Until.
type Span struct {
	Until time.Time
	Days  int
}

// Fill keeps the visits of c.Takers people. The same version, seed and span
// give the same visits. It returns how many finished.
func Fill(ctx context.Context, keep Keeper, v *quiz.Version, c Config, span Span) (int64, error) {
	g := newGame(v, c)
	shares := (c.Takers + share - 1) / share
	var next, done, finished atomic.Int64
	var cores sync.WaitGroup
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	for range runtime.GOMAXPROCS(0) {
		cores.Go(func() {
			for ctx.Err() == nil {
				part := int(next.Add(1)) - 1
				if part >= shares {
					return
				}
				visits := span.visits(g.visitors(part), min(share, c.Takers-part*share))
				n, err := keepAll(ctx, keep, v, visits)
				finished.Add(n)
				if err != nil {
					stop(err)
				}
				if total := int(done.Add(int64(len(visits)))); c.Progress != nil {
					c.Progress(total, c.Takers)
				}
			}
		})
	}
	cores.Wait()
	if err := context.Cause(ctx); err != nil {
		return finished.Load(), fmt.Errorf("keep simulated takers: %w", err)
	}
	return finished.Load(), nil
}

func (s Span) visits(from *visitors, n int) []Visit {
	visits := make([]Visit, n)
	for i := range visits {
		ago := time.Duration(from.rng.Float64() * float64(s.Days) * float64(24*time.Hour))
		visits[i] = from.next(s.Until.Add(-time.Hour - ago)) // an hour, so that all have ended by then
	}
	return visits
}

// keepAll writes the visits at once, so that they share transactions.
func keepAll(ctx context.Context, keep Keeper, v *quiz.Version, visits []Visit) (int64, error) {
	if err := keep.CountSteps(ctx, stepsOf(v, visits)); err != nil {
		return 0, err
	}
	var finished atomic.Int64
	var writes errgroup.Group
	for _, visit := range visits {
		if visit.Result == nil {
			continue
		}
		writes.Go(func() error {
			if err := keep.AddResult(ctx, *visit.Result); err != nil {
				return err
			}
			finished.Add(1)
			if visit.Outcome == nil {
				return nil
			}
			return keep.AddOutcome(ctx, *visit.Outcome)
		})
	}
	err := writes.Wait()
	return finished.Load(), err
}

// stepsOf counts what happened on the way.
func stepsOf(v *quiz.Version, visits []Visit) []quiz.StepCount {
	counts := map[quiz.StepCount]int64{}
	for _, visit := range visits {
		j := visit.Journey
		at := quiz.StepCount{Version: j.Version, Day: quiz.DayOf(j.Touched)}
		add := func(event quiz.Event, place int, n int64) {
			at.Event, at.Place = event, place
			counts[at] += n
		}
		add(quiz.EventStarted, 0, 1)
		if v.Settings.AsksAll(j) {
			add(quiz.EventLotStarted, 0, 1)
		}
		if visit.Result != nil && visit.Result.Form == quiz.FullByLot {
			add(quiz.EventLotFinished, 0, 1)
		}
		for i, s := range j.Steps {
			add(quiz.EventReached, i+1, 1)
			add(quiz.EventAsked, s.Question, 1)
			switch s.Answer {
			case quiz.Open:
			case quiz.Skipped:
				add(quiz.EventSkipped, s.Question, 1)
			default:
				add(quiz.EventAnswered, s.Question, 1)
			}
		}
		if visit.Opened > 0 {
			add(quiz.EventShareOpened, 0, int64(visit.Opened))
		}
	}
	out := make([]quiz.StepCount, 0, len(counts))
	for count, n := range counts {
		count.N = n
		out = append(out, count)
	}
	return out
}
