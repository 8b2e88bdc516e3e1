//go:build !race

package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// linked makes a folder with a link to a database on a volume of its own.
func linked(t *testing.T, to string) (link, volume string) {
	t.Helper()
	base := t.TempDir()
	link, volume = filepath.Join(base, "here", "whichpm.db"), filepath.Join(base, "volume")
	must(t, os.Mkdir(volume, 0o700))
	must(t, os.Mkdir(filepath.Dir(link), 0o700))
	must(t, os.Symlink(to, link))
	return link, volume
}

// namesIn lists a folder.
func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestEverythingIsBesideTheFileThatALinkLeadsTo(t *testing.T) {
	link, volume := linked(t, "../volume/quiz.db")
	s := openAt(t, link)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	if names := namesIn(t, filepath.Dir(link)); len(names) != 1 {
		t.Errorf("beside the link there are %v", names)
	}
	for _, suffix := range []string{"", "-wal", ".lock", ".open", ".marker"} {
		if _, err := os.Stat(filepath.Join(volume, "quiz.db"+suffix)); err != nil {
			t.Error(err)
		}
	}
}

func TestNoBackupIsRestoredUnderAServerWhateverTheFileIsCalled(t *testing.T) {
	link, volume := linked(t, "../volume/quiz.db")
	file, backup := filepath.Join(volume, "quiz.db"), filepath.Join(t.TempDir(), "copy.db")
	for opened, other := range map[string]string{link: file, file: link} {
		s, err := Open(t.Context(), Config{Path: opened})
		must(t, err)
		must(t, BackUp(t.Context(), Config{Path: opened}, backup, true))
		if _, err = Restore(t.Context(), backup, other, true, testNow); err == nil || !strings.Contains(err.Error(), "in use: stop the server first") {
			t.Errorf("%s is restored while %s is open: %v", other, opened, err)
		}
		must(t, s.Close())
	}
}

func TestARestoreOntoALinkLeavesTheDataOnItsVolume(t *testing.T) {
	link, volume := linked(t, "../volume/quiz.db")
	s := openAt(t, link)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(1)))
	backup := filepath.Join(t.TempDir(), "copy.db")
	must(t, BackUp(t.Context(), Config{Path: link}, backup, false))
	must(t, s.AddResult(t.Context(), result(2)))
	must(t, s.Close())
	kept, err := Restore(t.Context(), backup, link, true, testNow)
	must(t, err)
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Errorf("the link became %v, %v", info, err)
	}
	file := filepath.Join(volume, "quiz.db")
	if n := count(t, file, "SELECT COUNT(*) FROM results"); n != 1 {
		t.Errorf("on its volume there are %d results", n)
	}
	if filepath.Dir(kept) != filepath.Dir(resolved(t, file)) {
		t.Errorf("what was there before is kept as %s", kept)
	}
}

// resolved is a path without links, which the folder for temporary files may have.
func resolved(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.EvalSymlinks(path)
	must(t, err)
	return path
}

func TestALinkToADatabaseThatGotLostMakesNoNewOne(t *testing.T) {
	link, volume := linked(t, "../volume/quiz.db")
	must(t, openAt(t, link).Close())
	must(t, os.Remove(filepath.Join(volume, "quiz.db")))
	if s, err := Open(t.Context(), Config{Path: link}); err == nil || !strings.Contains(err.Error(), "put it or a backup back") {
		t.Errorf("it was opened: %v, %v", s, err)
	}
	must(t, os.RemoveAll(volume)) // as a volume that is not mounted
	if s, err := Open(t.Context(), Config{Path: link}); err == nil || !strings.Contains(err.Error(), volume) {
		t.Errorf("without its volume it was opened: %v, %v", s, err)
	}
}

func TestALinkThatIsLedElsewhereWhileTheProgramRunsIsNotReady(t *testing.T) {
	link, volume := linked(t, "../volume/quiz.db")
	s := openAt(t, link)
	must(t, s.Ping(t.Context()))
	must(t, os.WriteFile(filepath.Join(volume, "other.db"), nil, 0o600))
	must(t, os.Remove(link))
	must(t, os.Symlink("../volume/other.db", link))
	if err := s.Ping(t.Context()); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
}

func TestABackupIsNotWrittenOverTheDatabaseByAnotherName(t *testing.T) {
	link, volume := linked(t, "../volume/quiz.db")
	s := openAt(t, link)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	to := filepath.Join(t.TempDir(), "copy.db")
	must(t, os.Symlink(filepath.Join(volume, "quiz.db-wal"), to))
	for _, other := range []string{filepath.Join(volume, "quiz.db"), filepath.Join(volume, "quiz.db.lock"), to} {
		if err := BackUp(t.Context(), Config{Path: link}, other, true); err == nil || !strings.Contains(err.Error(), "is the database itself or belongs to it") {
			t.Errorf("a backup to %s: %v", other, err)
		}
	}
}
