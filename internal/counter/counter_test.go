package counter_test

import (
	"bytes"
	"context"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"whichpm/internal/counter"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

func now() time.Time { return storetest.Now }

var today = quiz.DayOf(storetest.Now)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// total is what the database has counted of an event at a place.
func total(t testing.TB, s *store.Store, event quiz.Event, place int) int64 {
	t.Helper()
	counts, err := s.StepTotals(t.Context(), 1, 0, today+1000)
	must(t, err)
	for _, c := range counts {
		if c.Event == event && c.Place == place {
			return c.N
		}
	}
	return 0
}

func TestWhatHappensIsCountedOnItsDay(t *testing.T) {
	s := storetest.Open(t)
	at := storetest.Now
	c := counter.New(s, counter.Config{Now: func() time.Time { return at }})
	c.Count(1, quiz.EventStarted, 0)
	c.Count(1, quiz.EventAsked, 27)
	at = at.AddDate(0, 0, 1)
	c.Count(1, quiz.EventStarted, 0)
	must(t, c.Flush(t.Context()))
	c.Count(1, quiz.EventStarted, 0)
	must(t, c.Flush(t.Context()))
	must(t, c.Flush(t.Context()))
	got, err := s.StepTotals(t.Context(), 1, today+1, today+1)
	must(t, err)
	if want := []quiz.StepCount{{Version: 1, Event: quiz.EventStarted, N: 2}}; !slices.Equal(got, want) {
		t.Errorf("the second day has %v, want %v", got, want)
	}
	if n := total(t, s, quiz.EventStarted, 0); n != 3 {
		t.Errorf("%d started", n)
	}
	if n := total(t, s, quiz.EventAsked, 27); n != 1 {
		t.Errorf("question 27 was asked %d times", n)
	}
}

func TestAPlaceNoVersionHasIsNotCounted(t *testing.T) {
	s := storetest.Open(t)
	c := counter.New(s, counter.Config{Now: now})
	for _, place := range []int{-1, quiz.MaxQuestions + 1} {
		c.Count(1, quiz.EventAsked, place)
	}
	must(t, c.Flush(t.Context()))
	if got, err := s.StepTotals(t.Context(), 1, 0, today); err != nil || len(got) > 0 {
		t.Errorf("counted are %v, %v", got, err)
	}
}

// crowd has many count at once.
func crowd(count func()) {
	var takers sync.WaitGroup
	for range 16 {
		takers.Go(func() {
			for range 500 {
				count()
			}
		})
	}
	takers.Wait()
}

func TestNothingIsLostOrDoubledWhileManyCount(t *testing.T) {
	s := storetest.Open(t)
	c := counter.New(s, counter.Config{Now: now, Every: 1})
	ctx, stop := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { c.Run(ctx) })
	crowd(func() { c.Count(1, quiz.EventReached, 3) })
	stop()
	running.Wait() // it has written what was left
	if n := total(t, s, quiz.EventReached, 3); n != 16*500 {
		t.Errorf("%d were counted", n)
	}
}

// flaky fails while it is switched off.
type flaky struct {
	*store.Store

	off bool
}

func (f *flaky) CountSteps(ctx context.Context, counts []quiz.StepCount) error {
	if f.off {
		return quiz.ErrUnavailable
	}
	return f.Store.CountSteps(ctx, counts)
}

func TestCountsWaitForADatabaseThatIsAway(t *testing.T) {
	s := &flaky{Store: storetest.Open(t), off: true}
	c := counter.New(s, counter.Config{Now: now})
	for range 3 {
		c.Count(1, quiz.EventStarted, 0)
		if c.Flush(t.Context()) == nil {
			t.Error("it was kept")
		}
	}
	s.off = false
	c.Count(1, quiz.EventStarted, 0)
	must(t, c.Flush(t.Context()))
	must(t, c.Flush(t.Context()))
	if n := total(t, s.Store, quiz.EventStarted, 0); n != 4 {
		t.Errorf("%d were counted", n)
	}
}

func TestWhatIsKeptInMemoryIsBounded(t *testing.T) {
	s := storetest.Open(t)
	at := storetest.Now
	c := counter.New(s, counter.Config{Now: func() time.Time { return at }})
	for range 1000 { // days without a database
		for place := range 20 {
			c.Count(1, quiz.EventAsked, place)
		}
		at = at.AddDate(0, 0, 1)
	}
	must(t, c.Flush(t.Context()))
	sum := int64(0)
	for place := range 20 {
		sum += total(t, s, quiz.EventAsked, place)
	}
	if sum != 1<<14 {
		t.Errorf("%d different counts were kept", sum)
	}
}

func TestAFailureIsLoggedOnce(t *testing.T) {
	s := storetest.Open(t)
	must(t, s.Close())
	var log bytes.Buffer
	c := counter.New(s, counter.Config{Now: now, Every: 1, Log: slog.New(slog.NewTextHandler(&log, nil))})
	c.Count(1, quiz.EventStarted, 0)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	c.Run(ctx)
	c.Run(ctx)
	if said := log.String(); strings.Count(said, "counts are not kept") != 1 {
		t.Errorf("it logs %q", said)
	}
}

func BenchmarkCount(b *testing.B) {
	c := counter.New(nil, counter.Config{})
	b.RunParallel(func(taker *testing.PB) {
		for n := 0; taker.Next(); n++ {
			c.Count(1, quiz.EventAsked, n%28)
		}
	})
}
