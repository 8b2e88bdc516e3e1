package storetest

import (
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func lease(t *testing.T, seeded opener) {
	want := func(t *testing.T, s *store.Store, owner string, now, until time.Time, want bool) {
		t.Helper()
		if held, err := s.Lease(t.Context(), owner, now, until); err != nil || held != want {
			t.Errorf("%s has the lease: %t, %v", owner, held, err)
		}
	}
	later := func(minutes int) time.Time { return Now.Add(time.Duration(minutes) * time.Minute) }
	t.Run("one owner at a time counts days", func(t *testing.T) {
		s := seeded(t)
		want(t, s, "ada", Now, later(3), true)
		want(t, s, "bob", later(2), later(5), false)
		want(t, s, "ada", later(2), later(5), true)
		want(t, s, "bob", later(4), later(7), false)
	})
	t.Run("a lease that ran out or was given back is free", func(t *testing.T) {
		s := seeded(t)
		want(t, s, "ada", Now, later(3), true)
		want(t, s, "bob", later(3), later(6), true)
		want(t, s, "ada", later(4), later(7), false)
		want(t, s, "bob", later(4), later(4), true)
		want(t, s, "ada", later(4), later(7), true)
	})
	t.Run("a lease taken by a clock far ahead is free", func(t *testing.T) {
		s := seeded(t)
		want(t, s, "ada", Now.AddDate(1, 0, 0), Now.AddDate(1, 0, 1), true)
		want(t, s, "bob", Now, later(3), true)
	})
	t.Run("who lost the lease keeps nothing", func(t *testing.T) {
		s := seeded(t)
		wantError(t, s.KeepDay(t.Context(), "ada", today, 0, nil), quiz.ErrStale)
		want(t, s, "ada", Now, later(3), true)
		must(t, s.MarkStale(t.Context(), today))
		want(t, s, "bob", later(3), later(6), true)
		parts := []quiz.DayPart{{Version: 1, Day: today, Part: "items", Sums: []byte("a")}}
		wantError(t, s.KeepDay(t.Context(), "ada", today, 1, parts), quiz.ErrStale)
		wantError(t, s.KeepRun(t.Context(), "ada", Now), quiz.ErrStale)
		wantParts(t, s, "items")
		wantStale(t, s, map[quiz.Day]int64{today: 1})
	})
	t.Run("the statistics say when they were made", func(t *testing.T) {
		s := seeded(t)
		if at, err := s.RolledAt(t.Context()); err != nil || !at.IsZero() {
			t.Errorf("before the first count they say %s, %v", at, err)
		}
		want(t, s, "ada", Now, later(3), true)
		must(t, s.KeepRun(t.Context(), "ada", Now))
		if at, err := s.RolledAt(t.Context()); err != nil || !at.Equal(Now) {
			t.Errorf("they say %s, %v", at, err)
		}
	})
	t.Run("made-up results are told apart and have every day counted again", func(t *testing.T) {
		s := seeded(t)
		want(t, s, "ada", Now, later(3), true)
		must(t, s.KeepRun(t.Context(), "ada", Now))
		for _, more := range []int64{5, 7, -2} {
			must(t, s.AddSimulated(t.Context(), more))
		}
		if n, err := s.Simulated(t.Context()); err != nil || n != 10 {
			t.Errorf("%d are made up, %v", n, err)
		}
		wantError(t, s.KeepRun(t.Context(), "ada", Now), quiz.ErrStale)
		if at, err := s.RolledAt(t.Context()); err != nil || !at.IsZero() {
			t.Errorf("the statistics were made at %s, %v", at, err)
		}
	})
	t.Run("results that were not deleted are counted", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		must(t, s.DeleteResult(t.Context(), ResultID(1), Now))
		if n, err := s.CountResults(t.Context()); err != nil || n != 2 {
			t.Errorf("there are %d, %v", n, err)
		}
	})
}
