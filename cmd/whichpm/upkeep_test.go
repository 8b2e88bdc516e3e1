package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/site"
	"whichpm/internal/store"
	"whichpm/internal/upkeep"
)

func TestAServerBacksUpByItself(t *testing.T) {
	t.Parallel()
	path, dir := filledDB(t, 3), t.TempDir()
	url, stop := start(t, "--db="+path, "--backup-dir="+dir, "--backup-every=1h", "--backup-keep=2")
	var copied string
	eventually(t, "there is a backup", func() bool {
		newest, _, err := upkeep.Newest(dir, "quiz")
		copied = newest
		return err == nil && newest != ""
	})
	if code, out, said := told(t, "verify", copied); code != 0 || !strings.Contains(out, "3 results") {
		t.Error(out, said)
	}
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, url, nil); status != http.StatusOK {
		t.Errorf("meanwhile the quiz answers %d", status)
	}
	stop()
}

func TestAServerWhoseBackupsFailGoesOn(t *testing.T) {
	t.Parallel()
	path, dir := filledDB(t, 1), filepath.Join(t.TempDir(), "backups")
	ok(t, os.Mkdir(dir, 0o700))
	p := launch(t, []string{asNobody + "="}, "--db="+path, "--backup-dir="+dir, "--backup-every=1s")
	eventually(t, "there is a backup", func() bool {
		newest, _, err := upkeep.Newest(dir, "quiz")
		return err == nil && newest != ""
	})
	ok(t, os.RemoveAll(dir))
	eventually(t, "a backup fails", func() bool { return strings.Count(p.said.String(), "backup failed") >= 2 })
	if status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, p.url+site.Readyz, nil); status != http.StatusOK {
		t.Errorf("the quiz answers %d", status)
	}
	ok(t, os.Mkdir(dir, 0o700))
	eventually(t, "there is a backup again", func() bool {
		newest, _, err := upkeep.Newest(dir, "quiz")
		return err == nil && newest != ""
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
