package failover_test

import (
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/internal/test/storetest/pgserver"
)

// site is the quiz on three servers, with two programs that add results.
type site struct {
	*pgserver.Cluster

	programs []*program
	store    *store.Store // the test's own
}

func start(t *testing.T, settings string) *site {
	t.Helper()
	begun := time.Now()
	c, err := pgserver.StartCluster(settings)
	must(t, err)
	t.Cleanup(func() { must(t, c.Stop()) })
	must(t, c.Primary.Run("CREATE DATABASE quiz"))
	s := &site{Cluster: c, store: open(t, store.Config{URL: c.Address("quiz")})}
	must(t, s.store.SeedFirst(t.Context(), content.First(), storetest.Now))
	t.Logf("three servers were up after %s", since(begun))
	for first := range 2 {
		s.programs = append(s.programs, startProgram(t, c.Address("quiz"), first))
	}
	return s
}

func open(t *testing.T, c store.Config) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), c)
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// acknowledged is how many results the programs were told are kept.
func (s *site) acknowledged() (n int) {
	for _, p := range s.programs {
		n += len(p.acknowledged())
	}
	return n
}

// more waits until each program has n more results acknowledged.
func (s *site) more(t *testing.T, n int) {
	t.Helper()
	for _, p := range s.programs {
		enough := len(p.acknowledged()) + n
		wait(t, "results are acknowledged", func() bool { return len(p.acknowledged()) >= enough })
	}
}

// quiet reports whether no result is acknowledged for a while. It gives up
// after many.
func (s *site) quiet(t *testing.T) bool {
	t.Helper()
	last, since, many := s.acknowledged(), time.Now(), s.acknowledged()+500
	wait(t, "many results are acknowledged, or none for a while", func() bool {
		if now := s.acknowledged(); now != last {
			last, since = now, time.Now()
		}
		return last >= many || time.Since(since) > 700*time.Millisecond
	})
	return last < many
}

// lost are the acknowledged results that are not there any more.
func (s *site) lost(t *testing.T) (lost, all int) {
	t.Helper()
	for _, p := range s.programs {
		for _, n := range p.acknowledged() {
			all++
			if got, err := s.store.Result(t.Context(), storetest.ResultID(n)); err != nil || got != storetest.Result(n) {
				if lost++; lost <= 3 {
					t.Logf("result %d: %v", n, err)
				}
			}
		}
	}
	return lost, all
}

// wait asks again and again.
func wait(t *testing.T, what string, done func() bool) {
	t.Helper()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	for end := time.Now().Add(10 * time.Minute); time.Now().Before(end); <-again.C {
		if done() {
			return
		}
	}
	t.Fatalf("for ten minutes it was not true that %s", what)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func since(begun time.Time) time.Duration { return time.Since(begun).Round(time.Millisecond) }
