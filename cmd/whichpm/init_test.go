package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAQuizFromNothingIsWrittenOnceCheckedAndImported(t *testing.T) {
	t.Chdir(t.TempDir())
	if code, out, said := told(t, "init"); code != 0 || !strings.Contains(out, "whichpm check --quiz quiz.json") {
		t.Fatalf("it ends with %d: %s%s", code, out, said)
	}
	code, out, said := told(t, "check", "--quiz=quiz.json")
	if code != 1 || !strings.Contains(out, "“Write the title” only holds the place of a text.") || !strings.Contains(said, "errors: fix them before") {
		t.Errorf("the check ends with %d: %s%s", code, out, said)
	}
	if err := os.WriteFile("quiz.json", []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, said := told(t, "init"); code != 1 || !strings.Contains(said, "quiz.json is there already") {
		t.Errorf("a second time it ends with %d: %s", code, said)
	}
	if kept, err := os.ReadFile("quiz.json"); err != nil || string(kept) != "mine" {
		t.Errorf("the file holds %q, %v", kept, err)
	}
	db := "--db=" + quizDB(t)
	if code, _, said := told(t, "init", "other.json"); code != 0 {
		t.Fatal(said)
	}
	if code, out, said := told(t, "import", "other.json", db); code != 0 || !strings.Contains(out, "It is now the draft") {
		t.Errorf("the import ends with %d: %s%s", code, out, said)
	}
	if code, _, said := told(t, "init", filepath.Join("none", "quiz.json")); code != 1 || !strings.HasPrefix(said, "whichpm: make the file") {
		t.Errorf("in no folder it ends with %d: %s", code, said)
	}
	if code, out, _ := told(t, "init", "-"); code != 0 || !strings.HasPrefix(out, "// A quiz from nothing") {
		t.Errorf("to standard output it ends with %d: %s", code, out)
	}
}
