//go:build !race

package store

import (
	"context"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"whichpm/internal/content"
	"whichpm/migrations"
)

// stepsWith are the program's steps and one more.
func stepsWith(t *testing.T, statement string) fs.FS {
	t.Helper()
	steps, err := withStep(statement)
	must(t, err)
	return steps
}

// filled makes a database with one result and returns its path.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "which pm's.db")
	s := openAt(t, path)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(1)))
	must(t, s.Close())
	return path
}

func openWith(ctx context.Context, path string, steps fs.FS) error {
	s, err := open(ctx, Config{Path: path}, steps)
	if err != nil {
		return err
	}
	return s.Close()
}

func backups(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(path + ".backup-*")
	must(t, err)
	return found
}

func TestADatabaseIsBackedUpBeforeItIsMigrated(t *testing.T) {
	path := filled(t)
	must(t, openWith(t.Context(), path, stepsWith(t, "DELETE FROM results")))
	if n := count(t, path, "SELECT COUNT(*) FROM results"); n != 0 {
		t.Fatalf("the migration left %d results", n)
	}
	found := backups(t, path)
	if len(found) != 1 {
		t.Fatalf("backups: %v", found)
	}
	got, err := openAt(t, found[0]).Result(t.Context(), result(1).ID)
	must(t, err)
	if got != result(1) {
		t.Errorf("the backup has %+v", got)
	}
}

func TestABackupReplacesAnEarlierOneOfTheSameSchema(t *testing.T) {
	path := filled(t)
	backup := place(path).backup(int64(count(t, path, "SELECT MAX(version_id) FROM goose_db_version")))
	must(t, os.WriteFile(backup, []byte("old"), 0o600))
	must(t, os.WriteFile(backup+".part", []byte("half"), 0o600))
	must(t, openWith(t.Context(), path, stepsWith(t, "CREATE TABLE more (id INTEGER)")))
	if n := count(t, backup, "SELECT COUNT(*) FROM results"); n != 1 {
		t.Errorf("the backup has %d results", n)
	}
}

func TestNothingIsBackedUpWithoutAMigration(t *testing.T) {
	path := filled(t)
	must(t, openWith(t.Context(), path, migrations.SQLite()))
	if found := backups(t, path); len(found) != 0 {
		t.Errorf("backups: %v", found)
	}
}

func TestAFailedMigrationLeavesTheDatabaseAsItWas(t *testing.T) {
	path := filled(t)
	if err := openWith(t.Context(), path, stepsWith(t, "DELETE FROM shares;\nDELETE FROM no_such_table")); err == nil {
		t.Fatal("it was opened")
	}
	must(t, openWith(t.Context(), path, migrations.SQLite()))
	if n := count(t, path, "SELECT COUNT(*) FROM results"); n != 1 {
		t.Errorf("%d results are left", n)
	}
}

func TestASchemaNewerThanTheProgramIsRefused(t *testing.T) {
	path := filled(t)
	must(t, openWith(t.Context(), path, stepsWith(t, "CREATE TABLE more (id INTEGER)")))
	err := openWith(t.Context(), path, migrations.SQLite())
	if err == nil || !strings.Contains(err.Error(), "start the newer program") {
		t.Errorf("got %v", err)
	}
}

func TestAMigrationThatLosesAParentRowIsRefusedAndStaysSo(t *testing.T) {
	path := filled(t)
	steps := stepsWith(t, "DELETE FROM roles")
	for range 2 {
		err := openWith(t.Context(), path, steps)
		if err == nil || !strings.Contains(err.Error(), "points to a row of roles that is not there") {
			t.Errorf("got %v", err)
		}
	}
}

func TestATableCanBeRebuiltWithoutLosingItsChildren(t *testing.T) {
	path := filled(t)
	before := count(t, path, "SELECT COUNT(*) FROM loadings")
	must(t, openWith(t.Context(), path, stepsWith(t, `
		CREATE TABLE rebuilt (version_id INTEGER NOT NULL, question_key TEXT NOT NULL, position INTEGER NOT NULL,
			label TEXT NOT NULL, PRIMARY KEY (version_id, question_key, position));
		INSERT INTO rebuilt (version_id, question_key, position, label)
			SELECT version_id, question_key, position, label FROM options;
		DROP TABLE options;
		ALTER TABLE rebuilt RENAME TO options`)))
	if after := count(t, path, "SELECT COUNT(*) FROM loadings"); after != before || before == 0 {
		t.Errorf("%d loadings became %d", before, after)
	}
}

func TestAVersionFromBeforeDraftsWasSavedWhenItWasMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	steps := fstest.MapFS{}
	body, err := fs.ReadFile(migrations.SQLite(), "00001_start.sql")
	must(t, err)
	steps["00001_start.sql"] = &fstest.MapFile{Data: body}
	steps["00002_fill.sql"] = &fstest.MapFile{Data: []byte(`-- +goose Up
		INSERT INTO quiz_versions
			(id, state, revision, title, note, settings, guide, hash, created_at, published_at)
		VALUES (1, 'published', 0, 'Old', '', '{}', '{}', printf('%064d', 0), 1234, 5678);`)}
	must(t, openWith(t.Context(), path, steps))
	body, err = fs.ReadFile(migrations.SQLite(), "00003_drafts.sql")
	must(t, err)
	steps["00003_drafts.sql"] = &fstest.MapFile{Data: body}
	must(t, openWith(t.Context(), path, steps))
	if n := count(t, path, "SELECT saved_at FROM quiz_versions WHERE saved_by = '' AND published_by = '' AND published_at = 5678"); n != 1234 {
		t.Errorf("it was saved at %d", n)
	}
}

func TestAJobSaidBeforeOpenDataWasGroupedIsDecidedOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	steps := fstest.MapFS{}
	names, err := fs.Glob(migrations.SQLite(), "0000[1-8]*.sql")
	must(t, err)
	for _, name := range names {
		body, err := fs.ReadFile(migrations.SQLite(), name)
		must(t, err)
		steps[name] = &fstest.MapFile{Data: body}
	}
	must(t, openWith(t.Context(), path, steps))
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	_, err = db.ExecContext(t.Context(), `
		INSERT INTO quiz_versions
			(id, state, revision, title, note, settings, guide, hash, created_at, published_at)
		VALUES (1, 'published', 0, 'Old', '', '{}', '{}', printf('%064d', 0), 1234, 5678);
		INSERT INTO results
			(id, version_id, deleted_at)
		VALUES (zeroblob(18), 1, 7);
		INSERT INTO outcomes
			(result_id, version_id, role_key, years, suits, is_open, said_at)
		VALUES (zeroblob(18), 1, 'other', 3, 4, 1, 99)`)
	must(t, err)
	must(t, db.Close())
	must(t, openWith(t.Context(), path, migrations.SQLite()))
	if n := count(t, path, "SELECT said_at FROM outcomes WHERE is_open AND NOT is_repeat AND years = 3"); n != 99 {
		t.Errorf("it was said at %d", n)
	}
	if n := count(t, path, "SELECT COUNT(*) FROM roll_up WHERE open_until = 0"); n != 1 {
		t.Error("a month counts as published")
	}
}
