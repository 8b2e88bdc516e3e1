package upkeep

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
)

// Results is what Retention needs of the database.
type Results interface {
	FinishedBefore(ctx context.Context, before time.Time, n int) ([]quiz.ResultID, error)
	DeleteResult(ctx context.Context, id quiz.ResultID, now time.Time) error
	finishes
}

// Retention removes results by day, as their takers could: what stays of them
// is that they were deleted.
type Retention struct {
	Days  int // kept whole days after the one a result was finished on
	Store Results
	Log   *slog.Logger
}

const (
	lookForOld = time.Hour
	oldBatch   = 100
)

// Run removes what is old, now and every hour, until ctx ends.
func (r Retention) Run(ctx context.Context) {
	c := newClock()
	jobs.Repeat(ctx, 0, nil, func(ctx context.Context) time.Duration { return r.remove(ctx, c) })
}

func (r Retention) remove(ctx context.Context, c *clock) time.Duration {
	removed, err := r.removeOld(ctx, c)
	if removed > 0 {
		r.Log.InfoContext(ctx, "old results removed", "count", removed, "kept_days", r.Days)
	}
	if err != nil {
		return failed(ctx, r.Log, "old results are not removed", err, lookForOld)
	}
	return lookForOld
}

// removeOld removes nothing while the clock is not believed, and says so once
// if there is something to remove.
func (r Retention) removeOld(ctx context.Context, c *clock) (removed int, err error) {
	before := r.oldest(c.now())
	old, err := r.Store.FinishedBefore(ctx, before, 1)
	if err != nil {
		return 0, err
	}
	why, err := c.doubt(ctx, r.Store) // asked even if nothing is old: it watches the clock
	if err != nil || len(old) == 0 {
		return 0, err
	}
	if why != "" {
		if !c.told {
			r.Log.WarnContext(ctx, "old results are kept for a day more", "because", why, "clock", c.now().UTC())
			c.told = true
		}
		return 0, nil
	}
	c.told = false
	return r.removeBefore(ctx, before)
}

// oldest is the first moment of the first day whose results are kept.
func (r Retention) oldest(now time.Time) time.Time {
	return now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -r.Days)
}

// removeBefore writes one result at a time, so that takers who finish
// meanwhile wait for nothing longer.
func (r Retention) removeBefore(ctx context.Context, before time.Time) (removed int, err error) {
	for {
		ids, err := r.Store.FinishedBefore(ctx, before, oldBatch)
		if err != nil || len(ids) == 0 {
			return removed, err
		}
		for _, id := range ids {
			if err := r.Store.DeleteResult(ctx, id, time.Now()); err != nil && !errors.Is(err, quiz.ErrNotFound) {
				return removed, err
			}
			removed++
		}
	}
}
