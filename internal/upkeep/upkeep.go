// Package upkeep is what a running server does for its database by itself:
// backups at set times, ending groups whose time is over, and removing results that
// were kept long enough. A failure is logged and tried again; takers never notice. It knows no SQL.
package upkeep

import (
	"context"
	"log/slog"
	"time"
)

// retryAfter is how long a failed piece of work waits, at most.
const retryAfter = 5 * time.Minute

// failed logs why, unless the server is stopping, and returns when to try again.
func failed(ctx context.Context, log *slog.Logger, what string, err error, every time.Duration) time.Duration {
	again := min(every, retryAfter)
	if ctx.Err() == nil {
		log.ErrorContext(ctx, what, "error", err, "again_in", again.String())
	}
	return again
}
