package main

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"

	"whichpm/internal/test/browser"
)

func TestHelpNamesEveryCommandAndTheVariableOfEverySetting(t *testing.T) {
	for _, words := range commands(reflect.TypeFor[cli]()) {
		command := strings.Join(words, " ")
		above, word := words[:len(words)-1], words[len(words)-1]
		if all := help(t, append(slices.Clone(above), "--help")...); !strings.Contains(all, "\n  "+word+" ") {
			t.Errorf("%v --help does not name %s:\n%s", above, word, all)
		}
		said := help(t, append(words, "--help")...)
		_, flags, _ := strings.Cut(said, "\nOptions:\n")
		for i, flag := range strings.Split(flags, " --") {
			if command == "serve" && i > 0 && !strings.HasPrefix(flag, "help, -h ") && !strings.Contains(flag, "env: WHICHPM_") {
				t.Errorf("%s --help does not name the variable of --%s", command, flag)
			}
		}
		if !strings.Contains(said, "  --help, -h ") && command != "version" {
			t.Errorf("%s --help shows no flags:\n%s", command, said)
		}
	}
	if said := help(t, "--addr=:0", "--help"); !strings.Contains(said, "--public-url URL") {
		t.Errorf("--help behind flags of the server says %q", said)
	}
}

func TestAFlagWinsOverItsVariable(t *testing.T) {
	t.Setenv("WHICHPM_ADDR", "127.0.0.1:1")
	for flag, asked := range map[string]string{"": "127.0.0.1:1", "--addr=127.0.0.1:2": "127.0.0.1:2"} {
		var stderr bytes.Buffer
		args := strings.Fields("healthcheck " + flag)
		if code := run(t.Context(), args, t.Output(), &stderr); code != 1 || !strings.Contains(stderr.String(), asked) {
			t.Errorf("%v ends with %d and %q", args, code, stderr.String())
		}
	}
}

func TestAMisspeltSecretIsNotRepeated(t *testing.T) {
	var stderr bytes.Buffer
	if code := run(t.Context(), []string{"--databse-url=postgres://ada:hunter2@db/quiz"}, t.Output(), &stderr); code != 1 {
		t.Errorf("it ends with %d", code)
	}
	if said := stderr.String(); strings.Contains(said, "hunter2") || !strings.Contains(said, "--databse-url") {
		t.Errorf("it says %q", said)
	}
}

func TestAListIsSeparatedByCommas(t *testing.T) {
	for text, want := range map[string]int{"": 0, "127.0.0.1": 1, "127.0.0.1,10.0.0.0/8": 2, "127.0.0.1,": -1, "proxy": -1} {
		var proxies list[proxy, *proxy]
		switch err := proxies.UnmarshalText([]byte(text)); {
		case want < 0 && err == nil:
			t.Errorf("%q is read as %v", text, proxies)
		case want >= 0 && (err != nil || len(proxies) != want):
			t.Errorf("%q is read as %v with %v", text, proxies, err)
		}
	}
}

// commands lists the words of every command, with those that are part of one.
func commands(of reflect.Type) [][]string {
	var list [][]string
	for field := range of.Fields() {
		if field.Tag.Get("arg") != "subcommand" {
			continue
		}
		word := strings.ToLower(field.Name)
		parts := commands(field.Type.Elem())
		for _, part := range parts {
			list = append(list, append([]string{word}, part...))
		}
		if len(parts) == 0 {
			list = append(list, []string{word})
		}
	}
	return list
}

func help(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), args, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
		t.Errorf("%v ends with %d and %q", args, code, stderr.String())
	}
	return stdout.String()
}

func TestAMistakeOnTheCommandLineIsOneLineThatHelps(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "letter.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("Dear Ada, ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	db := "--db=" + filepath.Join(folder, "quiz.db")
	for name, test := range map[string]struct {
		args []string
		says string
	}{
		"an unknown flag":         {[]string{"--prot=80"}, "--help"},
		"an unknown command":      {[]string{"sevre"}, "--help"},
		"half a command":          {[]string{"admin"}, "--help"},
		"nobody named":            {[]string{"admin", "create"}, "EMAIL"},
		"a path in the address":   {[]string{db, "--public-url=https://quiz.example/a"}, "such as https://quiz.example"},
		"an address without http": {[]string{db, "--public-url=quiz.example"}, "such as https://quiz.example"},
		"a frame on a path":       {[]string{db, "--frame-ancestors=https://example.org/page"}, "such as https://example.org"},
		"a frame anywhere":        {[]string{db, "--frame-ancestors=https://example.org,*"}, "such as https://example.org"},
		"a proxy that is a name":  {[]string{db, "--trusted-proxies=proxy"}, "proxy"},
		"profiles nowhere":        {[]string{db, "--pprof"}, "such as --metrics-addr=127.0.0.1:9090"},
		"metrics nowhere":         {[]string{db, "--metrics-addr=9090"}, "listen for metrics"},
		"a drain without end":     {[]string{db, "--drain=1h"}, "0s to 5s"},
		"a missing folder":        {[]string{"--db=" + filepath.Join(folder, "missing", "quiz.db")}, "missing"},
		"a folder as database":    {[]string{"--db=" + folder}, folder},
		"a letter as database":    {[]string{"--db=" + text}, "letter.txt"},
		"nobody to ask":           {[]string{"healthcheck", "--addr=127.0.0.1:1"}, "127.0.0.1:1"},
		"half an address to ask":  {[]string{"healthcheck", "--addr=8080"}, "8080"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(t.Context(), test.args, &stdout, &stderr)
			if code != 1 || stdout.Len() > 0 {
				t.Errorf("it ends with %d after %q", code, stdout.String())
			}
			if said := stderr.String(); strings.Count(said, "\n") != 1 || !strings.HasSuffix(said, "\n") || !strings.Contains(said, test.says) {
				t.Errorf("it says %q", said)
			}
		})
	}
}

func TestTheHealthcheckAsksARunningServer(t *testing.T) {
	url, stop := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	ask := []string{"healthcheck", "--addr=" + strings.TrimPrefix(url, "http://")}
	var stderr bytes.Buffer
	if code := run(t.Context(), ask, t.Output(), &stderr); code != 0 || stderr.Len() > 0 {
		t.Errorf("it ends with %d and %q", code, stderr.String())
	}
	stop()
	if code := run(t.Context(), ask, t.Output(), &stderr); code != 1 {
		t.Errorf("without a server it ends with %d", code)
	}
}

func TestAResultIsThereAfterARestart(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	url, stop := start(t, db)
	p := browser.Open(t, browser.Options{})
	p.Goto(url)
	p.Follow("Start")
	answer(p)
	p.Follow("See my result")
	path, verdict := p.Path(), p.Text("h1")
	stop()
	url, _ = start(t, db)
	p.Goto(url + path)
	if expect(t, p, http.StatusOK); p.Text("h1") != verdict {
		t.Errorf("it said %q and now says %q", verdict, p.Text("h1"))
	}
}

func TestASignalEndsTheProgramWell(t *testing.T) {
	t.Parallel()
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		p := launch(t, nil, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
		ok(t, p.Process.Signal(signal))
		if err := p.Wait(); err != nil {
			t.Errorf("after %v it ends with %v", signal, err)
		}
	}
}
