package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestVerifyFindsWhatDiffers(t *testing.T) {
	for name, test := range map[string]struct{ statement, out, says string }{
		"another verdict":     {"UPDATE results SET verdict = 'balanced', probability = 0.51", "balanced", "would come out differently"},
		"another role":        {"UPDATE results SET top_role = 'nobody'", "nobody", "would come out differently"},
		"another probability": {"UPDATE results SET probability = probability - 0.00000001", "scored now", "would come out differently"},
		"other answers":       {"UPDATE results SET answers = 'zz'", "scored now", "would come out differently"},
		"a changed version":   {"UPDATE role_profiles SET mean = mean + 0.25", "scored now", "would come out differently"},
		"a share of nothing":  {"INSERT INTO shares VALUES (zeroblob(18), zeroblob(18), 'verdict', '', 1, NULL)", "a row of shares points to", "references"},
		"a newer schema":      {"INSERT INTO goose_db_version (version_id, is_applied) VALUES (90000, 1)", "90000", "newer program"},
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
