package main

import (
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestVariablesSetHowTheQuizIsHostedAndNotWhatOneCommandDoes(t *testing.T) {
	hosting := variables(reflect.TypeFor[serveCmd]())
	if len(hosting) < 15 || !hosting["WHICHPM_DB"] || !hosting["WHICHPM_BACKUP_KEEP"] || !hosting["WHICHPM_REPLICA_URL_FILE"] {
		t.Fatalf("the server reads %v", slices.Sorted(maps.Keys(hosting)))
	}
	moving := variables(reflect.TypeFor[copyCmd]()) // addresses with passwords, kept off the command line
	for name := range variables(reflect.TypeFor[cli]()) {
		if !hosting[name] && !moving[name] {
			t.Errorf("%s changes what a command does, and its flag would not be seen", name)
		}
	}
}

func TestAVariableThatNoCommandReadsIsNamedWithoutItsValue(t *testing.T) {
	t.Setenv("WHICHPM_DATABSE_URL", "postgres://ada:hunter2@db/quiz")
	const want = "WHICHPM_DATABSE_URL is set, but no command reads it"
	db := "--db=" + quizDB(t)
	if code, _, said := told(t, "check", db); code != 0 || !strings.Contains(said, want) || strings.Contains(said, "hunter2") {
		t.Errorf("a command ends with %d and says %q", code, said)
	}
	if found := unread(); !slices.Equal(found, []string{"WHICHPM_DATABSE_URL"}) {
		t.Errorf("not read are %v", found)
	}
	p := launch(t, nil, "serve", db)
	p.kill()
	if said := p.said.String(); !strings.Contains(said, want) || strings.Contains(said, "hunter2") {
		t.Errorf("the server logs %q", said)
	}
}

func TestWhatAClusterSetsForAServiceOfThatNameIsNotCalledMisspelt(t *testing.T) {
	for _, name := range []string{
		"SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "PORT", "PORT_8080_TCP", "PORT_8080_TCP_ADDR", "PORT_8080_TCP_PROTO",
	} {
		t.Setenv("WHICHPM_"+name, "tcp://10.0.0.1:8080")
	}
	if found := unread(); len(found) > 0 {
		t.Errorf("misspelt are %v", found)
	}
}

func TestAnEmptyVariableCountsAsNone(t *testing.T) {
	for name := range variables(reflect.TypeFor[cli]()) {
		t.Setenv(name, "")
	}
	t.Setenv("WHICHPM_BACKUP_EVERY", " ")
	t.Setenv("WHICHPM_ADDR", "127.0.0.1:0")
	p := launch(t, []string{"WHICHPM_DB="}, "serve", "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	if page := pageAt(t, p.url); !strings.Contains(page, "<h1") {
		t.Errorf("the server shows %q", page)
	}
	if code, _, said := told(t, "check"); code != 0 {
		t.Errorf("checking what the program comes with says %s", said)
	}
}

func TestAVariableMeantForSomethingElseChangesNoCommand(t *testing.T) {
	for _, name := range []string{"VERSION", "OUTPUT", "FORCE", "JSON", "CSV", "REPLACE", "BY", "SEED", "DAYS", "INTO"} {
		t.Setenv("WHICHPM_"+name, "v0.1.0")
	}
	db := "--db=" + quizDB(t)
	code, out, said := told(t, "export", db)
	if code != 0 || !strings.Contains(out, `"title"`) {
		t.Fatalf("export ends with %d: %s", code, said)
	}
	if code, _, said := told(t, "import", file(t, "quiz.json", []byte(out)), db); code != 0 {
		t.Errorf("import ends with %d: %s", code, said)
	}
}

func TestASecretIsReadWithoutWhatAnEditorPutsAroundIt(t *testing.T) {
	const address = "postgres://ada:pass@db.example/quiz"
	for name, body := range map[string]string{
		"a line":                   address + "\r\n",
		"a mark at the start":      "\ufeff" + address,
		"double quotes":            `"` + address + "\"\n",
		"single quotes and a mark": "\ufeff'" + address + "'",
	} {
		got, err := secret("--database-url", "", file(t, "secret", []byte(body)))
		if err != nil || got != address {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got, err := secret("--database-url", `"`+address+`"`, ""); err != nil || got != address {
		t.Errorf("a variable in quotes: %q, %v", got, err)
	}
	for name, body := range map[string]string{"UTF-16": "\xff\xfep\x00o\x00", "Latin-1": "postgres://ad\xe4", "UTF-16 without a mark": "p\x00o\x00s\x00"} {
		if _, err := secret("--database-url", "", file(t, "secret", []byte(body))); err == nil || !strings.Contains(err.Error(), "as a text in UTF-8") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
