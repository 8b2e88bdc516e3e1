package rollup

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"whichpm/internal/quiz"
)

// lateBy is how long after its finish a result may come into the database:
// the wait for the database, and clocks that differ.
const lateBy = time.Hour

// Once counts every day that may have changed since the last count: those with
// a mark, and those from an hour before that count began until now. The first
// count begins with the first result. It may be cut off anywhere and done
// again. While another job counts it does nothing.
func (j *Job) Once(ctx context.Context) error {
	taken, err := j.take(ctx)
	if err != nil || !taken {
		return err
	}
	began := j.now()
	defer j.letNext(ctx, began.Add(j.every))
	err = errors.Join(j.countAll(ctx, began), j.publish(ctx, began))
	if errors.Is(err, quiz.ErrStale) { // another job has taken over
		return nil
	}
	return err
}

func (j *Job) countAll(ctx context.Context, began time.Time) error {
	stale, err := j.store.StaleDays(ctx)
	if err != nil {
		return err
	}
	days := maps.Clone(stale)
	if err := j.addOpen(ctx, days, began); err != nil {
		return err
	}
	var failed error // one bad day does not keep the others from being counted
	for _, day := range slices.Sorted(maps.Keys(days)) {
		err := j.count(ctx, day, days[day])
		if ctx.Err() != nil || errors.Is(err, quiz.ErrStale) {
			return err
		}
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("count day %d: %w", day, err))
		}
	}
	if failed != nil {
		return failed
	}
	return j.store.KeepRun(ctx, j.owner, began)
}

// addOpen adds the days with results that may have come since the last count,
// with seq 0: nothing has marked them.
func (j *Job) addOpen(ctx context.Context, days map[quiz.Day]int64, began time.Time) error {
	ran, err := j.store.RolledAt(ctx)
	if err != nil {
		return err
	}
	from := time.UnixMilli(0)
	if !ran.IsZero() {
		if ran.After(began) { // by a clock that was ahead
			ran = began
		}
		from = quiz.DayOf(ran.Add(-lateBy)).Start()
	}
	for {
		first, err := j.store.FirstFinish(ctx, from)
		day := quiz.DayOf(first)
		if err != nil || first.IsZero() || day > quiz.DayOf(began) {
			return err
		}
		if _, marked := days[day]; !marked {
			days[day] = 0
		}
		from = (day + 1).Start()
	}
}
