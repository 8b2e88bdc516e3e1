package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// quizDB makes a database with the first version published.
func quizDB(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "quiz.db")
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SeedFirst(t.Context(), content.First(), time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// told runs a command and returns its code and what it says.
func told(t *testing.T, args ...string) (code int, out, said string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestAnExportIsImportedAsADraftAndExportedTheSame(t *testing.T) {
	db, file := "--db="+quizDB(t), filepath.Join(t.TempDir(), "quiz.json")
	code, _, said := told(t, "export", db, "-o", file)
	if code != 0 {
		t.Fatal(said)
	}
	exported, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(exported), "I picture where", "I know where", 1)
	if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, said := told(t, "import", file, db, "--dry-run")
	if code != 0 || !strings.Contains(out, "1 difference from version 1") ||
		!strings.Contains(out, "1 translation outdated") || !strings.Contains(out, "Question 2: text in German\n    was: When I start something, I picture where") {
		t.Errorf("the dry run ends with %d: %s%s", code, out, said)
	}
	if code, _, said = told(t, "export", db, "--version=draft"); code != 1 || !strings.Contains(said, "holds no draft") {
		t.Errorf("a dry run made a draft: %s", said)
	}
	if code, _, said = manage(t, adminPassword, "create", "ada@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(said)
	}
	code, out, said = told(t, "import", file, db, "--by=Ada@example.org")
	if code != 0 || !strings.Contains(out, "version 2") {
		t.Fatalf("the import ends with %d: %s%s", code, out, said)
	}
	_, out, _ = told(t, "export", db, "--version=draft")
	before, after, remembered := strings.Cut(out, `"from": "When I start something, I picture where`)
	if !remembered || !strings.Contains(before, "I know where") || strings.Contains(after, `"from"`) {
		t.Error("the draft is not exported as it was imported, with one translation made from an earlier text")
	}
	if _, out, _ = told(t, "export", db, "--version=1"); out != string(exported) {
		t.Error("the published version changed")
	}
	if code, _, said = told(t, "import", file, db); code != 1 || !strings.Contains(said, "saved by ada@example.org") || !strings.Contains(said, "--replace") {
		t.Errorf("a second import ends with %d: %s", code, said)
	}
	if code, _, said = told(t, "import", file, db, "--replace"); code != 0 {
		t.Errorf("a replacing import ends with %d: %s", code, said)
	}
	if _, out, _ = told(t, "export", db, "--csv"); !strings.HasPrefix(out, "place,key,kind,text") {
		t.Errorf("the questions are %.60s", out)
	}
}

func TestAnImportNamesAnAdminWhoCanSignIn(t *testing.T) {
	path, file := quizDB(t), filepath.Join(t.TempDir(), "quiz.json")
	db := "--db=" + path
	if code, _, said := told(t, "export", db, "-o", file); code != 0 {
		t.Fatal(said)
	}
	for _, step := range [][]string{
		{"create", "mira@example.org", "--password-stdin"}, {"create", "ada@example.org", "--password-stdin"}, {"disable", "ada@example.org"},
	} {
		if code, _, said := manage(t, adminPassword, append(step, db)...); code != 0 {
			t.Fatal(said)
		}
	}
	for by, says := range map[string]string{
		"ada@example.org": "is disabled", "ben@example.org": "there is no admin", "Ben": "is no email address", "": "missing value",
	} {
		if code, out, said := told(t, "import", file, db, "--by="+by); code != 1 || out != "" || strings.Count(said, "\n") != 1 || !strings.Contains(said, says) {
			t.Errorf("--by=%s ends with %d: %q %q", by, code, out, said)
		}
	}
	if code, _, said := told(t, "import", file, db, "--by=mira@example.org"); code != 0 {
		t.Fatal(said)
	}
	s, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // nothing was written
	entries, err := s.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionImportDraft})
	if err != nil || len(entries) != 1 || entries[0].By != "mira@example.org" || entries[0].Reason != "from the command line" {
		t.Errorf("the audit log says %+v: %v", entries, err)
	}
}

func TestAFileThatCannotBeImportedIsReportedLineByLine(t *testing.T) {
	db, file := "--db="+quizDB(t), filepath.Join(t.TempDir(), "quiz.json")
	_, exported, _ := told(t, "export", db)
	broken := strings.Replace(exported, `"strength": 1,`, `"strength": 9,`, 1)
	if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, said := told(t, "import", file, db)
	if code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, "1 problem") {
		t.Errorf("it ends with %d and says %q", code, said)
	}
	before, _, _ := strings.Cut(broken, `"strength": 9`)
	line := strings.Count(before, "\n") + 1
	if want := file + ":" + strconv.Itoa(line) + ": questions.h1.strength: "; !strings.HasPrefix(out, want) {
		t.Errorf("it says %q, want %q", out, want)
	}
}

func TestAMistakeInAnExportOrImportIsOneLineThatHelps(t *testing.T) {
	db, missing := "--db="+quizDB(t), filepath.Join(t.TempDir(), "missing")
	large := filepath.Join(t.TempDir(), "large.json")
	if err := os.WriteFile(large, bytes.Repeat([]byte(" "), content.MaxFile+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"no database to export":   {[]string{"export", "--db=" + missing}, "there is no database at"},
		"no database to fill":     {[]string{"import", "internal", "--db=" + missing}, "internal"},
		"an unknown version":      {[]string{"export", db, "--version=7"}, "no version 7"},
		"a version by name":       {[]string{"export", db, "--version=last"}, "published, draft or a number"},
		"no draft":                {[]string{"export", db, "--version=draft"}, "no draft"},
		"a folder that is absent": {[]string{"export", db, "-o", filepath.Join(missing, "a.json")}, "missing"},
		"no file":                 {[]string{"import", db}, "FILE is required"},
		"a file that is absent":   {[]string{"import", missing, db}, "missing"},
		"a file too large":        {[]string{"import", large, db}, "larger than 2 MB"},
	} {
		if code, _, said := told(t, c.args...); code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, c.says) {
			t.Errorf("%s: ends with %d and says %q", name, code, said)
		}
	}
}
