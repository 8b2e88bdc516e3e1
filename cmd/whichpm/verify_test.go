package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"whichpm/internal/test/storetest"
)

func TestVerifyFindsWhatDiffers(t *testing.T) {
	for name, test := range map[string]struct{ statement, out, says string }{
		"another verdict":      {"UPDATE results SET verdict = 'balanced', probability = 0.51", "balanced", "would come out differently"},
		"another role":         {"UPDATE results SET top_role = 'nobody'", "nobody", "would come out differently"},
		"another probability":  {"UPDATE results SET probability = probability - 0.00000001", "scored now", "would come out differently"},
		"other answers":        {"UPDATE results SET answers = 'zz'", "scored now", "would come out differently"},
		"a changed version":    {"UPDATE role_profiles SET mean = mean + 0.25", "scored now", "would come out differently"},
		"a share of nothing":   {"INSERT INTO shares VALUES (zeroblob(18), zeroblob(18), 'verdict', '', 1, NULL)", "a row of shares points to", "references"},
		"a trigger":            {leak, "the trigger leak on shares does not belong there", "1 difference"},
		"a dropped table":      {"DROP TABLE outcomes", "the table outcomes is missing", "2 differences"},
		"a schema turned back": {"DELETE FROM goose_db_version WHERE version_id > 4", "the table draft_changes does not belong there", "differences"},
		"no schema":            {"DROP TABLE goose_db_version", "it says none", "does not say which schema"},
		"nothing published":    {"UPDATE quiz_versions SET state = 'retired'", "nothing", "no published version"},
		"a newer schema":       {"INSERT INTO goose_db_version (version_id, is_applied) VALUES (90000, 1)", "90000", "newer program"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filledDB(t, 3)
			if code, out, said := told(t, "verify", "--db="+path); code != 0 || !strings.Contains(out, "3 results, 0 differently") {
				t.Fatal(out, said)
			}
			onFile(t, path, test.statement)
			code, out, said := told(t, "verify", path)
			if code != 1 || !strings.Contains(out, test.out) || strings.Count(said, "\n") != 1 || !strings.Contains(said, test.says) {
				t.Errorf("it ends with %d:\n%s%s", code, out, said)
			}
		})
	}
}

const leak = `CREATE TRIGGER leak AFTER INSERT ON shares BEGIN UPDATE shares SET scope = 'answers' WHERE id = NEW.id; END`

func TestABackupWithAnotherSchemaIsNotRestored(t *testing.T) {
	path, backup := filledDB(t, 1), filledDB(t, 3)
	onFile(t, backup, leak)
	code, out, said := told(t, "restore", backup, "--force", "--db="+path)
	if code != 1 || !strings.Contains(out, "the trigger leak on shares does not belong there") || !strings.Contains(said, "nothing was restored") {
		t.Errorf("it ends with %d: %s%s", code, out, said)
	}
	if code, out, _ := told(t, "verify", "--db="+path); code != 0 || !strings.Contains(out, "1 result ") {
		t.Error(out)
	}
}

func TestADatabaseOnAServerIsVerifiedAndExamined(t *testing.T) {
	file := filepath.Join(t.TempDir(), "quiz.db")
	usedDatabase(t, file, 20)
	url := storetest.Postgres(t)
	flag := "--database-url=" + url
	if code, out, said := told(t, "copy", "--from=sqlite:"+file, "--to="+url); code != 0 {
		t.Fatal(out, said)
	}
	if code, out, said := told(t, "doctor", flag); code != 0 || !strings.Contains(out, "as this program makes them") {
		t.Error(out, said)
	}
	code, out, said := told(t, "verify", flag)
	if !strings.Contains(out, "as this program makes them") || !strings.Contains(out, "differently") {
		t.Error(code, out, said)
	}
	other, err := pgx.Connect(t.Context(), url)
	ok(t, err)
	defer other.Close(context.WithoutCancel(t.Context())) //nolint:errcheck // nothing is under way
	_, err = other.Exec(t.Context(), "CREATE RULE leak AS ON INSERT TO shares DO ALSO UPDATE shares SET scope = 'answers'")
	ok(t, err)
	for _, command := range []string{"verify", "doctor"} {
		if code, out, _ := told(t, command, flag); code != 1 || !strings.Contains(out, "the rule leak on shares does not belong there") {
			t.Errorf("%s ends with %d: %s", command, code, out)
		}
	}
}

func TestLookingAtADatabaseLeavesItAsItIs(t *testing.T) {
	path := filledDB(t, 3)
	before := filesOf(t, path)
	for _, command := range []string{"verify", "doctor"} {
		if code, out, said := told(t, command, "--db="+path); code != 0 {
			t.Fatal(out, said)
		}
		if after := filesOf(t, path); after != before {
			t.Errorf("%s left\n%s\nof\n%s", command, after, before)
		}
	}
}

// filesOf spells what is in the folder of a database.
func filesOf(t *testing.T, path string) string {
	t.Helper()
	names, err := filepath.Glob(path + "*")
	ok(t, err)
	var b strings.Builder
	for _, name := range names {
		body, err := os.ReadFile(name)
		ok(t, err)
		fmt.Fprintf(&b, "%s %x\n", filepath.Base(name), sha256.Sum256(body))
	}
	return b.String()
}
