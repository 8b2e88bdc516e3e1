package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"whichpm/internal/store"
	"whichpm/internal/test/storetest/pgserver"
)

// Postgres makes a migrated PostgreSQL database without any version, and
// returns its address. It is dropped at the end of the test.
func Postgres(t testing.TB) string {
	t.Helper()
	return from(t, emptyServer)
}

// SeededPostgres makes one with the first version published as number 1.
func SeededPostgres(t testing.TB) string {
	t.Helper()
	return from(t, seededServer)
}

func from(t testing.TB, template func() (string, error)) string {
	t.Helper()
	name, err := template()
	if err != nil {
		t.Fatal(err)
	}
	return pgserver.From(t, name)
}

var (
	emptyServer  = sync.OnceValues(func() (string, error) { return made("whichpm", func(*store.Store) error { return nil }) })
	seededServer = sync.OnceValues(func() (string, error) { return made("whichpm_seeded", seed) })
)

// made makes a database that others are copies of.
func made(name string, fill func(*store.Store) error) (string, error) {
	address, err := pgserver.Make(name, "template0")
	if err != nil {
		return "", err
	}
	s, err := store.Open(context.Background(), store.Config{URL: address})
	if err != nil {
		return "", err
	}
	return name, errors.Join(fill(s), s.Close())
}

// EmptyPostgres opens a new PostgreSQL database without any version. It is
// closed at the end of the test.
func EmptyPostgres(t testing.TB) *store.Store {
	t.Helper()
	return opened(t, store.Config{URL: Postgres(t)})
}
