//go:build !race

package store

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryConnectionHasItsPragmas(t *testing.T) {
	path := place(filepath.Join(t.TempDir(), "whichpm.db"))
	must(t, openAt(t, string(path)).Close())
	cases := map[string]struct {
		handle handle
		want   map[string]string
	}{
		"writer": {writerHandle, map[string]string{
			"journal_mode": "wal", "synchronous": "2", "busy_timeout": "2000",
			"foreign_keys": "1", "secure_delete": "1", "query_only": "0",
		}},
		"reader": {readerHandle, map[string]string{
			"journal_mode": "wal", "synchronous": "2", "busy_timeout": "2000", "foreign_keys": "1", "query_only": "1",
		}},
		"migrator": {migratorHandle, map[string]string{
			"synchronous": "2", "busy_timeout": "2000", "foreign_keys": "0",
		}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			db := c.handle.open(path)
			t.Cleanup(func() { must(t, db.Close()) })
			for pragma, want := range c.want {
				var got string
				must(t, db.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got))
				if got != want {
					t.Errorf("%s is %s, want %s", pragma, got, want)
				}
			}
		})
	}
}

func TestAnOptionTheDriverIgnoresIsNoticed(t *testing.T) {
	path := place(filepath.Join(t.TempDir(), "whichpm.db"))
	must(t, openAt(t, string(path)).Close())
	h := writerHandle
	h.pragmas = maps.Clone(h.pragmas)
	h.pragmas["temp_store"] = "2"
	db := h.open(path)
	t.Cleanup(func() { must(t, db.Close()) })
	if err := db.PingContext(t.Context()); err == nil || !strings.Contains(err.Error(), "temp_store=0") {
		t.Errorf("got %v", err)
	}
}

func TestADatabaseNotInWALModeIsNoticed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	runSQL(t, path, "PRAGMA application_id = 1")
	db := readerHandle.open(place(path))
	t.Cleanup(func() { must(t, db.Close()) })
	if err := db.PingContext(t.Context()); err == nil || !strings.Contains(err.Error(), "journal_mode=delete") {
		t.Errorf("got %v", err)
	}
}

func TestReadersCannotWrite(t *testing.T) {
	s := openNew(t)
	if _, err := s.read.ExecContext(t.Context(), "DELETE FROM loadings"); !unavailable(err) {
		t.Errorf("got %v", err)
	}
}

func TestAMissingFileIsNotMadeByTheProgramThatUsesIt(t *testing.T) {
	db := writerHandle.open(place(filepath.Join(t.TempDir(), "whichpm.db")))
	t.Cleanup(func() { must(t, db.Close()) })
	if err := db.PingContext(t.Context()); !unavailable(err) {
		t.Errorf("got %v", err)
	}
}
