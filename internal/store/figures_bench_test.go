package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest/pgserver"
)

var (
	figuresFor    = flag.Duration("figures.for", 1500*time.Millisecond, "how long each system is measured in a round")
	figuresRounds = flag.Int("figures.rounds", 3, "how often all systems take turns")
)

// BenchmarkFigures measures in turn, a round after the other, what the
// databases do with 64 clients at once, and prints the table that
// docs/operations.md shows:
//
//	go test ./internal/store -run '^$' -bench Figures
func BenchmarkFigures(b *testing.B) {
	systems := append(writers(b), readers(b)...)
	b.ResetTimer()
	for range *figuresRounds {
		for _, s := range systems {
			s.load(b.Context(), *figuresFor)
		}
	}
	b.StopTimer()
	fmt.Print("\n| | a second | median ms | p99 ms | longest ms | failed |\n|---|---:|---:|---:|---:|---:|\n")
	for _, s := range systems {
		fmt.Println(s.row())
	}
}

// The ways a file is opened without care, and with one writer alone.
var naiveHandle = handle{
	txlock: "deferred", connections: clients,
	pragmas: map[string]string{"busy_timeout": "5000"}, // the driver's own
}

func writers(b *testing.B) []*system {
	one, err := pgserver.Alone("")
	must(b, err)
	b.Cleanup(func() { must(b, one.Stop()) })
	three, err := pgserver.StartCluster(pgserver.Quorum)
	must(b, err)
	b.Cleanup(func() { must(b, three.Stop()) })
	return []*system{
		{name: "results, SQLite as it comes, 64 connections", do: add(openDirect(b, naiveHandle, "DELETE"))},
		{name: "results, SQLite, one writer, each alone", do: add(openDirect(b, writerHandle, "WAL"))},
		{name: "results, **SQLite as here**: one writer, in groups", do: add(openNew(b))},
		{name: "results, PostgreSQL, one node, each alone", do: add(alone(b, one))},
		{name: "results, **PostgreSQL, one node, as here**: in groups", do: add(seeded(b, one, "groups"))},
		{name: "results, PostgreSQL, three nodes, each alone", do: add(alone(b, three.Primary))},
		{name: "results, **PostgreSQL, three nodes, as here**: in groups", do: add(seeded(b, three.Primary, "groups"))},
	}
}

func add(s *Store) func(ctx context.Context, n int) error {
	return func(ctx context.Context, n int) error { return s.AddResult(ctx, result(n)) }
}

// ungrouped gives each write a transaction of its own.
type ungrouped struct{ engine }

func (e ungrouped) transact(ctx context.Context, w write) error {
	w.grouped = false
	return e.engine.transact(ctx, w)
}

func alone(b *testing.B, server *pgserver.Server) *Store {
	s := seeded(b, server, "alone")
	return &Store{engine: ungrouped{s.engine}, read: s.read}
}

func seeded(b *testing.B, server *pgserver.Server, database string) *Store {
	must(b, server.Run("CREATE DATABASE "+database))
	s := openPostgresAt(b, server.Address(database))
	must(b, s.SeedFirst(b.Context(), content.First(), testNow))
	return s
}

// openDirect opens a new file past the writer that groups.
func openDirect(b *testing.B, h handle, journal string) *Store {
	path := filepath.Join(b.TempDir(), "whichpm.db")
	s := openAt(b, path)
	must(b, errors.Join(s.SeedFirst(b.Context(), content.First(), testNow), s.Close()))
	db := migratorHandle.open(place(path))
	_, err := db.ExecContext(b.Context(), "PRAGMA journal_mode = "+journal)
	must(b, errors.Join(err, db.Close()))
	db = h.open(place(path))
	b.Cleanup(func() { must(b, db.Close()) })
	return &Store{engine: direct{db}, read: pool{db}}
}

func readers(b *testing.B) []*system {
	one, err := pgserver.Alone("")
	must(b, err)
	b.Cleanup(func() { must(b, one.Stop()) })
	return []*system{
		{name: "shared pages, SQLite", do: shared(b, openNew(b))},
		{name: "shared pages, PostgreSQL", do: shared(b, seeded(b, one, "shares"))},
	}
}

// shared adds a thousand links and returns how one of them is read.
func shared(b *testing.B, s *Store) func(ctx context.Context, n int) error {
	var ids []quiz.ShareID
	for n := range 1000 {
		sh := quiz.Share{ID: quiz.NewShareID(testNow, [16]byte{byte(n), byte(n >> 8)}), Result: result(n).ID, Scope: quiz.ScopeProfile, CreatedAt: testNow}
		must(b, errors.Join(s.AddResult(b.Context(), result(n)), s.AddShare(b.Context(), sh)))
		ids = append(ids, sh.ID)
	}
	return func(ctx context.Context, n int) error {
		_, _, err := s.Share(ctx, ids[n*7919%len(ids)])
		return err
	}
}
