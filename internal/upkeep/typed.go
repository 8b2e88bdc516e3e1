package upkeep

import (
	"context"
	"log/slog"
	"time"

	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
)

// Typed removes what admins typed and never saved, once it is old.
type Typed struct {
	Store interface {
		ForgetTypedBefore(ctx context.Context, before time.Time) error
	}
	Log *slog.Logger
	Now func() time.Time
}

// Run removes what is old, now and every hour, until ctx ends.
func (t Typed) Run(ctx context.Context) {
	jobs.Repeat(ctx, 0, nil, func(ctx context.Context) time.Duration {
		if err := t.Store.ForgetTypedBefore(ctx, t.Now().AddDate(0, 0, -quiz.WorkingCopyDays)); err != nil {
			return failed(ctx, t.Log, "what was typed long ago is not removed", err, lookForOld)
		}
		return lookForOld
	})
}
