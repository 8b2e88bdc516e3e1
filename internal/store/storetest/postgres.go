package storetest

import (
	"context"
	"sync"
	"testing"

	"whichpm/internal/store"
	"whichpm/internal/store/storetest/pgserver"
)

// Postgres makes a database with the program's tables on a PostgreSQL server
// of this process and returns its address. It is dropped at the end of the
// test.
func Postgres(t testing.TB) string {
	t.Helper()
	name, err := template()
	if err != nil {
		t.Fatal(err)
	}
	return pgserver.From(t, name)
}

// template is migrated once: a copy of it takes a tenth of the time.
var template = sync.OnceValues(func() (name string, err error) {
	name = "whichpm"
	address, err := pgserver.Make(name, "template0")
	if err != nil {
		return "", err
	}
	s, err := store.Open(context.Background(), store.Config{URL: address})
	if err != nil {
		return "", err
	}
	return name, s.Close()
})

// EmptyPostgres opens a new PostgreSQL database without any version. It is
// closed at the end of the test.
func EmptyPostgres(t testing.TB) *store.Store {
	t.Helper()
	return opened(t, store.Config{URL: Postgres(t)})
}
