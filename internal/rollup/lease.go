package rollup

import (
	"context"
	"time"

	"whichpm/internal/quiz"
)

// take makes this job the one that counts. It reports whether it is.
func (j *Job) take(ctx context.Context) (bool, error) {
	now := j.now()
	held, err := j.store.Lease(ctx, j.owner, now, now.Add(j.lease))
	if held {
		j.held = now
	}
	return held, err
}

// hold keeps the lease during a long count. It returns quiz.ErrStale once it
// is somebody else's.
func (j *Job) hold(ctx context.Context) error {
	if j.now().Sub(j.held) < j.lease/3 {
		return nil
	}
	held, err := j.take(ctx)
	if err == nil && !held {
		return quiz.ErrStale
	}
	return err
}

// letNext lets any job begin the next count when it is due.
func (j *Job) letNext(ctx context.Context, due time.Time) {
	_, _ = j.store.Lease(context.WithoutCancel(ctx), j.owner, j.now(), due) // else the lease runs out by itself
}

// giveBack lets another job begin at once.
func (j *Job) giveBack(ctx context.Context) { j.letNext(ctx, j.now()) }
