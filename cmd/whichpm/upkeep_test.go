package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/store"
	"whichpm/internal/test/storetest/pgserver"
	"whichpm/web/site"
)

func TestAServerBacksUpByItself(t *testing.T) {
	t.Parallel()
	path, dir := filledDB(t, 3), filepath.Join(t.TempDir(), "link")
	ok(t, os.Symlink(t.TempDir(), dir))
	url, stop := start(t, "--db="+path, "--backup-dir="+dir, "--backup-every=1h", "--backup-keep=2")
	var copied string
	eventually(t, "there is a backup", func() bool {
		copied = newestIn(t, dir)
		return copied != ""
	})
	if code, out, said := told(t, "verify", copied); code != 0 || !strings.Contains(out, "3 results") {
		t.Error(out, said)
	}
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, url, nil); status != http.StatusOK {
		t.Errorf("meanwhile the quiz answers %d", status)
	}
	stop()
}

// newestIn is the last of the backups in a folder by its name, "" without any.
func newestIn(t *testing.T, dir string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*Z.d*[bp]"))
	ok(t, err)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

func TestAServerWhoseBackupsFailGoesOn(t *testing.T) {
	t.Parallel()
	path, dir := filledDB(t, 1), filepath.Join(t.TempDir(), "backups")
	ok(t, os.Mkdir(dir, 0o700))
	p := launch(t, []string{asNobody + "="}, "--db="+path, "--backup-dir="+dir, "--backup-every=1s")
	eventually(t, "there is a backup", func() bool {
		return newestIn(t, dir) != ""
	})
	ok(t, os.RemoveAll(dir))
	eventually(t, "a backup fails", func() bool { return strings.Count(p.said.String(), "backup failed") >= 2 })
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, p.url+site.Readyz, nil); status != http.StatusOK {
		t.Errorf("the quiz answers %d", status)
	}
	ok(t, os.Mkdir(dir, 0o700))
	eventually(t, "there is a backup again", func() bool {
		return newestIn(t, dir) != ""
	})
}

func TestResultsGoAfterTheDaysTheyAreKept(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "quiz.db")
	old, young := finished(1), finished(2)
	withStore(t, path, func(db *store.Store) {
		r := scoredResult(1)
		r.ID, r.FinishedAt = old.Owner().ID(), time.Now().AddDate(0, 0, -32)
		ok(t, db.AddResult(t.Context(), r))
		r.ID, r.FinishedAt = young.Owner().ID(), time.Now().AddDate(0, 0, -29)
		ok(t, db.AddResult(t.Context(), r))
		r.ID, r.FinishedAt = finished(3).Owner().ID(), time.Now().Add(-36*time.Hour) // the clock was right then too
		ok(t, db.AddResult(t.Context(), r))
	})
	p := launch(t, nil, "--db="+path, "--keep-results=30")
	ask := func(path string) int {
		status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, p.url+path, nil)
		return status
	}
	eventually(t, "the old result is gone", func() bool { return ask(site.Result(old.Owner())) == http.StatusGone })
	if status := ask(site.Result(young.Owner())); status != http.StatusOK {
		t.Errorf("a result that is to be kept answers %d", status)
	}
	eventually(t, "the log says so", func() bool { return strings.Contains(p.said.String(), `"msg":"old results removed","count":1`) })
	says(t, p.url+site.Privacy, "We keep a result for 30 days")
	says(t, p.url+site.Result(old.Owner()), "or the 30 days are over")
}

// says checks that a page holds a text.
func says(t *testing.T, address, text string) {
	t.Helper()
	body := pageAt(t, address)
	if !strings.Contains(strings.Join(strings.Fields(body), " "), text) {
		t.Errorf("%s does not say %q", address, text)
	}
}

