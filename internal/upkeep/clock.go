package upkeep

import (
	"context"
	"time"
)

// steadyFor is how long a clock has to tell the time without being set before
// results and groups are removed by it: long enough for somebody to notice.
const steadyFor = 24 * time.Hour

// mostDrift is how far a clock may get from the time that went by without
// counting as set.
const mostDrift = time.Hour

// clock tells whether results and groups may be removed by what it says. A computer that
// starts with a wrong date, or is set to one, would remove them too early, and
// nothing brings them back.
type clock struct {
	now func() time.Time     // what the computer says
	ran func() time.Duration // how long the program has run, whatever the computer says

	begun time.Time     // what it said at the start, or when it was last set
	since time.Duration // how long the program had run then
	set   bool          // while the program ran
	told  bool          // the log says why it is not believed
}

func newClock() *clock {
	start := time.Now()
	return &clock{
		now: func() time.Time { return time.Now().Round(0) }, ran: func() time.Duration { return time.Since(start) },
		begun: start.Round(0),
	}
}

// finishes knows when people finished.
type finishes interface {
	FirstFinish(ctx context.Context, from time.Time) (time.Time, error)
}

// doubt returns why the clock is not believed yet, "" when it is: once it has
// told the time for a day without being set. That it did so before the program
// started shows in the database, where somebody finished between one and two
// days ago.
func (c *clock) doubt(ctx context.Context, db finishes) (why string, err error) {
	now, ran := c.now(), c.ran()
	if off := now.Sub(c.begun) - (ran - c.since); off.Abs() > mostDrift {
		c.begun, c.since, c.set, c.told = now, ran, true, false
	}
	switch {
	case ran-c.since >= steadyFor:
		return "", nil
	case c.set:
		return "the clock was set", nil
	}
	first, err := db.FirstFinish(ctx, now.Add(-2*steadyFor))
	if err != nil || !first.IsZero() && !first.After(now.Add(-steadyFor)) {
		return "", err
	}
	return "by this clock nobody finished between one and two days ago, so it may be wrong", nil
}
