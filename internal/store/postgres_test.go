package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest/pgserver"
	"whichpm/migrations"
)

// openPostgresAt opens a database, closed at the end of the test.
func openPostgresAt(t testing.TB, address string) *Store {
	t.Helper()
	s, err := Open(t.Context(), Config{URL: address})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// openNewPostgres opens a new database with a published version.
func openNewPostgres(t testing.TB) *Store {
	t.Helper()
	s := openPostgresAt(t, pgserver.Database(t))
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	return s
}

// onBoth runs a test on a new database of each kind.
func onBoth(t *testing.T, test func(t *testing.T, s *Store)) {
	t.Run("SQLite", func(t *testing.T) { test(t, openNew(t)) })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, openNewPostgres(t)) })
}

// execute runs a statement in a database, past the store.
func execute(t *testing.T, address, statement string) {
	t.Helper()
	c, err := parseAddress(address, anyServer)
	must(t, err)
	db := openMigrator(c)
	_, err = db.ExecContext(t.Context(), statement)
	must(t, err)
	must(t, db.Close())
}

func TestSixProgramsMayStartAtOnceOnPostgreSQL(t *testing.T) {
	address := pgserver.Database(t)
	started := make(chan error)
	start := func(ctx context.Context) error {
		s, err := Open(ctx, Config{URL: address})
		if err != nil {
			return err
		}
		seeded := s.SeedFirst(ctx, content.First(), testNow)
		_, err = s.Version(ctx, 1)
		return errors.Join(seeded, err, s.Close())
	}
	for range 6 {
		go func() { started <- start(t.Context()) }()
	}
	for range 6 {
		if err := <-started; err != nil {
			t.Error(err)
		}
	}
}

// postgresStepsWith are the program's steps and one more.
func postgresStepsWith(t *testing.T, statement string) fs.FS {
	t.Helper()
	steps := fstest.MapFS{"90000_next.sql": {Data: []byte("-- +goose Up\n" + statement + ";\n")}}
	names, err := fs.Glob(migrations.PostgreSQL(), "*.sql")
	must(t, err)
	for _, name := range names {
		body, err := fs.ReadFile(migrations.PostgreSQL(), name)
		must(t, err)
		steps[name] = &fstest.MapFile{Data: body}
	}
	return steps
}

func TestAFailedMigrationLeavesPostgreSQLAsItWas(t *testing.T) {
	address := pgserver.Database(t)
	s := openPostgresAt(t, address)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	_, err := open(t.Context(), Config{URL: address}, postgresStepsWith(t, "DELETE FROM scenarios;\nDELETE FROM no_such_table"))
	if err == nil || !strings.Contains(err.Error(), "migrate the schema") {
		t.Fatalf("got %v", err)
	}
	if v, err := openPostgresAt(t, address).Version(t.Context(), 1); err != nil || v.Hash() != content.First().Hash() || len(v.Scenarios) == 0 {
		t.Errorf("it is another: %v", err)
	}
}

func TestASchemaNewerThanTheProgramIsRefusedOnPostgreSQL(t *testing.T) {
	address := pgserver.Database(t)
	s, err := open(t.Context(), Config{URL: address}, postgresStepsWith(t, "CREATE TABLE more (id BIGINT)"))
	must(t, err)
	must(t, s.Close())
	if _, err = Open(t.Context(), Config{URL: address}); err == nil || !strings.Contains(err.Error(), "start the newer program") {
		t.Errorf("got %v", err)
	}
	if _, err = ReadPublished(t.Context(), Config{URL: address}); err == nil || !strings.Contains(err.Error(), "start the newer program") {
		t.Errorf("got %v", err)
	}
}

func TestADatabaseOfAnotherProgramIsRefused(t *testing.T) {
	address := pgserver.Database(t)
	execute(t, address, "CREATE TABLE diary (day TEXT)")
	_, err := Open(t.Context(), Config{URL: address})
	if err == nil || !strings.Contains(err.Error(), "the tables of another program") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	execute(t, address, "CREATE SCHEMA quiz")
	must(t, openPostgresAt(t, address+"&search_path=quiz").Ping(t.Context()))
	_, err = Open(t.Context(), Config{URL: address + "&search_path=nowhere"})
	if err == nil || !strings.Contains(err.Error(), "no schema to use") {
		t.Errorf("got %v", err)
	}
}

func TestAFirstStartThatWasInterruptedIsContinued(t *testing.T) {
	address := pgserver.Database(t)
	broken := fstest.MapFS{"00001_start.sql": {Data: []byte("-- +goose Up\nSELECT 1/0;\n")}}
	if _, err := open(t.Context(), Config{URL: address}, broken); err == nil {
		t.Fatal("it was opened")
	}
	must(t, openPostgresAt(t, address).Ping(t.Context()))
}

func TestReadingThePublishedVersionOfPostgreSQLMakesNothing(t *testing.T) {
	address := pgserver.Database(t)
	_, err := ReadPublished(t.Context(), Config{URL: address})
	if err == nil || !strings.Contains(err.Error(), "holds no quiz yet") {
		t.Errorf("got %v", err)
	}
	s := openPostgresAt(t, address)
	_, err = ReadPublished(t.Context(), Config{URL: address})
	if !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	v, err := ReadPublished(t.Context(), Config{URL: address})
	if err != nil || v.Hash() != content.First().Hash() {
		t.Errorf("got %v", err)
	}
}

func TestTextTheDatabaseDoesNotTakeIsNoOutage(t *testing.T) {
	s := openNewPostgres(t)
	for _, text := range []string{"a\x00b", "a\xffb"} {
		err := s.write(t.Context(), "test", func(ctx context.Context, tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, "UPDATE quiz_versions SET note = $1", text)
			return err
		})
		if err == nil || errors.Is(err, quiz.ErrUnavailable) {
			t.Errorf("%q: %v", text, err)
		}
	}
	must(t, s.Ping(t.Context()))
}

func TestAServerThatIsNotThereIsUnavailable(t *testing.T) {
	_, err := Open(t.Context(), Config{URL: "postgres://ada:secret@127.0.0.1:1/quiz"})
	if !errors.Is(err, quiz.ErrUnavailable) || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsOpenedToReadMayTakeItsTime(t *testing.T) {
	address := pgserver.Database(t)
	must(t, openPostgresAt(t, address).SeedFirst(t.Context(), content.First(), testNow))
	s, err := OpenToRead(t.Context(), Config{URL: address})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	var limit string
	must(t, s.read.QueryRowContext(t.Context(), "SHOW statement_timeout").Scan(&limit))
	if limit != "0" {
		t.Errorf("the server ends a query after %s: an export of many results would not come to its end", limit)
	}
}
