// Package jobs does work again and again beside the server, until it is told to
// end. It knows nothing of what the work is.
package jobs

import (
	"context"
	"log/slog"
	"time"
)

// Repeat does work at first after a while, then each time after as long as the
// work last returned, and whenever it is asked for, until ctx ends.
func Repeat(ctx context.Context, first time.Duration, asked <-chan struct{}, work func(context.Context) (next time.Duration)) {
	timer := time.NewTimer(first)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		case <-asked:
		}
		timer.Reset(work(ctx))
	}
}

// Job is work that is done at intervals and may fail.
type Job struct {
	Do    func(context.Context) error
	Fails string // what the log says then
	Log   *slog.Logger

	First time.Duration   // until it is done at first
	Every time.Duration   // from one beginning to the next
	Rest  int             // it waits at least so many times as long as it took
	Asked <-chan struct{} // do it at once; nil: nobody asks

	// Last is how long it may take once more at the end. Then the end cuts off
	// nothing that is under way: nobody would know what became of it. Without
	// it the end does, and nothing follows.
	Last time.Duration

	failed string // how it failed the last time
}

// Run does the work until ctx ends. A job is run once at a time.
func (j *Job) Run(ctx context.Context) {
	Repeat(ctx, j.First, j.Asked, j.once)
	if j.Last > 0 {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), j.Last)
		defer cancel()
		j.tell(last, j.Do(last))
	}
}

func (j *Job) once(ctx context.Context) (next time.Duration) {
	began, during := time.Now(), ctx
	if j.Last > 0 {
		during = context.WithoutCancel(ctx)
	}
	if err := j.Do(during); during.Err() == nil { // else it was cut off
		j.tell(ctx, err)
	}
	took := time.Since(began)
	return max(j.Every-took, time.Duration(j.Rest)*took)
}

// tell logs a failure once, until there is another or none.
func (j *Job) tell(ctx context.Context, err error) {
	if err == nil {
		j.failed = ""
		return
	}
	if j.failed != err.Error() {
		j.failed = err.Error()
		j.Log.ErrorContext(ctx, j.Fails, "error", err)
	}
}
