// Package counter counts what happens on the way through the quiz and leaves
// no result. It counts in memory and adds to the database each second, so that
// no request waits for a count. It knows what is counted and not of whom.
package counter

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"whichpm/internal/jobs"
	"whichpm/internal/quiz"
)

// Store is what the counter needs of the database.
type Store interface {
	CountSteps(ctx context.Context, counts []quiz.StepCount) error
}

// Config has a default for everything.
type Config struct {
	Now   func() time.Time // time.Now
	Log   *slog.Logger     // nothing is logged
	Every time.Duration    // between two writes: a second
}

// Counter counts. Its method Count may be called by many at the same time.
type Counter struct {
	store Store
	now   func() time.Time
	write jobs.Job

	mu     sync.Mutex
	counts map[quiz.StepCount]int64 // by everything but N
}

// New makes a counter that has counted nothing.
func New(store Store, c Config) *Counter {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Every == 0 {
		c.Every = time.Second
	}
	counter := &Counter{store: store, now: c.Now, counts: map[quiz.StepCount]int64{}}
	counter.write = jobs.Job{Do: counter.Flush, Fails: "counts are not kept", Log: c.Log, First: c.Every, Every: c.Every, Last: lastWithin}
	return counter
}

// mostKeys is how many different things are kept in memory while the database
// is away: weeks, for one version. What is new after that is not counted.
const mostKeys = 1 << 14

// Count counts that something happened now at a place of a published version.
// A place no version has is not counted.
func (c *Counter) Count(version int64, event quiz.Event, place int) {
	if place < 0 || place > quiz.MaxQuestions {
		return
	}
	key := quiz.StepCount{Version: version, Day: quiz.DayOf(c.now()), Event: event, Place: place}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(key, 1)
}

// add must be called with mu held.
func (c *Counter) add(key quiz.StepCount, n int64) {
	if _, known := c.counts[key]; known || len(c.counts) < mostKeys {
		c.counts[key] += n
	}
}
