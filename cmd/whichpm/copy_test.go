package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/simulate"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/web/site"
)

// usedDatabase makes a file with results and a share of each scope, and returns the
// paths of pages that show them.
func usedDatabase(t *testing.T, path string, takers int) (pages []string) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(db.SeedFirst(t.Context(), content.First(), storetest.Now))
	v, err := db.Version(t.Context(), 1)
	check(err)
	_, err = simulate.Fill(t.Context(), db, v, simulate.Config{Takers: takers, Seed: 3}, simulate.Span{Until: storetest.Now, Days: 30})
	check(err)
	for n, scope := range []quiz.Scope{quiz.ScopeVerdict, quiz.ScopeProfile, quiz.ScopeAnswers} {
		r := storetest.Result(n)
		check(db.AddResult(t.Context(), r))
		sh := storetest.Share(r.ID, n)
		sh.Scope = scope
		check(db.AddShare(t.Context(), sh))
		pages = append(pages, site.Share(sh.ID), site.Share(sh.ID)+".json", site.Share(sh.ID)+"/card.png")
	}
	check(db.Close())
	return append(pages, "/method.json", "/guide")
}

// bodiesOf asks a server for pages, whose address is the same for all servers.
func bodiesOf(t *testing.T, db string, pages []string) map[string]string {
	t.Helper()
	url, stop := start(t, db)
	defer stop()
	bodies := map[string]string{}
	for _, page := range pages {
		bodies[page] = sharedAt(t, url+page)
	}
	return bodies
}

// sharedAt is a page whose links do not depend on the server.
func sharedAt(t *testing.T, url string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "quiz.example" // for every server's links
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // only read from
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s answers %s, %v", url, response.Status, err)
	}
	return string(body)
}

func TestOldLinksShowTheSameAfterAMoveThereAndBack(t *testing.T) {
	folder := t.TempDir()
	before, after := filepath.Join(folder, "before.db"), filepath.Join(folder, "after.db")
	pages := usedDatabase(t, before, 300)
	want := bodiesOf(t, "--db="+before, pages)
	address := file(t, "address", []byte(storetest.Postgres(t)+"\n"))
	code, said, complained := command(t, "copy", "--from=sqlite:"+before, "--to-file="+address)
	if code != 0 || complained != "" || !strings.Contains(said, "are the same in both databases") {
		t.Fatalf("there: %d %s%s", code, said, complained)
	}
	t.Setenv("WHICHPM_FROM_FILE", address)
	t.Setenv("WHICHPM_TO", "sqlite:"+after)
	code, back, complained := command(t, "copy")
	if code != 0 || back != said {
		t.Fatalf("back: %d %s%s", code, back, complained)
	}
	for _, db := range []string{"--database-url-file=" + address, "--db=" + after} {
		for page, body := range bodiesOf(t, db, pages) {
			if body != want[page] {
				t.Errorf("%s: %s is another page", db, page)
			}
		}
	}
}

func TestACopyThatWasKilledGoesOn(t *testing.T) {
	source := filepath.Join(t.TempDir(), "quiz.db")
	usedDatabase(t, source, 1500)
	address := storetest.Postgres(t)
	target := "--to-file=" + file(t, "address", []byte(address))
	other, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close(context.WithoutCancel(t.Context())) //nolint:errcheck // nothing is under way
	in, err := other.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Nobody writes to the table that comes after the results.
	if _, err = in.Exec(t.Context(), "LOCK TABLE shares IN EXCLUSIVE MODE"); err != nil {
		t.Fatal(err)
	}
	program := exec.CommandContext(t.Context(), os.Args[0], "copy", "--from=sqlite:"+source, target)
	program.Env = append(os.Environ(), asProgram+"=1")
	program.Stderr = t.Output()
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(readyWithin); ; {
		var waits bool
		err := in.QueryRow(t.Context(), `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = CAST('shares' AS regclass))`).Scan(&waits)
		if err != nil || time.Now().After(end) {
			t.Fatalf("the copy did not come to the shares: %v", err)
		}
		if waits {
			break
		}
	}
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := program.Wait(); err == nil {
		t.Error("the killed program ended well")
	}
	if err := in.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
	code, _, complained := command(t, "serve", "--addr=127.0.0.1:0", "--database-url="+address)
	if code != 1 || !strings.Contains(complained, "half-finished copy") || strings.Count(complained, "\n") != 1 {
		t.Errorf("a server starts on half a copy: %d %s", code, complained)
	}
	code, said, complained := command(t, "copy", "--from=sqlite:"+source, target)
	if code != 0 || !strings.Contains(said, "An earlier run had copied") {
		t.Errorf("%d %s%s", code, said, complained)
	}
}

func TestAnUnusableDatabaseToCopyIsReportedWithoutItsPassword(t *testing.T) {
	const password = "hunter2hunter2"
	there := filepath.Join(t.TempDir(), "there.db")
	usedDatabase(t, there, 1)
	empty, from := file(t, "empty", []byte("\n")), "--from=sqlite:"+there
	for name, c := range map[string]struct {
		says string
		args []string
	}{
		"nothing":            {"--from: name the database", nil},
		"no target":          {"--to: name the database", []string{from}},
		"an empty file":      {"--to-file: ", []string{from, "--to-file=" + empty}},
		"both":               {"not both", []string{from, "--to=sqlite:x", "--to-file=" + empty}},
		"another kind":       {"--to: a database begins", []string{from, "--to=mysql://ada:" + password + "@host/quiz"}},
		"a password alone":   {"--from: a database begins", []string{"--from=" + password, "--to=sqlite:x"}},
		"nobody there":       {"connect", []string{from, "--to=postgres://ada:" + password + "@127.0.0.1:1/quiz"}},
		"in plain text":      {"unencrypted", []string{from, "--to=postgres://ada:" + password + "@host/quiz?sslmode=disable"}},
		"no source":          {"there is no database", []string{from + "x", "--to=sqlite:x"}},
		"a folder as a file": {"is not a file", []string{from, "--to=sqlite:" + filepath.Dir(there)}},
		"itself":             {"holds a quiz already", []string{from, "--to=sqlite:" + there}},
	} {
		code, said, complained := command(t, append([]string{"copy"}, c.args...)...)
		if code != 1 || said != "" || !strings.Contains(complained, c.says) || strings.Count(complained, "\n") != 1 {
			t.Errorf("%s: %d %s%s", name, code, said, complained)
		}
		if strings.Contains(complained, password) {
			t.Errorf("%s: the password is in %s", name, complained)
		}
	}
}
