package store

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"whichpm/internal/content"
)

// change is what somebody may do to the files of a running program.
type change struct {
	name string
	do   func(t *testing.T, path string)
	says string // by the log
	kept bool   // the file at the path has everything that was acknowledged
}

// copyOver writes a file over another one, as cp does.
func copyOver(t *testing.T, from, to string) {
	t.Helper()
	source, err := os.Open(from)
	must(t, err)
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC|os.O_CREATE, 0o600)
	must(t, err)
	_, err = io.Copy(target, source)
	must(t, errors.Join(err, source.Close(), target.Close()))
}

// anotherDB makes a database with other results and returns its path.
func anotherDB(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	s := openAt(t, path)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	for n := range 50 {
		must(t, s.AddResult(t.Context(), result(1_000_000+n)))
	}
	must(t, s.Close())
	return path
}

// backupOf makes a backup of a database in use.
func backupOf(t *testing.T, path string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "backup.db")
	must(t, BackUp(t.Context(), Config{Path: path}, to, true))
	return to
}

func renamed(suffix, to string) func(t *testing.T, path string) {
	return func(t *testing.T, path string) { must(t, os.Rename(path+suffix, path+to)) }
}

func removed(suffixes ...string) func(t *testing.T, path string) {
	return func(t *testing.T, path string) {
		for _, suffix := range suffixes {
			must(t, os.Remove(path+suffix))
		}
	}
}

var changes = []change{
	{"the log is deleted", removed("-wal"), "start this program again", true},
	{"the log is moved away", renamed("-wal", "-wal.away"), "start this program again", true},
	{"the index is deleted", removed("-shm"), "start this program again", false},
	{"log and index are deleted", removed("-wal", "-shm"), "start this program again", true},
	{"the file is deleted", removed(""), "put it back", false},
	{"all files are deleted", removed("", "-wal", "-shm"), "put it back", false},
	{"the file is moved away", renamed("", ".away"), "put it back", false},
	{"the folder is moved away", func(t *testing.T, path string) {
		must(t, os.Rename(filepath.Dir(path), filepath.Dir(path)+".away"))
	}, "put it back", false},
	{"another file is moved over it", func(t *testing.T, path string) { must(t, os.Rename(anotherDB(t), path)) }, "whichpm restore FILE --force", false},
	{"a backup is moved over it", func(t *testing.T, path string) { must(t, os.Rename(backupOf(t, path), path)) }, "whichpm restore FILE --force", false},
	{"another file is copied over it", func(t *testing.T, path string) { copyOver(t, anotherDB(t), path) }, "whichpm restore FILE --force", false},
	{"a backup is copied over it", func(t *testing.T, path string) { copyOver(t, backupOf(t, path), path) }, "whichpm restore FILE --force", false},
	{"it is copied over itself by way of a copy", func(t *testing.T, path string) {
		copied := filepath.Join(t.TempDir(), "copy.db")
		copyOver(t, path, copied)
		copyOver(t, copied, path)
	}, "whichpm restore FILE --force", false},
	{"the file is emptied", func(t *testing.T, path string) { must(t, os.Truncate(path, 0)) }, "whichpm restore FILE --force", false},
	{"the file is cut in half", func(t *testing.T, path string) { must(t, os.Truncate(path, 40*4096)) }, "whichpm restore FILE --force", false},
	{"the log is emptied", func(t *testing.T, path string) { must(t, os.Truncate(path+"-wal", 0)) }, "whichpm verify", false},
	{"another file is copied over the log", func(t *testing.T, path string) { copyOver(t, anotherDB(t), path+"-wal") }, "whichpm verify", false},
	{"another file is moved over the log", func(t *testing.T, path string) { must(t, os.Rename(anotherDB(t), path+"-wal")) }, "whichpm verify", false},
	{"a file named like the log is made anew", func(t *testing.T, path string) {
		removed("-wal")(t, path)
		must(t, os.WriteFile(path+"-wal", nil, 0o600))
	}, "whichpm verify", false},
}

// lockedBuffer is written to by one goroutine and read by another.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// openLogging opens a new database with a few results that logs to what it returns.
func openLogging(t *testing.T, path string) (*Store, *lockedBuffer) {
	t.Helper()
	said := &lockedBuffer{}
	s, err := Open(t.Context(), Config{Path: path, Log: slog.New(slog.NewTextHandler(said, nil))})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	for n := range 20 {
		must(t, s.AddResult(t.Context(), result(n)))
	}
	return s, said
}

// waitForLog waits until the log has a text.
func waitForLog(t *testing.T, said *lockedBuffer, text string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !strings.Contains(said.String(), text); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the log does not say %q:\n%s", text, said)
		}
	}
}
