package limit

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"whichpm/internal/auth"
)

const (
	tidyEvery  = time.Minute
	lastWithin = 2 * time.Second // for the last exchange, when the program stops

	// least is from where on a count of others matters: less is a part of any
	// limit too small to be told each second.
	least = 4
)

// Run exchanges counts with other programs, if there may be any, and has what
// ran out forgotten each minute, until ctx ends. Then it exchanges once more.
func (c *Counts) Run(ctx context.Context) {
	var both sync.WaitGroup
	both.Go(func() { c.exchange.Run(ctx) })
	both.Go(func() { c.tidy.Run(ctx) })
	both.Wait()
}

// Exchange adds what was counted here to the database and takes over what all
// have counted together. While the database is away it counts on alone. If
// nobody knows whether it was added, it is added again: that errs on the side
// of the limit.
func (c *Counts) Exchange(ctx context.Context) error {
	if !c.shared {
		return nil
	}
	if news := c.news(); len(news) > 0 {
		if err := c.store.AddLimitCounts(ctx, news); err != nil {
			return err
		}
		c.sent(news)
	}
	now := c.now()
	all, err := c.store.LimitCounts(ctx, now.Add(-2*auth.LimitWindow), least)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forget(now)
	for _, counted := range all {
		if known := c.at(counted.Key, counted.Began); known != nil {
			known.all = counted.N
		}
	}
	return nil
}

// news is what was counted here since the last exchange, in the same order in
// every program: two that exchange at once do not wait for each other's rows.
func (c *Counts) news() []auth.LimitCount {
	c.mu.Lock()
	defer c.mu.Unlock()
	var list []auth.LimitCount
	for began, counts := range c.windows {
		for key, counted := range counts {
			if counted.here > 0 {
				list = append(list, auth.LimitCount{Key: key, Began: time.UnixMilli(began), N: counted.here})
			}
		}
	}
	slices.SortFunc(list, func(a, b auth.LimitCount) int {
		return cmp.Or(a.Began.Compare(b.Began), bytes.Compare(a.Key[:], b.Key[:]))
	})
	return list
}

func (c *Counts) sent(news []auth.LimitCount) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, n := range news {
		if counted := c.windows[n.Began.UnixMilli()][n.Key]; counted != nil { // else it took long
			counted.here -= n.N
			counted.all += n.N
		}
	}
}
