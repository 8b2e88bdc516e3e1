// Package limit counts how often an address does something that is limited. It
// counts in memory, and programs on one database tell each other through it,
// so that no request waits. It knows no address but as a hash.
package limit

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/jobs"
)

// Store is what the counts need of the database.
type Store interface {
	AddLimitCounts(ctx context.Context, counts []auth.LimitCount) error
	LimitCounts(ctx context.Context, since time.Time, least int64) ([]auth.LimitCount, error)
	ForgetTries(ctx context.Context, now time.Time) error
}

// Config has a default for everything.
type Config struct {
	Now    func() time.Time // time.Now
	Log    *slog.Logger     // nothing is logged
	Every  time.Duration    // between two exchanges: a second
	Shared bool             // other programs count on the same database
}

// Counts holds what was counted in the window now and in the one before it.
// Its methods may be called by many at the same time, Run and Exchange by one.
type Counts struct {
	store  Store
	now    func() time.Time
	shared bool
	soon   chan struct{} // somebody does much: exchange at once

	exchange, tidy jobs.Job

	mu      sync.Mutex
	windows map[int64]map[auth.Digest]*count // by when they began
}

// count is how often one address did one thing in a window.
type count struct {
	all  int64 // that the database knows of
	here int64 // here, since
}

// New makes counts that know of nothing.
func New(store Store, c Config) *Counts {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Every == 0 {
		c.Every = time.Second
	}
	counts := &Counts{
		store: store, now: c.Now, shared: c.Shared, soon: make(chan struct{}, 1), windows: map[int64]map[auth.Digest]*count{},
	}
	counts.exchange = jobs.Job{
		Do: counts.Exchange, Fails: "counts for limits are not shared", Log: c.Log,
		First: c.Every, Every: c.Every, Asked: counts.soon, Last: lastWithin,
	}
	counts.tidy = jobs.Job{
		Do:    func(ctx context.Context) error { return store.ForgetTries(ctx, c.Now()) },
		Fails: "old tries are not forgotten", Log: c.Log, First: tidyEvery, Every: tidyEvery,
	}
	return counts
}

// Of counts one thing. It is what package httprate asks for; its windows have
// to last auth.LimitWindow.
func (c *Counts) Of(what string) *Counter { return &Counter{counts: c, what: what, soonAt: 1} }

// Counter counts how often addresses do one thing.
type Counter struct {
	counts *Counts
	what   string
	soonAt int64
}

// Config is told the limit. An eighth of it is worth telling others at once.
func (c *Counter) Config(limit int, _ time.Duration) { c.soonAt = max(1, int64(limit/8)) }

// Increment counts once.
func (c *Counter) Increment(address string, window time.Time) error {
	return c.IncrementBy(address, window, 1)
}

// IncrementBy counts so many. It never fails.
func (c *Counter) IncrementBy(address string, window time.Time, n int) error {
	c.counts.mu.Lock()
	defer c.counts.mu.Unlock()
	c.counts.forget(window)
	counted := c.counts.at(auth.LimitKey(c.what, address, window), window)
	if counted == nil {
		return nil
	}
	if counted.here += int64(n); counted.here >= c.soonAt {
		select {
		case c.counts.soon <- struct{}{}:
		default: // it is asked for
		}
	}
	return nil
}

// Get returns how often that was in a window and in the one before. It never
// fails.
func (c *Counter) Get(address string, window, before time.Time) (now, then int, _ error) {
	c.counts.mu.Lock()
	defer c.counts.mu.Unlock()
	of := func(window time.Time) int {
		counted, known := c.counts.windows[window.UnixMilli()][auth.LimitKey(c.what, address, window)]
		if !known {
			return 0
		}
		return int(counted.all + counted.here)
	}
	return of(window), of(before), nil
}

// forget forgets windows that are far from now. mu must be held.
func (c *Counts) forget(now time.Time) {
	for began := range c.windows {
		if now.Sub(time.UnixMilli(began)).Abs() > 2*auth.LimitWindow {
			delete(c.windows, began)
		}
	}
}

// mostCounted is how many addresses are counted in a window, 10 MB of them. Who
// comes from more is not stopped by a limit for each, and may fill no memory.
const mostCounted = 1 << 16

// at is nil if there are too many. mu must be held.
func (c *Counts) at(key auth.Digest, window time.Time) *count {
	counts, known := c.windows[window.UnixMilli()]
	if !known {
		counts = map[auth.Digest]*count{}
		c.windows[window.UnixMilli()] = counts
	}
	if counts[key] == nil && len(counts) < mostCounted {
		counts[key] = &count{}
	}
	return counts[key]
}
