//go:build !race

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"

	"github.com/mattn/go-sqlite3"

	"whichpm/internal/quiz"
)

func TestADatabaseAtFaultIsUnavailable(t *testing.T) {
	cases := map[string]struct {
		err  error
		want bool
	}{
		"locked":           {sqlite3.Error{Code: sqlite3.ErrBusy}, true},
		"full":             {sqlite3.Error{Code: sqlite3.ErrFull}, true},
		"read-only":        {sqlite3.Error{Code: sqlite3.ErrReadonly}, true},
		"broken disk":      {sqlite3.Error{Code: sqlite3.ErrIoErr}, true},
		"damaged":          {sqlite3.Error{Code: sqlite3.ErrCorrupt}, true},
		"lost connection":  {sql.ErrConnDone, true},
		"a broken rule":    {sqlite3.Error{Code: sqlite3.ErrConstraint}, false},
		"a wrong query":    {sqlite3.Error{Code: sqlite3.ErrError}, false},
		"no row":           {sql.ErrNoRows, false},
		"an impatient one": {context.Canceled, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := failure("test", fmt.Errorf("wrapped: %w", c.err))
			if errors.Is(err, quiz.ErrUnavailable) != c.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

// pragma changes a setting of the writer's connection.
func pragma(t *testing.T, s *Store, statement string) {
	t.Helper()
	must(t, s.write(t.Context(), "pragma", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, statement)
		return err
	}))
}

func TestAFullDiskIsUnavailableUntilThereIsRoom(t *testing.T) {
	s := openNew(t)
	pragma(t, s, "PRAGMA max_page_count = 1") // no more than now
	var err error
	n := 0
	for ; err == nil && n < 10_000; n++ {
		err = s.AddResult(t.Context(), result(n))
	}
	if !errors.Is(err, quiz.ErrUnavailable) {
		t.Fatalf("after %d results: %v", n, err)
	}
	if _, err := s.Result(t.Context(), result(0).ID); err != nil {
		t.Errorf("reading: %v", err)
	}
	pragma(t, s, "PRAGMA max_page_count = 100000")
	must(t, s.AddResult(t.Context(), result(n-1)))
}

func TestAReadOnlyDatabaseIsNotReady(t *testing.T) {
	s := openNew(t)
	pragma(t, s, "PRAGMA query_only = 1")
	if err := s.Ping(t.Context()); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Version(t.Context(), 1); err != nil {
		t.Errorf("reading: %v", err)
	}
}
