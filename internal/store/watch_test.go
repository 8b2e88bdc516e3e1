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
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/long"
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

func TestNothingIsAcknowledgedOnceTheFilesWereReplaced(t *testing.T) {
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "data", "quiz.db")
			must(t, os.Mkdir(filepath.Dir(path), 0o700))
			s, said := openLogging(t, path)
			c.do(t, path)
			for n := 100; n < 103; n++ {
				if err := s.AddResult(t.Context(), result(n)); !errors.Is(err, quiz.ErrUnavailable) {
					t.Errorf("a result is answered with %v", err)
				}
			}
			if err := s.Ping(t.Context()); !errors.Is(err, quiz.ErrUnavailable) {
				t.Errorf("it is ready: %v", err)
			}
			waitForLog(t, said, c.says)
			if n := strings.Count(said.String(), "nothing is stored"); n != 1 {
				t.Errorf("the log says it %d times:\n%s", n, said)
			}
			if c.kept {
				alone := filepath.Join(t.TempDir(), "alone.db")
				copyOver(t, path, alone)
				if n := count(t, alone, "SELECT COUNT(*) FROM results"); n != 20 {
					t.Errorf("without its log the file has %d results of 20", n)
				}
			}
		})
	}
}

func TestADatabaseThatIsPutBackIsWrittenToAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "quiz.db")
	must(t, os.Mkdir(filepath.Dir(path), 0o700))
	s, said := openLogging(t, path)
	away := filepath.Dir(path) + ".away"
	must(t, os.Rename(filepath.Dir(path), away))
	if err := s.AddResult(t.Context(), result(100)); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("a result is answered with %v", err)
	}
	waitForLog(t, said, "nothing is stored")
	must(t, os.Rename(away, filepath.Dir(path)))
	must(t, s.AddResult(t.Context(), result(100)))
	must(t, s.Ping(t.Context()))
	waitForLog(t, said, "stored again")
}

func TestALinkThatLeadsElsewhereIsNotWrittenTo(t *testing.T) {
	folder := t.TempDir()
	link := filepath.Join(folder, "quiz.db")
	must(t, os.Symlink(filepath.Join(folder, "real.db"), link))
	must(t, os.WriteFile(filepath.Join(folder, "real.db"), nil, 0o600))
	s, said := openLogging(t, link)
	must(t, os.Remove(link))
	must(t, os.Symlink(anotherDB(t), link))
	if err := s.AddResult(t.Context(), result(100)); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("a result is answered with %v", err)
	}
	waitForLog(t, said, "another file is in its place")
}

func TestTheLogIsNotTakenOverIntoAnotherDatabase(t *testing.T) {
	for name, put := range map[string]func(t *testing.T, from, to string){
		"copied over": copyOver,
		"moved over":  func(t *testing.T, from, to string) { must(t, os.Rename(from, to)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "quiz.db")
			s, _ := openLogging(t, path)
			backup := backupOf(t, path)
			want, err := os.ReadFile(backup)
			must(t, err)
			for n := 20; n < 200; n++ {
				must(t, s.AddResult(t.Context(), result(n)))
			}
			put(t, backup, path)
			must(t, s.Close())
			if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
				t.Errorf("what was put there was written to: %v", err)
			}
			if kept, _ := filepath.Glob(path + ".replaced-*-wal"); len(kept) != 1 {
				t.Errorf("the log is kept as %v", kept)
			}
			if left, _ := filepath.Glob(path + "-*"); len(left) != 0 {
				t.Errorf("the next start would find %v", left)
			}
		})
	}
}

// TestNothingAcknowledgedIsLostWhileTheFilesChange writes as fast as it can,
// so that the change comes at any moment of a commit. A write that is still
// acknowledged after it has to be on disk all the same: where the log was to
// be begun anew, it does not matter what was written over it.
func TestNothingAcknowledgedIsLostWhileTheFilesChange(t *testing.T) {
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			for round := range long.Pick(2, 40) {
				path := filepath.Join(t.TempDir(), "data", "quiz.db")
				must(t, os.Mkdir(filepath.Dir(path), 0o700))
				s, _ := openLogging(t, path)
				late := writeWhile(t, s, func() {
					time.Sleep(time.Duration(round*7%50) * time.Millisecond)
					c.do(t, path)
				})
				if len(late) > 0 {
					mustHave(t, path, late)
				}
			}
		})
	}
}

// writeWhile adds results until they are refused, or for a while after the
// change, and returns those that were begun after it and acknowledged.
func writeWhile(t *testing.T, s *Store, change func()) (late []int) {
	t.Helper()
	const enough = 3000
	var changed atomic.Bool
	var next, after atomic.Int64
	next.Store(100)
	var mu sync.Mutex
	var writers sync.WaitGroup
	for range 64 {
		writers.Go(func() {
			for refused := 0; refused < 3 && after.Load() < enough; {
				begun := changed.Load()
				n := int(next.Add(1))
				if err := s.AddResult(t.Context(), result(n)); err != nil {
					refused++
				} else if begun {
					after.Add(1)
					mu.Lock()
					late = append(late, n)
					mu.Unlock()
				}
			}
		})
	}
	change()
	changed.Store(true)
	writers.Wait()
	return late
}

// mustHave starts on a copy of the files as they are and looks for results.
func mustHave(t *testing.T, path string, results []int) {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copied.db")
	copyOver(t, path, copied)
	if _, err := os.Stat(path + "-wal"); err == nil {
		copyOver(t, path+"-wal", copied+"-wal")
	}
	again := openAt(t, copied)
	lost := 0
	for _, n := range results {
		if _, err := again.Result(t.Context(), result(n).ID); err != nil {
			lost++
		}
	}
	if lost > 0 {
		t.Errorf("%d of %d results acknowledged after it are lost", lost, len(results))
	}
}
