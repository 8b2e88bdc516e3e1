package main

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"whichpm/internal/test/storetest"
)

func TestServerAndCommandsWorkOnTheSamePostgreSQL(t *testing.T) {
	address := file(t, "address", []byte(storetest.Postgres(t)+"\n"))
	db := "--database-url-file=" + address
	site, stop := start(t, db)
	response, err := http.Get(site + "/readyz") //nolint:noctx // a test's own server
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close() //nolint:errcheck // nothing is read from it
	if response.StatusCode != http.StatusOK {
		t.Errorf("readiness: %s", response.Status)
	}
	if code, said, complained := manage(t, adminPassword, "create", "ada@example.org", "--password-stdin", db); code != 0 {
		t.Errorf("%d %s%s", code, said, complained)
	}
	for name, args := range map[string][]string{
		"ada@example.org owner": {"admin", "list", db},
		`"title":`:              {"export", db},
		"0 errors":              {"check", db},
		"0 differences":         {"import", file(t, "quiz.json", exported(t, db)), "--dry-run", db},
		`"posterior":`:          {"score", file(t, "answers.json", []byte(`{"answers": {"h1": 4}}`)), db},
	} {
		code, said, complained := command(t, args...)
		if code != 0 || !strings.Contains(strings.Join(strings.Fields(said), " "), name) {
			t.Errorf("%v: %d %s%s", args, code, said, complained)
		}
	}
	stop()
}

func exported(t *testing.T, db string) []byte {
	t.Helper()
	code, said, complained := command(t, "export", db)
	if code != 0 {
		t.Fatal(complained)
	}
	return []byte(said)
}

func TestABadDatabaseAddressIsRefusedWithoutItsPassword(t *testing.T) {
	const password = "hunter2hunter2"
	address := "postgres://ada:" + password + "@127.0.0.1:1/quiz"
	empty := file(t, "empty", []byte("\n"))
	for name, c := range map[string]struct {
		says string
		args []string
	}{
		"another program's":   {"begin with postgres://", []string{"--database-url=mysql://ada:" + password + "@host/quiz"}},
		"in plain text":       {"unencrypted", []string{"--database-url=postgres://ada:" + password + "@host/quiz?sslmode=disable"}},
		"nobody there":        {"connect", []string{"--database-url=" + address}},
		"twice":               {"not both", []string{"--database-url=" + address, "--database-url-file=" + empty}},
		"an empty file":       {"is empty", []string{"--database-url-file=" + empty}},
		"no file":             {"--database-url-file", []string{"--database-url-file=" + empty + "x"}},
		"a replica of a file": {"replica", []string{"--replica-url=" + address}},
	} {
		code, said, complained := command(t, append([]string{"serve", "--addr=127.0.0.1:0"}, c.args...)...)
		if code != 1 || said != "" || !strings.Contains(complained, c.says) || strings.Count(complained, "\n") != 1 {
			t.Errorf("%s: %d %s%s", name, code, said, complained)
		}
		if strings.Contains(complained, password) {
			t.Errorf("%s: the password is in %s", name, complained)
		}
	}
	t.Setenv("WHICHPM_DATABASE_URL", address)
	if code, _, complained := command(t, "check"); code != 1 || strings.Contains(complained, password) {
		t.Errorf("%d %s", code, complained)
	}
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("left are %v, %v", files, err)
	}
}
