package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/store"
)

// scoredResult makes the nth result of the first version, with the verdict it gets.
func scoredResult(n int) quiz.Result {
	v := content.First()
	v.ID = 1
	answers := v.NoAnswers()
	for i := range answers {
		answers[i] = (n + i*n) % len(v.Questions[i].Options)
	}
	var secret quiz.Secret
	binary.BigEndian.PutUint64(secret[:], uint64(n))
	at := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	frozen := score.New(v).Freeze(v, answers)
	return quiz.Result{
		ID: quiz.Owner{Day: 20_516, Secret: secret}.ID(), Version: 1, FinishedAt: at, Answers: answers.Text(), Asked: "00",
		Verdict: frozen.Verdict, Top: frozen.Top, Probability: frozen.Probability, Duration: time.Minute, Form: quiz.Short,
	}
}

// withStore opens the database at path for as long as fn needs it.
func withStore(t *testing.T, path string, fn func(db *store.Store)) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{Path: path})
	ok(t, err)
	ok(t, db.SeedFirst(t.Context(), content.First(), time.Now()))
	fn(db)
	ok(t, db.Close())
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// filledDB makes a database with n results and returns its path.
func filledDB(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "quiz.db")
	withStore(t, path, func(db *store.Store) {
		for i := range n {
			ok(t, db.AddResult(t.Context(), scoredResult(i)))
		}
	})
	return path
}

// onFile runs a statement on a database file, past the program.
func onFile(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	ok(t, err)
	_, err = db.ExecContext(t.Context(), statement)
	ok(t, err)
	ok(t, db.Close())
}

func TestABackupMadeWhileTakersFinishHasEveryResultStoredBefore(t *testing.T) {
	path := filledDB(t, 1)
	var stored atomic.Int64
	fifty, stop, stopped := make(chan struct{}), make(chan struct{}), make(chan struct{})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	withStore(t, path, func(db *store.Store) {
		go func() {
			defer close(stopped)
			for n := 1; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				if err := db.AddResult(ctx, scoredResult(n)); err != nil {
					t.Error(err)
					return
				}
				if stored.Store(int64(n)); n == 50 {
					close(fifty)
				}
			}
		}()
		select {
		case <-fifty:
		case <-stopped:
		}
		for range 3 {
			before := int(stored.Load())
			to := filepath.Join(t.TempDir(), "copy.db")
			if code, _, said := told(t, "backup", to, "--db="+path); code != 0 {
				t.Fatal(said)
			}
			if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("the copy is %v, %v", info, err)
			}
			if code, out, said := told(t, "verify", to); code != 0 || !strings.Contains(out, "0 differently") {
				t.Errorf("the copy: %s%s", out, said)
			}
			f, err := store.Inspect(t.Context(), to)
			ok(t, err)
			counts, err := f.Counts(t.Context())
			ok(t, err)
			ok(t, f.Close())
			if counts.Results < before+1 {
				t.Errorf("the copy has %d results of %d", counts.Results, before+1)
			}
		}
		close(stop)
		<-stopped
	})
}

func TestABackupReplacesNothingUnasked(t *testing.T) {
	path := filledDB(t, 2)
	to := filepath.Join(t.TempDir(), "copy.db")
	ok(t, os.WriteFile(to, []byte("holiday pictures"), 0o600))
	for says, args := range map[string][]string{
		"--force":             {"backup", to, "--db=" + path},
		"database itself":     {"backup", path, "--force", "--db=" + path},
		"belongs to it":       {"backup", path + "-wal", "--force", "--db=" + path},
		"no database at":      {"backup", to + "2", "--db=" + path + "x"},
		"create it":           {"backup", filepath.Join(to+"-folder", "copy.db"), "--db=" + path},
		"not a SQLite databa": {"backup", to + "3", "--db=" + to},
	} {
		if code, _, said := told(t, args...); code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, says) {
			t.Errorf("%v ends with %d and %q, want it to say %q", args, code, said, says)
		}
	}
	if body, _ := os.ReadFile(to); string(body) != "holiday pictures" {
		t.Error("a file was replaced unasked")
	}
	if code, _, said := told(t, "backup", to, "--force", "--db="+path); code != 0 {
		t.Error(said)
	}
	if code, _, said := told(t, "verify", to); code != 0 {
		t.Error(said)
	}
}

func TestARestoreKeepsWhatWasThere(t *testing.T) {
	path, backup := filledDB(t, 3), filepath.Join(t.TempDir(), "copy.db")
	if code, _, said := told(t, "backup", backup, "--db="+path); code != 0 {
		t.Fatal(said)
	}
	withStore(t, path, func(db *store.Store) {
		ok(t, db.AddResult(t.Context(), scoredResult(3)))
		if code, _, said := told(t, "restore", backup, "--force", "--db="+path); code != 1 || !strings.Contains(said, "stop the server") {
			t.Errorf("while it is used a restore ends with %d: %s", code, said)
		}
	})
	if code, _, said := told(t, "restore", backup, "--db="+path); code != 1 || !strings.Contains(said, "--force") {
		t.Errorf("in the place of a database a restore ends with %d: %s", code, said)
	}
	code, out, said := told(t, "restore", backup, "--force", "--db="+path)
	if code != 0 {
		t.Fatal(said)
	}
	_, kept, found := strings.Cut(strings.TrimSpace(out), "kept as ")
	if !found {
		t.Fatalf("it says %s", out)
	}
	for file, results := range map[string]int{path: 3, strings.TrimSuffix(kept, "."): 4} {
		f, err := store.Inspect(t.Context(), file)
		ok(t, err)
		if counts, err := f.Counts(t.Context()); err != nil || counts.Results != results {
			t.Errorf("%s has %d results, %v", file, counts.Results, err)
		}
		ok(t, f.Close())
	}
	withStore(t, path, func(db *store.Store) { ok(t, db.AddResult(t.Context(), scoredResult(5))) })
}

func TestALostDatabaseIsRestoredWithoutItsOldLog(t *testing.T) {
	path, backup := filledDB(t, 3), filepath.Join(t.TempDir(), "copy.db")
	if code, _, said := told(t, "backup", backup, "--db="+path); code != 0 {
		t.Fatal(said)
	}
	ok(t, os.Remove(path))
	ok(t, os.WriteFile(path+"-wal", []byte("the log of another day"), 0o600))
	if code, _, said := told(t, "restore", backup, "--db="+path); code != 0 {
		t.Fatal(said)
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Error("the old log is still there")
	}
	if code, out, said := told(t, "verify", "--db="+path); code != 0 || !strings.Contains(out, "marker        there") {
		t.Error(out, said)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the database is %v, %v", info, err)
	}
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	path, backup := filledDB(t, 3), filledDB(t, 3)
	body, err := os.ReadFile(backup)
	ok(t, err)
	copy(body[9*4096:], bytes.Repeat([]byte("x"), 4096))
	ok(t, os.WriteFile(backup, body, 0o600))
	code, _, said := told(t, "restore", backup, "--force", "--db="+path)
	if code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, "nothing was restored") {
		t.Errorf("it ends with %d: %s", code, said)
	}
	if code, _, said := told(t, "verify", "--db="+path); code != 0 {
		t.Error(said)
	}
}
