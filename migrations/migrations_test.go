package migrations

import (
	"io/fs"
	"slices"
	"testing"
)

func TestEveryStepIsThereForBothDatabases(t *testing.T) {
	sqlite, err := fs.Glob(SQLite(), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	postgres, err := fs.Glob(PostgreSQL(), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(sqlite, postgres) {
		t.Errorf("SQLite has the steps %v and PostgreSQL %v", sqlite, postgres)
	}
	if len(sqlite) == 0 || int64(len(sqlite)) != Latest() {
		t.Errorf("%d steps lead to number %d", len(sqlite), Latest())
	}
}
