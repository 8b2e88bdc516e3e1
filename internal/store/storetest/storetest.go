// Package storetest opens real databases for tests and holds the conformance
// suite that every database engine of the store must pass.
package storetest

import (
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/store"
)

// Now is the time at which the tests of the store take place.
var Now = time.Date(2026, 3, 4, 5, 6, 7, 8_000_000, time.UTC)

// Open opens a new SQLite database with the first version published as number 1. It
// is closed at the end of the test.
func Open(t testing.TB) *store.Store {
	t.Helper()
	s := Empty(t)
	if err := s.SeedFirst(t.Context(), content.First(), Now); err != nil {
		t.Fatal(err)
	}
	return s
}

// Empty opens a new SQLite database without any version. It is closed at the
// end of the test.
func Empty(t testing.TB) *store.Store {
	t.Helper()
	return opened(t, store.Config{Path: filepath.Join(t.TempDir(), "whichpm.db")})
}

func opened(t testing.TB, c store.Config) *store.Store {
	t.Helper()
	c.Log = slog.New(slog.NewTextHandler(t.Output(), nil))
	s, err := store.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
