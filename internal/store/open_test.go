package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/migrations"
)

var testNow = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

// openAt opens the database at a path, closed at the end of the test.
func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), Config{Path: path})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

// openNew opens a new database with a published version.
func openNew(t testing.TB) *Store {
	t.Helper()
	s := openAt(t, filepath.Join(t.TempDir(), "whichpm.db"))
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	return s
}

// result makes the nth result of version 1.
func result(n int) quiz.Result {
	owner := quiz.Owner{Day: 20_000, Secret: quiz.Secret{byte(n), byte(n >> 8), byte(n >> 16)}}
	answers, asked := "", ""
	for i := range content.First().Questions {
		answers, asked = answers+string(rune('0'+i%5)), asked+fmt.Sprintf("%02x", i)
	}
	return quiz.Result{
		ID: owner.ID(), Version: 1, FinishedAt: testNow, Answers: answers, Asked: asked,
		Verdict: quiz.Clear, Top: "product", Probability: 0.9, Duration: time.Minute, Form: quiz.Full,
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// count reads one number from a database file, past the store.
func count(t *testing.T, path, query string) int {
	t.Helper()
	db := migratorHandle.open(place(path))
	var n int
	must(t, db.QueryRowContext(t.Context(), query).Scan(&n))
	must(t, db.Close())
	return n
}

func TestOddPathsAreOpenedAsTheyAre(t *testing.T) {
	for _, name := range []string{"which pm.db", "a?mode=memory", "a#b", "50%25", "ü&=+;.db", ":memory:", "file:x"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			s := openAt(t, path)
			must(t, s.Ping(t.Context()))
			if info, err := os.Stat(path); err != nil || info.Size() == 0 {
				t.Errorf("the file is %v, %v", info, err)
			}
		})
	}
}

func TestARelativePathIsOpened(t *testing.T) {
	t.Chdir(t.TempDir())
	must(t, openAt(t, "whichpm.db").Ping(t.Context()))
	if _, err := os.Stat("whichpm.db.marker"); err != nil {
		t.Error(err)
	}
}

func TestADatabaseKeepsItsContentWhenOpenedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	s := openAt(t, path)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(1)))
	must(t, s.Close())
	got, err := openAt(t, path).Result(t.Context(), result(1).ID)
	must(t, err)
	if got != result(1) {
		t.Errorf("got %+v", got)
	}
}

func TestSixProgramsMayStartAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	started := make(chan error)
	start := func(ctx context.Context) error {
		s, err := open(ctx, Config{Path: path}, migrations.SQLite())
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

func TestADatabaseThatIsMovedAwayIsNotReady(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	s := openAt(t, path)
	must(t, os.Rename(path, path+".away"))
	if err := s.Ping(t.Context()); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	must(t, os.WriteFile(path, []byte("something else"), 0o600))
	if err := s.Ping(t.Context()); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("with another file in its place: %v", err)
	}
}

func TestAPublishedVersionCannotBeWrittenTo(t *testing.T) { onBoth(t, publishedCannotBeWrittenTo) }

func publishedCannotBeWrittenTo(t *testing.T, s *Store) {
	for _, id := range []int64{1, 2} {
		err := s.write(t.Context(), "change", func(ctx context.Context, tx *sql.Tx) error {
			_, err := draftOnly(ctx, tx, id)
			return err
		})
		if !errors.Is(err, errNotDraft) {
			t.Errorf("version %d: %v", id, err)
		}
	}
}
