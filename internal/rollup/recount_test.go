package rollup_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/store"
	"whichpm/internal/test/rolluptest"
	"whichpm/internal/test/storetest"
)

// open makes a database with the first version and says where it is.
func open(t testing.TB) (*store.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whichpm.db")
	s := openAt(t, path)
	must(t, s.SeedFirst(t.Context(), content.First(), storetest.Now))
	return s, path
}

func openAt(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Config{Path: path})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// running starts a job and returns what ends it.
func running(t *testing.T, job *rollup.Job) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		job.Run(ctx)
	}()
	return func() {
		cancel()
		<-ended
	}
}

// until looks again and again.
func until(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !done(); {
		if time.Now().After(deadline) {
			t.Fatal("it did not happen")
		}
	}
}

func kept(t testing.TB, s *store.Store) []quiz.DayPart { t.Helper(); return rolluptest.Kept(t, s) }

func wantRecount(t testing.TB, s *store.Store, path string) int {
	t.Helper()
	return rolluptest.WantRecount(t, s, path)
}
