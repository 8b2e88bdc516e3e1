package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

// framing is another site whose one page frames the small start page.
func framing(t *testing.T) (origin string, show func(quiz string)) {
	t.Helper()
	quiz := ""
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, `<!doctype html><title>Another site</title><link rel="icon" href="data:,"><main><iframe src="%s/embed" title="Quiz" width="300" height="420"></iframe></main>`, quiz)
	}))
	t.Cleanup(other.Close)
	return strings.Replace(other.URL, "127.0.0.1", "localhost", 1), func(address string) { quiz = address }
}

func TestTheQuizStartsFromAFrameOnAnotherSite(t *testing.T) {
	origin, show := framing(t)
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"), "--frame-ancestors="+origin)
	show(url)
	p := browser.Open(t, browser.Options{})
	p.Goto(origin)
	p.Press(browser.Tab)
	p.Wait("the frame has focus", `document.activeElement.matches('iframe')`)
	p.Press(browser.Enter) // on Start
	p.Goto(p.OtherTab("/q/1"))
	expect(t, p, http.StatusOK, "Question 1 of")
}

func TestTheSmallStartPageFitsANarrowFrame(t *testing.T) {
	url, _ := start(t, "--db="+filepath.Join(t.TempDir(), "quiz.db"))
	p := browser.Open(t, browser.Options{Width: 300, Height: 420})
	p.Goto(url + "/embed")
	expect(t, p, http.StatusOK, "usually 13 to 2", "no account", "not for hiring")
	if wide := p.TooWide(); wide != "" {
		t.Errorf("it scrolls sideways: %s", wide)
	}
}
