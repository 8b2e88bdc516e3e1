package main

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const adminPassword = "stapler orbit lentil"

// manage runs an admin command with a password on standard input.
func manage(t *testing.T, password string, args ...string) (code int, said, complained string) {
	t.Helper()
	in, err := os.Open(file(t, "password", []byte(password+"\n")))
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdin
	os.Stdin = in
	defer func() {
		os.Stdin = before
		in.Close() //nolint:errcheck // nothing was written
	}()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), append([]string{"admin"}, args...), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestAdminsAreManagedFromTheCommandLine(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	steps := []struct {
		args []string
		says string
	}{
		{[]string{"create", "Mira@example.org", "--password-stdin"}, "mira@example.org can sign in at /admin as owner"},
		{[]string{"create", "ada@example.org", "--password-stdin"}, "as editor"},
		{[]string{"create", "ben@example.org", "--owner", "--password-stdin"}, "as owner"},
		{[]string{"disable", "ada@example.org"}, "cannot sign in any more"},
		{[]string{"list"}, "disabled"},
		{[]string{"enable", "ADA@example.org"}, "can sign in again"},
		{[]string{"reset", "ada@example.org", "--password-stdin"}, "has another password"},
		{[]string{"list"}, "never signed in"},
	}
	for _, step := range steps {
		code, said, complained := manage(t, adminPassword, append(step.args, db)...)
		if code != 0 || complained != "" || !strings.Contains(said, step.says) {
			t.Fatalf("%v ends with %d, %q and %q", step.args, code, said, complained)
		}
	}
}

func TestAMistakeWithAnAdminIsOneLineThatHelps(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(complained)
	}
	for name, test := range map[string]struct {
		password string
		args     []string
		says     string
	}{
		"a short password":       {"short", []string{"create", "ada@example.org", "--password-stdin", db}, "at least 12 characters"},
		"a well-known password":  {"password1234", []string{"reset", "mira@example.org", "--password-stdin", db}, "lists"},
		"no terminal":            {"", []string{"create", "ada@example.org", db}, "--password-stdin"},
		"no address":             {adminPassword, []string{"create", "ada", "--password-stdin", db}, "email address"},
		"the same address":       {adminPassword, []string{"create", "MIRA@example.org", "--password-stdin", db}, "admin reset"},
		"an unknown admin":       {adminPassword, []string{"disable", "ada@example.org", db}, "admin list"},
		"the last owner":         {adminPassword, []string{"disable", "mira@example.org", db}, "owner first"},
		"a database not there":   {adminPassword, []string{"list", "--db=" + filepath.Join(t.TempDir(), "quiz.db")}, "there is no database at"},
		"nothing to do":          {adminPassword, nil, "--help"},
		"no address to speak of": {adminPassword, []string{"reset", "ada", db}, "email address"},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, complained := manage(t, test.password, test.args...)
			if code != 1 || strings.Count(complained, "\n") != 1 || !strings.Contains(complained, test.says) {
				t.Errorf("it ends with %d and %q", code, complained)
			}
		})
	}
}

func TestAnAdminMadeWhileTheServerRunsCanSignIn(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	address, _ := start(t, db)
	if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(complained)
	}
	stay := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := stay.PostForm(address+"/admin/sign-in", url.Values{"email": {"mira@example.org"}, "password": {adminPassword}})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // nothing is read from it
	if response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/admin" {
		t.Errorf("signing in answers %s", response.Status)
	}
}
