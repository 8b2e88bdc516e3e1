package auth

import (
	"context"
	"crypto/sha256"
	"strings"
	"time"
)

// How often an account may be tried in vain.
const (
	freeTries   = 5                // from one address, before it has to wait
	firstWait   = 30 * time.Second // doubles with each further try
	longestWait = 15 * time.Minute
	forgetAfter = 24 * time.Hour

	strangerTries = 30                  // from all addresses together that never got in
	strangerEvery = time.Minute         // one more try
	friendFor     = 90 * 24 * time.Hour // since it last got in
)

// Throttle slows down who guesses. It counts by account and address together,
// so that a stranger cannot lock out an admin, and bounds what all strangers
// together try of one account. Accounts nobody has count the same. All programs
// on one database count together.
type Throttle struct{ store TriesStore }

// TriesStore keeps what is remembered of tries.
type TriesStore interface {
	// ChangeTries keeps what change makes of what is known of an account, and of
	// an address there. Nobody else changes either meanwhile. It may call change
	// again.
	ChangeTries(ctx context.Context, account, origin Digest, change func(strangers, own Tries) (Tries, Tries)) error
}

// NewThrottle returns one that knows what the database knows.
func NewThrottle(store TriesStore) *Throttle { return &Throttle{store} }

// Try counts a try and returns 0, or how long to wait before the next one.
// What has to wait is not counted.
func (t *Throttle) Try(ctx context.Context, account, address string, now time.Time) (time.Duration, error) {
	var wait time.Duration
	err := t.store.ChangeTries(ctx, triesKey(account), triesKey(account, address), func(strangers, own Tries) (Tries, Tries) {
		strangers, own, wait = try(strangers, own, now)
		return strangers, own
	})
	return wait, err
}

// Right forgets the tries of an address that got in, and knows it from now on.
func (t *Throttle) Right(ctx context.Context, account, address string, now time.Time) error {
	return t.store.ChangeTries(ctx, triesKey(account), triesKey(account, address), func(strangers, _ Tries) (Tries, Tries) {
		return strangers, Tries{At: now, GotIn: now}
	})
}

// triesKey keeps addresses and accounts from being read in passing. It is no
// secret: who has the database can try all addresses.
func triesKey(parts ...string) Digest {
	var text strings.Builder
	text.WriteString("tries")
	for _, part := range parts {
		text.WriteString("\x00" + part)
	}
	return sha256.Sum256([]byte(text.String()))
}

func try(strangers, own Tries, now time.Time) (_, _ Tries, wait time.Duration) {
	if now.Sub(own.At) >= forgetAfter {
		own.Count = 0
	}
	if own.At.After(now) { // the clock went back: the wait begins anew
		own.At = now
	}
	if wait = own.At.Add(own.wait()).Sub(now); wait > 0 {
		return strangers, own, wait
	}
	if own.GotIn.IsZero() || now.Sub(own.GotIn) >= friendFor {
		strangers = strangers.regained(now)
		if strangers.Count >= strangerTries {
			return strangers, own, strangers.At.Add(strangerEvery).Sub(now)
		}
		strangers.Count++
	}
	own.Count, own.At = own.Count+1, now
	return strangers, own, 0
}

func (t Tries) wait() time.Duration {
	if t.Count < freeTries {
		return 0
	}
	return min(firstWait<<min(t.Count-freeTries, 10), longestWait)
}

// regained gives strangers one try back for each interval since the last.
func (t Tries) regained(now time.Time) Tries {
	if t.At.After(now) { // the clock went back
		t.At = now
	}
	back := now.Sub(t.At) / strangerEvery
	if int64(back) >= int64(t.Count) {
		return Tries{At: now}
	}
	return Tries{Count: t.Count - int(back), At: t.At.Add(back * strangerEvery)}
}
