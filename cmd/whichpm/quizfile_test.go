package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/store"
)

// without returns a content file that lacks the question h1.
func without(t *testing.T) []byte {
	t.Helper()
	v := content.First()
	i := v.QuestionIndex("h1")
	v.Questions = append(v.Questions[:i:i], v.Questions[i+1:]...)
	v.Scenarios = nil // some of them answer it
	body, err := content.Format(v)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

const answersToH1 = `{"answers": {"h1": 4}}`

func TestAContentFileIsUsedInsteadOfTheDatabase(t *testing.T) {
	path := file(t, "quiz.json", without(t))
	code, _, stderr := command(t, "score", file(t, "answers.json", []byte(answersToH1)), "--quiz", path)
	if code != 1 || !strings.Contains(stderr, `unknown question "h1"`) {
		t.Errorf("ends with %d: %s", code, stderr)
	}
}

func TestThePublishedVersionOfTheDatabaseIsUsed(t *testing.T) {
	v, err := content.Parse(without(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "quiz.db")
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SeedFirst(t.Context(), v, time.UnixMilli(0)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := command(t, "score", file(t, "answers.json", []byte(answersToH1)), "--db", path)
	if code != 1 || !strings.Contains(stderr, `unknown question "h1"`) {
		t.Errorf("ends with %d: %s", code, stderr)
	}
}

func TestADatabaseWithoutAPublishedVersionSaysWhatToDo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quiz.db")
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := command(t, "check", "--db", path)
	if code != 1 || !strings.Contains(stderr, "--quiz") {
		t.Errorf("ends with %d: %s", code, stderr)
	}
}

func TestALinkToAVolumeThatIsNotThereIsNotTakenForNoDatabase(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Symlink("volume/quiz.db", usualDB); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := told(t, "check")
	if code != 1 || stdout != "" || !strings.Contains(stderr, "volume cannot be used: create it") {
		t.Errorf("ends with %d: %s%s", code, stdout, stderr)
	}
}

func TestNoDatabaseIsMade(t *testing.T) {
	folder := t.TempDir()
	missing, empty := filepath.Join(folder, "missing", "quiz.db"), file(t, "empty.db", nil)
	for _, path := range []string{filepath.Join(folder, "quiz.db"), missing, empty} {
		if code, _, stderr := command(t, "check", "--db", path); code != 1 || strings.Count(stderr, "\n") != 1 {
			t.Errorf("ends with %d: %s", code, stderr)
		}
	}
	if files, err := os.ReadDir(folder); err != nil || len(files) > 0 {
		t.Errorf("there is %v, %v", files, err)
	}
	if info, err := os.Stat(empty); err != nil || info.Size() > 0 {
		t.Error("the empty file was written to")
	}
}

func TestAContentFileThatCannotBeUsedSaysWhy(t *testing.T) {
	for name, path := range map[string]string{
		"missing":            filepath.Join(t.TempDir(), "missing"),
		"a folder":           t.TempDir(),
		"not JSON":           file(t, "quiz.json", []byte("quiz")),
		"an unknown key":     file(t, "quiz.json", []byte(`{"quizz": 1}`)),
		"nothing to ask":     file(t, "quiz.json", []byte(`{}`)),
		"more than it takes": file(t, "quiz.json", make([]byte, maxQuiz+1)),
	} {
		for _, command := range []string{"check", "simulate"} {
			code, stdout, stderr := commandOf(t, command, path)
			if code != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, path) {
				t.Errorf("%s, %s: ends with %d: %q", command, name, code, stderr)
			}
		}
	}
}

func commandOf(t *testing.T, name, quizFile string) (code int, stdout, stderr string) {
	t.Helper()
	return command(t, name, "--quiz", quizFile)
}
