// Package storetest opens real databases for tests and holds the conformance
// suite that every database engine of the store must pass.
package storetest

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// Now is the time at which the tests of the store take place.
var Now = time.Date(2026, 3, 4, 5, 6, 7, 8_000_000, time.UTC)

// Open opens a new SQLite database with the first version published as number 1. It
// is closed at the end of the test.
func Open(t testing.TB) *store.Store {
	t.Helper()
	return opened(t, store.Config{Path: File(t)})
}

// File makes a SQLite database with the first version published as number 1,
// and returns its path. It holds the same quiz as every other.
func File(t testing.TB) string {
	t.Helper()
	return copied(t, seeded)
}

// Empty opens a new SQLite database without any version. It is closed at the
// end of the test.
func Empty(t testing.TB) *store.Store {
	t.Helper()
	return opened(t, store.Config{Path: copied(t, empty)})
}

// What is migrated and filled once: a copy takes a tenth of the time.
var (
	empty  = sync.OnceValues(func() ([]byte, error) { return file(func(*store.Store) error { return nil }) })
	seeded = sync.OnceValues(func() ([]byte, error) { return file(seed) })
)

func seed(s *store.Store) error { return s.SeedFirst(context.Background(), First(), Now) }

// First is the first version as these databases hold it: it asks nobody everything
// by lot, so that a test knows when its taker is asked no more.
func First() *quiz.Version {
	v := content.First()
	v.Settings.FullByLot = 0
	return v
}

// file returns a SQLite database as fill leaves it.
func file(fill func(*store.Store) error) (database []byte, err error) {
	folder, err := os.MkdirTemp("", "whichpm-template")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, "whichpm.db")
	s, err := store.Open(context.Background(), store.Config{Path: path})
	if err != nil {
		return nil, err
	}
	if err := errors.Join(fill(s), s.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path) //nolint:gosec // the one made above
}

func copied(t testing.TB, template func() ([]byte, error)) (path string) {
	t.Helper()
	database, err := template()
	if err == nil {
		path = filepath.Join(t.TempDir(), "whichpm.db")
		err = os.WriteFile(path, database, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
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
