//go:build !race

package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
)

func TestReadingThePublishedVersionChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	s, err := Open(t.Context(), Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SeedFirst(t.Context(), content.First(), time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := ReadPublished(t.Context(), Config{Path: path})
	if err != nil || v.Hash() != content.First().Hash() {
		t.Fatalf("got %v %v", v, err)
	}
	after, err := os.ReadFile(path)
	if err != nil || string(before) != string(after) {
		t.Error("the file changed")
	}
}

func TestReadingWhatIsNoDatabaseSaysSo(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "notes.txt")
	if err := os.WriteFile(text, []byte("these are notes, and not a few of them"), 0o600); err != nil {
		t.Fatal(err)
	}
	lost := filepath.Join(folder, "lost.db")
	if err := os.WriteFile(lost+".marker", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		text: "not a SQLite database", filepath.Join(folder, "none.db"): "there is no database", lost: "there was one",
		filepath.Join(folder, "no", "x.db"): "folder",
	} {
		if _, err := ReadPublished(t.Context(), Config{Path: path}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want it to say %q", filepath.Base(path), err, says)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "none.db")); err == nil {
		t.Error("a file was made")
	}
}
