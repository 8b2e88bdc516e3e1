package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"whichpm/internal/store"
	"whichpm/web/site"
)

// over writes one file over another, as cp does.
func over(t *testing.T, from, to string) {
	t.Helper()
	body, err := os.ReadFile(from)
	ok(t, err)
	ok(t, os.WriteFile(to, body, 0o600))
}

// finish sends the nth taker's answers and returns the status and whether the
// answers stay in the browser.
func finish(t *testing.T, base string, n uint64) (status int, kept bool) {
	t.Helper()
	c := newVisitor(t)
	status, _ = send(t.Context(), c, "", http.MethodPost, base+site.Results, url.Values{}, &http.Cookie{Name: "whichpm_quiz", Value: finished(n).Token()})
	address, err := url.Parse(base)
	ok(t, err)
	return status, len(c.Jar.Cookies(address)) == 0 // a cookie set here would replace the answers
}

func TestAProgramWhoseFilesAreChangedStoresNothingAndSaysWhatToDo(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		change func(t *testing.T, path, backup string)
		says   string
		crash  bool                            // instead of a stop
		after  func(t *testing.T, path string) // before the next start
		kept   int                             // results at the next start, of the 3 in the backup and 3 more
	}{
		"the log is deleted":         {func(t *testing.T, path, _ string) { ok(t, os.Remove(path+"-wal")) }, "start this program again", true, nil, 6},
		"a backup is copied over it": {func(t *testing.T, path, backup string) { over(t, backup, path) }, "whichpm restore FILE --force", false, nil, 3},
		"a backup is moved over it":  {func(t *testing.T, path, backup string) { ok(t, os.Rename(backup, path)) }, "whichpm restore FILE --force", false, nil, 3},
		"the file is moved away": {
			func(t *testing.T, path, _ string) { ok(t, os.Rename(path, path+".away")) }, "put it back", false,
			func(t *testing.T, path string) { ok(t, os.Rename(path+".away", path)) }, 6,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "quiz.db")
			backup := filepath.Join(t.TempDir(), "backup.db")
			p := launch(t, nil, "--db="+path)
			store3 := func(first uint64) {
				for n := first; n < first+3; n++ {
					if status, _ := finish(t, p.url, n); status != http.StatusSeeOther {
						t.Fatalf("a result answers %d", status)
					}
				}
			}
			store3(1)
			if code, _, said := told(t, "backup", backup, "--db="+path); code != 0 {
				t.Fatal(said)
			}
			store3(4)
			test.change(t, path, backup)
			for n := uint64(7); n < 10; n++ {
				if status, kept := finish(t, p.url, n); status != http.StatusServiceUnavailable || !kept {
					t.Errorf("a result answers %d, the answers are kept: %t", status, kept)
				}
			}
			for address, want := range map[string]int{site.Readyz: http.StatusServiceUnavailable, site.Healthz: http.StatusOK, site.Home: http.StatusOK} {
				if status, _ := send(t.Context(), newVisitor(t), "", http.MethodGet, p.url+address, nil); status != want {
					t.Errorf("%s answers %d, want %d", address, status, want)
				}
			}
			eventually(t, "the log says what to do", func() bool { return strings.Contains(p.said.String(), test.says) })
			if test.crash {
				p.kill()
			} else {
				ok(t, p.Process.Signal(syscall.SIGTERM))
				ok(t, p.Wait())
			}
			if test.after != nil {
				test.after(t, path)
			}
			withStore(t, path, func(db *store.Store) {
				if n, err := db.CountResults(t.Context()); err != nil || int(n) != test.kept {
					t.Errorf("after it there are %d results, want %d: %v", n, test.kept, err)
				}
			})
			if code, out, said := told(t, "verify", "--db="+path); code != 0 {
				t.Error(out, said)
			}
		})
	}
}
