package counter

import (
	"cmp"
	"context"
	"slices"
	"time"

	"whichpm/internal/quiz"
)

// lastWithin is how long the last write may take, when the program stops.
const lastWithin = 5 * time.Second

// Run adds to the database again and again, and once more when ctx ends.
func (c *Counter) Run(ctx context.Context) { c.write.Run(ctx) }

// Flush adds to the database what was counted since the last time. What could
// not be added is added the next time. If it fails so that nobody knows
// whether it was, it may therefore be counted twice: that is a second's counts
// of everything alike, where losing them would lose all of a longer failure.
func (c *Counter) Flush(ctx context.Context) error {
	c.mu.Lock()
	counts := c.counts
	c.counts = make(map[quiz.StepCount]int64, len(counts))
	c.mu.Unlock()
	if len(counts) == 0 {
		return nil
	}
	list := make([]quiz.StepCount, 0, len(counts))
	for key, n := range counts {
		key.N = n
		list = append(list, key)
	}
	slices.SortFunc(list, compare) // so that two processes never wait for each other's rows
	err := c.store.CountSteps(ctx, list)
	if err != nil {
		c.putBack(counts)
	}
	return err
}

func compare(a, b quiz.StepCount) int {
	return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Event, b.Event), cmp.Compare(a.Place, b.Place))
}

func (c *Counter) putBack(counts map[quiz.StepCount]int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, n := range counts {
		c.add(key, n)
	}
}
