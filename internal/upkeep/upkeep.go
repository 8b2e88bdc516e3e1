// Package upkeep is what a running server does for its database by itself:
// backups at set times, and removing results that were kept long enough. A
// failure is logged and tried again; takers never notice. It knows no SQL.
package upkeep

import (
	"context"
	"log/slog"
	"time"
)

// retryAfter is how long a failed piece of work waits, at most.
const retryAfter = 5 * time.Minute

// repeat does a piece of work at once or when it is next due, until ctx ends.
// due returns how long to wait after the last try went as it did.
func repeat(ctx context.Context, first time.Duration, work func(context.Context) (next time.Duration)) {
	timer := time.NewTimer(first)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
			timer.Reset(work(ctx))
		}
	}
}

// failed logs why, unless the server is stopping, and returns when to try again.
func failed(ctx context.Context, log *slog.Logger, what string, err error, every time.Duration) time.Duration {
	again := min(every, retryAfter)
	if ctx.Err() == nil {
		log.ErrorContext(ctx, what, "error", err, "again_in", again.String())
	}
	return again
}
