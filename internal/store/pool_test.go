package store

import (
	"database/sql"
	"errors"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest/pgserver"
)

func TestEveryConnectionMayEndBetweenReads(t *testing.T) {
	address := pgserver.Database(t)
	s := openPostgresAt(t, address)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	for name, read := range map[string]func() error{
		"a row":         func() error { _, err := s.PublishedID(t.Context()); return err },
		"rows":          func() error { _, err := s.Versions(t.Context()); return err },
		"a transaction": func() error { _, err := s.Version(t.Context(), 1); return err },
	} {
		useAll(t, s.read)
		useAll(t, s.read)                             // what was used before is not looked at when it is used again soon
		for _, wait := range []string{"0", "10000"} { // all at once, and then until they have ended
			execute(t, address, `SELECT pg_terminate_backend(pid, `+wait+`) FROM pg_stat_activity
				WHERE datname = current_database() AND pid <> pg_backend_pid()`)
		}
		if err := read(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// useAll opens all connections of a pool.
func useAll(t *testing.T, p pool) {
	t.Helper()
	var held []*sql.Conn
	for range readConnections {
		conn, err := p.Conn(t.Context())
		must(t, err)
		held = append(held, conn)
	}
	for _, conn := range held {
		must(t, conn.Close())
	}
}

func TestAReadWithoutAServerIsAnOutageAtOnce(t *testing.T) {
	address, err := parseAddress("postgres://ada:secret@127.0.0.1:1/quiz", anyServer)
	must(t, err)
	p, asked := pool{openPool(address, 1)}, 0
	err = retryBroken(t.Context(), func() error { asked++; return p.PingContext(t.Context()) })
	if !errors.Is(failure("test", err), quiz.ErrUnavailable) || asked != 1 {
		t.Errorf("asked %d times: %v", asked, err)
	}
	must(t, p.Close())
}
