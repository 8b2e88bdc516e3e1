package main

import (
	"encoding/json"
	"strings"
	"testing"

	"whichpm/internal/check"
	"whichpm/internal/content"
)

// unsourced returns a content file with two profile numbers nothing is known
// of.
func unsourced(t *testing.T) string {
	t.Helper()
	v := content.First()
	for _, role := range v.Roles {
		p := role.Profile["lens"]
		p.Source = ""
		role.Profile["lens"] = p
	}
	body, err := content.Format(v)
	if err != nil {
		t.Fatal(err)
	}
	return file(t, "quiz.json", body)
}

func TestTheFirstVersionPassesTheChecks(t *testing.T) {
	code, stdout, stderr := command(t, "check")
	if code != 0 || stderr != "" || !strings.Contains(stdout, "0 errors, 1 piece of advice") {
		t.Errorf("ends with %d: %s%s", code, stdout, stderr)
	}
	for _, said := range []string{"ok      Agreeing to everything", "ok      One thing at a time", "advice  translations.de  (reviewed)"} {
		if !strings.Contains(stdout, said) {
			t.Errorf("does not say %q:\n%s", said, stdout)
		}
	}
}

func TestAVersionWithErrorsFailsTheChecks(t *testing.T) {
	path := unsourced(t)
	code, stdout, stderr := command(t, "check", "--quiz", path)
	if code != 1 || !strings.Contains(stderr, "2 errors") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("ends with %d: %s", code, stderr)
	}
	if !strings.Contains(stdout, "error   roles.product_manager.profile.lens.source  (unsourced)") ||
		!strings.Contains(stdout, "error   Every number has a source") {
		t.Errorf("says\n%s", stdout)
	}
	code, stdout, _ = command(t, "check", "--quiz", path, "--json")
	var r check.Report
	if err := json.Unmarshal([]byte(stdout), &r); code != 1 || err != nil || r.Count(check.Error) != 2 || len(r.Lines) < 15 {
		t.Errorf("ends with %d, %v: %+v", code, err, r)
	}
}
