package rollup

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

// mostOpen is how many people of a month are looked at for open data: a month
// has to be kept in one transaction.
const mostOpen = 20_000

// publish decides who of the months that are over is in open data, an hour
// after their end. A month is decided once: what comes in later never is.
func (j *Job) publish(ctx context.Context, now time.Time) error {
	if !j.openData {
		return nil
	}
	this := quiz.MonthOf(now.Add(-lateBy))
	from, err := j.store.OpenUntil(ctx)
	for err == nil && from < this {
		from, err = j.publishNext(ctx, from, this)
	}
	if err != nil {
		return fmt.Errorf("publish open data: %w", err)
	}
	return nil
}

// publishNext decides on the first month since from in which somebody said
// their job, and returns the month that comes next.
func (j *Job) publishNext(ctx context.Context, from, this quiz.Month) (quiz.Month, error) {
	if err := j.hold(ctx); err != nil {
		return from, err
	}
	first, err := j.store.FirstOpen(ctx, from.Start())
	if err != nil {
		return from, err
	}
	month := quiz.MonthOf(first)
	if first.IsZero() || month >= this {
		return this, j.store.KeepOpen(ctx, j.owner, from, this, nil)
	}
	said, err := j.store.SaidIn(ctx, month, mostOpen)
	if err != nil {
		return from, err
	}
	return month + 1, j.store.KeepOpen(ctx, j.owner, from, month+1, insight.OpenGroups(said, rand.Shuffle, rand.Int64))
}
