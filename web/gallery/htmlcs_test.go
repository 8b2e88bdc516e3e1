package gallery_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/gallery"
)

// sniffed lists the errors of HTML_CodeSniffer; what it only asks people to look
// at are warnings and notices.
const sniffed = `new Promise(done => HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages().filter(m => m.type === HTMLCS.ERROR).map(m =>
	({ rule: m.code, target: m.element.outerHTML?.slice(0, 160) ?? "", why: m.msg })))))`

// sniffer returns what finds the errors that HTML_CodeSniffer sees on a page with
// everything unfolded.
func sniffer(t *testing.T) func(p *browser.Page, url string) []violation {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "node_modules", "html_codesniffer", "build", "HTMLCS.js"))
	if err != nil {
		t.Fatalf("There is no HTML_CodeSniffer to test with: run make setup (%v).", err)
	}
	return func(p *browser.Page, url string) []violation {
		p.Goto(url)
		browser.Eval[bool](p, unfold)
		browser.Eval[bool](p, string(source)+"; true")
		return browser.Eval[[]violation](p, sniffed)
	}
}

// sniffable are the pages of takers: the checker fails itself on some forms of
// admins, whose controls have no name.
func sniffable() []gallery.State {
	return slices.DeleteFunc(slices.Clone(gallery.All()), func(s gallery.State) bool { return strings.HasPrefix(s.ID(), "admin") })
}

func TestHTMLCodeSnifferFindsNoErrorOnThePagesOfTakers(t *testing.T) {
	check, url, states := sniffer(t), serve(t), sniffable()
	browser.Walk(t, browser.Options{Script: true}, len(states), func(p *browser.Page, i int) {
		for _, v := range check(p, url+states[i].Path()) {
			t.Errorf("%s breaks %s at %s: %s", states[i].ID(), v.Rule, v.Target, v.Why)
		}
	})
}

func TestHTMLCodeSnifferSeesWhatIsWrong(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><main><h1>Page</h1>
			<table><tr><th>A</th><th>B</th></tr><tr><th>C</th><td>1</td></tr></table><details><summary>More</summary><h2></h2></details></main></html>`)
	}))
	t.Cleanup(server.Close)
	var rules []string
	for _, v := range sniffer(t)(browser.Open(t, browser.Options{Script: true}), server.URL) {
		rules = append(rules, v.Rule)
	}
	for _, want := range []string{"1_3_1.H43", "1_3_1.H42"} {
		if !strings.Contains(strings.Join(rules, " "), want) {
			t.Errorf("it does not see %s, only %q", want, rules)
		}
	}
}
