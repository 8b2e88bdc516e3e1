package store

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"testing/fstest"

	"whichpm/migrations"
)

// migratesAt makes the test binary a program that migrates the database at
// its value, in a step that takes long.
const migratesAt = "TEST_WHICHPM_MIGRATES_AT"

// slowly fills a new table with as many rows and then touches every result.
func slowly(rows int) string {
	return fmt.Sprintf(`
		CREATE TABLE padding (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
		INSERT INTO padding (text)
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
			SELECT printf('%%0200d', i) FROM n;
		UPDATE results SET asked = asked || '00'`, rows)
}

const slowRows = 2_000_000 // some seconds, and more than the page cache holds

func migrateSlowly(path string) error {
	steps, err := withStep(slowly(slowRows))
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stdout, nil)) // "database backed up" comes right before the step
	s, err := open(context.Background(), Config{Path: path, Log: log}, steps)
	if err != nil {
		return err
	}
	return s.Close()
}

// withStep are the program's steps and one more.
func withStep(statement string) (fs.FS, error) {
	steps := fstest.MapFS{"90000_next.sql": {Data: []byte("-- +goose Up\n" + statement + ";\n")}}
	names, err := fs.Glob(migrations.SQLite(), "*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		body, err := fs.ReadFile(migrations.SQLite(), name)
		if err != nil {
			return nil, err
		}
		steps[name] = &fstest.MapFile{Data: body}
	}
	return steps, nil
}
