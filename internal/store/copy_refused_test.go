//go:build !race

package store

import (
	"bytes"
	"database/sql"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestADifferenceIsFoundAndTheTargetStaysHalfFinished(t *testing.T) {
	for name, place := range newPlaces {
		for _, c := range []struct{ where, statement, says string }{
			{"target", "UPDATE results SET duration_ms = duration_ms + 1 WHERE id = (SELECT id FROM results WHERE finished_at IS NOT NULL ORDER BY id LIMIT 1)", "results finished on "},
			{"target", "DELETE FROM outcomes", "outcomes differ"},
			{"target", "UPDATE results SET deleted_at = 1 WHERE deleted_at IS NOT NULL", "deleted results differ"},
			{"source", "INSERT INTO stale_days VALUES (77, 1)", "stale_days differ"},
			{"source", "UPDATE admins SET role = 'editor' WHERE id = 'A'", "admins differ"},
		} {
			t.Run(name+" "+c.where+" "+c.says, func(t *testing.T) {
				source, target := newPlaces["SQLite"](t), place(t)
				usedDatabase(t, source, 20)
				changed := map[string]Config{"source": source, "target": target}[c.where]
				once := false
				_, err := Copy(t.Context(), source, target, func(done, total int64) {
					if !once && done == total/3 { // copied, not compared yet
						once = true
						run(t, changed, c.statement)
					}
				})
				if !once || err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n") {
					t.Errorf("after a change: %v", err)
				}
				if err := start(t, target); err == nil {
					t.Error("a server starts on it")
				}
			})
		}
	}
}

// run runs a statement in a database, past the store.
func run(t *testing.T, c Config, statement string) {
	t.Helper()
	if c.URL != "" {
		execute(t, c.URL, statement)
		return
	}
	db, err := sql.Open("sqlite3", c.Path+"?_busy_timeout=2000")
	must(t, err)
	_, err = db.ExecContext(t.Context(), statement)
	must(t, err)
	must(t, db.Close())
}

func TestACopyOverSomethingIsRefused(t *testing.T) {
	for name, place := range newPlaces {
		t.Run(name, func(t *testing.T) {
			source, used := newPlaces["SQLite"](t), place(t)
			usedDatabase(t, source, 20)
			usedDatabase(t, used, 20)
			want := allRows(t, used)
			wantSays(t, move(t, source, used), "the target holds a quiz already")
			wantSays(t, move(t, source, source), "the target holds a quiz already")
			if got := allRows(t, used); !slices.Equal(got, want) {
				t.Errorf("the target changed: %s", firstDifference(got, want))
			}
			must(t, start(t, used))
			run(t, used, "UPDATE goose_db_version SET version_id = version_id + 1 WHERE version_id = (SELECT MAX(version_id) FROM goose_db_version)")
			wantSays(t, move(t, source, used), "open the target: the schema is version")
			wantSays(t, move(t, used, place(t)), "open the source: the schema is version")
		})
	}
	source, empty := newPlaces["SQLite"](t), newPlaces["SQLite"](t)
	wantSays(t, move(t, source, empty), "open the source: there is no database at")
	if _, err := os.Stat(empty.Path); err == nil {
		t.Error("a target was made for a source that is not there")
	}
	must(t, start(t, source))
	wantSays(t, move(t, source, empty), "the source holds no quiz")
	wantSays(t, move(t, newPlaces["PostgreSQL"](t), empty), "open the source: it holds no quiz")
}

func wantSays(t *testing.T, err error, says string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v, want %s", err, says)
	}
}

func TestNoTwoRowsHaveTheSameEncoding(t *testing.T) {
	seen := map[string]int{}
	for i, row := range [][]any{
		{nil, nil},
		{"", nil},
		{nil, ""},
		{"a", "b"},
		{"ab", ""},
		{"", "ab"},
		{[]byte("a"), "b"},
		{int64(1), true},
		{true, int64(1)},
		{false, int64(1)},
		{1.0, int64(1)},
		{0.1, nil},
		{0.1 + 1e-17*3, nil},
		{int64(-1), nil},
	} {
		spelled := string(encodeRow(nil, row))
		if other, ok := seen[spelled]; ok {
			t.Errorf("rows %d and %d are spelled the same", other, i)
		}
		seen[spelled] = i
	}
	if !bytes.Equal(encodeRow(nil, []any{math.Copysign(0, -1)}), encodeRow(nil, []any{0.0})) {
		t.Error("SQLite keeps no -0")
	}
}
