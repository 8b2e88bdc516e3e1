//go:build !race

package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenRefusesWithOneLineThatSaysWhatToDo(t *testing.T) {
	cases := map[string]struct {
		arrange func(t *testing.T, path string)
		want    string
	}{
		"the folder does not exist": {func(t *testing.T, path string) {
			must(t, os.Remove(filepath.Dir(path)))
		}, "create it, or choose another path"},
		"the folder is a file": {func(t *testing.T, path string) {
			must(t, os.Remove(filepath.Dir(path)))
			must(t, os.WriteFile(filepath.Dir(path), nil, 0o600))
		}, "is not a folder: choose another path"},
		"the path is a folder": {func(t *testing.T, path string) {
			must(t, os.Mkdir(path, 0o700))
		}, "is not a file: name a file"},
		"nothing can be written beside it": {func(t *testing.T, path string) {
			must(t, os.Mkdir(path+".lock", 0o700))
		}, "let this program write to its folder"},
		"the database is lost": {func(t *testing.T, path string) {
			must(t, openAt(t, path).Close())
			must(t, os.Remove(path))
		}, "put it or a backup back, or delete the marker"},
		"the database is empty": {func(t *testing.T, path string) {
			must(t, openAt(t, path).Close())
			must(t, os.Truncate(path, 0))
		}, "put it or a backup back, or delete the marker"},
		"the file is no database": {func(t *testing.T, path string) {
			must(t, os.WriteFile(path, []byte(strings.Repeat("dear diary, ", 500)), 0o600))
		}, "not a SQLite database: choose another path"},
		"the database has another program's number": {func(t *testing.T, path string) {
			runSQL(t, path, "PRAGMA application_id = 7")
		}, "the database of another program"},
		"the database has tables and no number": {func(t *testing.T, path string) {
			runSQL(t, path, "CREATE TABLE diary (day TEXT)")
		}, "the database of another program"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "data", "whichpm.db")
			must(t, os.Mkdir(filepath.Dir(path), 0o700))
			c.arrange(t, path)
			before, _ := os.ReadFile(path)
			s, err := Open(t.Context(), Config{Path: path})
			if err == nil {
				t.Fatal("it was opened", s.Close())
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("it says %q, want one line with %q", err, c.want)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

// runSQL runs a statement on a file, past the store.
func runSQL(t *testing.T, path, statement string) {
	t.Helper()
	db := migratorHandle.open(place(path))
	_, err := db.ExecContext(t.Context(), statement)
	must(t, err)
	must(t, db.Close())
}

func TestAPathMustBeGiven(t *testing.T) {
	if _, err := Open(t.Context(), Config{}); err == nil {
		t.Error("an empty path was opened")
	}
}

func TestAnEmptyFileIsTakenForANewDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	must(t, os.WriteFile(path, nil, 0o600))
	must(t, openAt(t, path).Ping(t.Context()))
}

func TestADatabaseRestoredWithoutItsMarkerIsMarkedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whichpm.db")
	must(t, openAt(t, path).Close())
	must(t, os.Remove(path+".marker"))
	must(t, openAt(t, path).Close())
	must(t, os.Remove(path))
	if s, err := Open(t.Context(), Config{Path: path}); err == nil {
		t.Error("a lost database was made anew", s.Close())
	}
}

func TestNobodyElseOnTheMachineReadsTheDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	s, err := Open(t.Context(), Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // nothing was written
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); mode&0o077 != 0 && filepath.Ext(file) != ".lock" {
			t.Errorf("%s has mode %o", filepath.Base(file), mode)
		}
	}
}
