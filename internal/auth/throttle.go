package auth

import (
	"sync"
	"time"
)

// How often an account may be tried in vain.
const (
	freeTries   = 5                // from one address, before it has to wait
	firstWait   = 30 * time.Second // doubles with each further try
	longestWait = 15 * time.Minute
	forgetAfter = 24 * time.Hour

	strangerTries = 30          // from all addresses together that never got in
	strangerEvery = time.Minute // one more try
	maxTried      = 100_000     // entries; beyond, the oldest tries are forgotten
)

// Throttle slows down who guesses. It counts by account and address together,
// so that a stranger cannot lock out an admin, and bounds what all strangers
// together try of one account. Accounts nobody has count the same.
type Throttle struct {
	mu       sync.Mutex
	tried    map[origin]tries
	friends  map[origin]time.Time // got in from there
	accounts map[string]bucket
}

type origin struct{ account, address string }

type tries struct {
	count int
	last  time.Time
}

// bucket holds the tries left for strangers.
type bucket struct {
	left float64
	at   time.Time
}

// NewThrottle returns one that has seen nothing. It lives as long as the
// process.
func NewThrottle() *Throttle {
	return &Throttle{tried: map[origin]tries{}, friends: map[origin]time.Time{}, accounts: map[string]bucket{}}
}

// Try counts a try and returns 0, or how long to wait before the next one.
// What has to wait is not counted.
func (t *Throttle) Try(account, address string, now time.Time) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.tidy(now)
	from := origin{account, address}
	last := t.tried[from]
	if now.Sub(last.last) >= forgetAfter {
		last = tries{}
	}
	if last.last.After(now) { // the clock went back: the wait begins anew
		last.last = now
		t.tried[from] = last
	}
	if wait := last.last.Add(last.wait()).Sub(now); wait > 0 {
		return wait
	}
	if _, friend := t.friends[from]; !friend {
		if wait := t.takeStranger(account, now); wait > 0 {
			return wait
		}
	}
	t.tried[from] = tries{last.count + 1, now}
	return 0
}

// Right forgets the tries of an address that got in, and knows it from now on.
func (t *Throttle) Right(account, address string, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.tried, origin{account, address})
	t.friends[origin{account, address}] = now
}

func (t tries) wait() time.Duration {
	if t.count < freeTries {
		return 0
	}
	return min(firstWait<<min(t.count-freeTries, 10), longestWait)
}

func (t *Throttle) takeStranger(account string, now time.Time) time.Duration {
	b, known := t.accounts[account]
	if !known {
		b = bucket{left: strangerTries}
	} else {
		b.left = min(strangerTries, b.left+float64(max(0, now.Sub(b.at)))/float64(strangerEvery))
	}
	if b.at = now; b.left < 1 {
		t.accounts[account] = b
		return time.Duration((1 - b.left) * float64(strangerEvery))
	}
	b.left--
	t.accounts[account] = b
	return 0
}

// tidy keeps strangers from filling the memory.
func (t *Throttle) tidy(now time.Time) {
	if len(t.tried) < maxTried && len(t.accounts) < maxTried {
		return
	}
	for from, tried := range t.tried {
		if now.Sub(tried.last) > longestWait {
			delete(t.tried, from)
		}
	}
	for account, b := range t.accounts {
		if now.Sub(b.at) > strangerTries*strangerEvery {
			delete(t.accounts, account)
		}
	}
	if len(t.tried) >= maxTried || len(t.accounts) >= maxTried {
		clear(t.tried)
		clear(t.accounts)
	}
}
