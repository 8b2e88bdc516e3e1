package store

import (
	"os"
	"path/filepath"
	"testing"
)

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
