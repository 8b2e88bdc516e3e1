package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"whichpm/internal/store"
	"whichpm/internal/test/fault"
	"whichpm/web/site"
)

func TestAFullDiskLosesNoAnswersAndIsOverWhenThereIsRoom(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, full := filepath.Join(folder, "quiz.db"), filepath.Join(folder, "full")
	withStore(t, path, func(*store.Store) {})
	p := launch(t, []string{fault.Preload(t), fault.DB + "=" + path, fault.Full + "=" + full}, "--db="+path)
	c := newVisitor(t)
	ask := func(method, path string, cookies ...*http.Cookie) int {
		t.Helper()
		var form url.Values
		if method == http.MethodPost {
			form = url.Values{}
		}
		status, _ := send(t.Context(), c, "", method, p.url+path, form, cookies...)
		return status
	}
	before, after := finished(1), finished(2)
	answers := &http.Cookie{Name: "whichpm_quiz", Value: after.Token()}
	if status := ask(http.MethodPost, site.Results, &http.Cookie{Name: "whichpm_quiz", Value: before.Token()}); status != http.StatusSeeOther {
		t.Fatalf("with room a result answers %d", status)
	}
	c = newVisitor(t)

	ok(t, os.WriteFile(full, nil, 0o600))
	for range 3 {
		if status := ask(http.MethodPost, site.Results, answers); status != http.StatusServiceUnavailable {
			t.Errorf("on a full disk finishing answers %d", status)
		}
	}
	address, err := url.Parse(p.url)
	ok(t, err)
	if kept := c.Jar.Cookies(address); len(kept) > 0 { // a cookie set here would replace the answers
		t.Errorf("the taker's answers are replaced by %v", kept)
	}
	for path, want := range map[string]int{
		site.Home: http.StatusOK, site.Guide: http.StatusOK, site.Result(before.Owner()): http.StatusOK,
		site.Healthz: http.StatusOK, site.Readyz: http.StatusServiceUnavailable,
	} {
		if status := ask(http.MethodGet, path); status != want {
			t.Errorf("on a full disk %s answers %d, want %d", path, status, want)
		}
	}
	if status := ask(http.MethodGet, site.Review, answers); status != http.StatusOK {
		t.Errorf("on a full disk the answers are shown with %d", status)
	}

	ok(t, os.Remove(full))
	if status := ask(http.MethodPost, site.Results, answers); status != http.StatusSeeOther {
		t.Errorf("with room again finishing answers %d", status)
	}
	for _, j := range []string{site.Result(before.Owner()), site.Result(after.Owner())} {
		if status := ask(http.MethodGet, j); status != http.StatusOK {
			t.Errorf("with room again a result answers %d", status)
		}
	}
	eventually(t, "it is ready again", func() bool { return ask(http.MethodGet, site.Readyz) == http.StatusOK })
	p.kill()
	if code, out, said := told(t, "verify", "--db="+path); code != 0 {
		t.Error(out, said)
	}
}

// eventually asks again and again until it is so.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(readyWithin); !is(); {
		if time.Now().After(end) {
			t.Fatalf("it never comes that %s", what)
		}
		<-time.After(5 * time.Millisecond)
	}
}
