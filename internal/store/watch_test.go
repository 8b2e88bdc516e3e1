package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/long"
)

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
