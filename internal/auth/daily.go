package auth

import (
	"context"
	"time"
)

// Daily lets one address do something a few times in a day. All programs on one
// database count together, in the tries that are forgotten when they run out.
type Daily struct {
	store TriesStore
	what  string
	most  int
}

// NewDaily lets each address do a thing so often.
func NewDaily(store TriesStore, what string, most int) Daily { return Daily{store, what, most} }

// Try counts once and returns 0, or how long to wait before the next one. What
// has to wait is not counted.
func (d Daily) Try(ctx context.Context, address string, now time.Time) (time.Duration, error) {
	var wait time.Duration
	key := triesKey(d.what, address)
	err := d.store.ChangeTries(ctx, key, key, func(done, same Tries) (Tries, Tries) {
		if now.Sub(done.At) >= forgetAfter {
			done = Tries{At: now}
		}
		if done.At.After(now) { // the clock went back: the day begins anew
			done.At = now
		}
		if wait = 0; done.Count >= d.most {
			wait = done.At.Add(forgetAfter).Sub(now)
		} else {
			done.Count++
		}
		return done, same
	})
	return wait, err
}