func TestUpkeepThatCannotWorkIsRefusedAtTheStart(t *testing.T) {
	db, dir := "--db="+filepath.Join(t.TempDir(), "quiz.db"), t.TempDir()
	for says, args := range map[string][]string{
		"together":         {"--backup-dir=" + dir},
		"and --backup-eve": {"--backup-every=24h"},
		"a second or more": {"--backup-dir=" + dir, "--backup-every=1ms"},
		"1 or more":        {"--backup-dir=" + dir, "--backup-every=24h", "--backup-keep=0"},
		"create it":        {"--backup-dir=" + dir + "/none", "--backup-every=24h"},
		"number of days":   {"--keep-results=-1"},
	} {
		if code, _, said := told(t, append(args, db)...); code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, says) {
			t.Errorf("%v ends with %d and %q, want it to say %q", args, code, said, says)
		}
	}
}

func TestAServerOnPostgreSQLBacksUpByItself(t *testing.T) {
	server, err := pgserver.First()
	ok(t, err)
	t.Setenv("PATH", server.Programs+":"+os.Getenv("PATH"))
	address, dir := "--database-url="+pgserver.Database(t), t.TempDir()
	p := launch(t, nil, address, "--backup-dir="+dir, "--backup-every=1s", "--backup-keep=1")
	first := ""
	eventually(t, "there is a backup", func() bool { first = newestIn(t, dir); return strings.HasSuffix(first, ".dump") })
	eventually(t, "the next one takes its place", func() bool { next := newestIn(t, dir); return next != first && next != "" && !isThere(first) })
	if code, out, said := told(t, "doctor", address, "--backup-dir="+dir); code != 0 || !strings.Contains(out, "the newest is "+dir) {
		t.Error(out, said)
	}
	p.kill()
	for _, command := range []string{"verify", "restore"} {
		code, _, said := told(t, command, newestIn(t, dir))
		if code != 1 || !strings.Contains(said, "pg_restore --no-owner") || !strings.Contains(said, "the quiz ") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s says %s", command, said)
		}
	}
	t.Setenv("PATH", t.TempDir())
	for _, args := range [][]string{{address, "--backup-dir=" + dir, "--backup-every=1h"}, {"backup", dir + "/copy.dump", address}} {
		if code, _, said := told(t, args...); code != 1 || !strings.Contains(said, "apt-get install postgresql-client") || strings.Count(said, "\n") != 1 {
			t.Errorf("without pg_dump it ends with %d: %s", code, said)
		}
	}
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestTwoQuizzesMayShareAFolderForTheirBackups(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, "quiz-20380101T000000Z.db"), []byte("holiday pictures"), 0o600))
	dbs := []string{filledDB(t, 1), filledDB(t, 2)}
	var servers []*process
	for _, db := range dbs { // files of one name, made in the same seconds
		servers = append(servers, launch(t, nil, "--db="+db, "--backup-dir="+dir, "--backup-every=1s", "--backup-keep=1"))
	}
	for _, p := range servers {
		eventually(t, "three backups are made", func() bool { return strings.Count(p.said.String(), "database backed up") >= 3 })
	}
	for _, p := range servers {
		p.kill()
		if strings.Contains(p.said.String(), "backup failed") {
			t.Error(p.said)
		}
	}
	of := map[string][]string{} // a quiz's backups; one more than are kept if it was killed in between
	all, err := filepath.Glob(dir + "/quiz-*-202*.db")
	ok(t, err)
	for _, path := range all {
		o, err := store.OriginOf(t.Context(), path)
		ok(t, err)
		of[o.Quiz] = append(of[o.Quiz], path)
	}
	if len(of) != 2 || len(all) > 4 || !isThere(filepath.Join(dir, "quiz-20380101T000000Z.db")) {
		t.Fatalf("there are %v", of)
	}
	first, second := dbs[0], dbs[1]
	ours, err := store.OriginOf(t.Context(), first)
	ok(t, err)
	theirs := of[ours.Quiz]
	code, out, said := told(t, "doctor", "--db="+second, "--backup-dir="+dir)
	for _, want := range []string{" in the same folder are of another quiz", "quiz-20380101T000000Z.db says why"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("the doctor says not %q: %s%s", want, out, said)
		}
	}
	code, out, said = told(t, "restore", theirs[0], "--force", "--db="+second)
	if code != 0 || !strings.Contains(out, "It holds the quiz “Which way of working suits you?”") || !strings.Contains(out, "That was another quiz") {
		t.Errorf("it ends with %d: %s%s", code, out, said)
	}
}
