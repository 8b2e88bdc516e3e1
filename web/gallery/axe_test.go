package gallery_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/browser"
	"whichpm/internal/site"
	"whichpm/web/gallery"
	"whichpm/web/static"
)

// violation is a rule that an element of a page breaks.
type violation struct{ Rule, Target, Why string }

// violations opens what is folded and runs every rule of WCAG 2 A and AA and
// of good practice.
const violations = `document.querySelectorAll("details").forEach(d => { d.open = true; }),
	axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] })
	.then(found => found.violations.flatMap(v => v.nodes.map(n => ({ rule: v.id, target: n.target.join(" "), why: n.failureSummary }))))`

// axe opens an address and returns what it breaks on a light and on a dark
// device.
func axe(t *testing.T) func(p *browser.Page, url string) map[string][]violation {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatalf("There is no axe to test with: run make setup (%v).", err)
	}
	return func(p *browser.Page, url string) map[string][]violation {
		p.Goto(url)
		browser.Eval[bool](p, string(source)+"; true")
		found := map[string][]violation{}
		for theme, dark := range map[string]bool{"light": false, "dark": true} {
			p.Prefer(dark)
			found[theme] = browser.Eval[[]violation](p, violations)
		}
		return found
	}
}

// serve shows the gallery as the site does and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(site.Gallery+"/", gallery.Handler())
	mux.Handle(site.Static+"/", static.Handler())
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestEveryStateIsAccessibleInLightAndDark(t *testing.T) {
	url, check, all := serve(t), axe(t), gallery.All()
	browser.Walk(t, browser.Options{Script: true}, len(all), func(p *browser.Page, i int) {
		s := all[i]
		for theme, found := range check(p, url+s.Path()) {
			if p.Status() != http.StatusOK {
				t.Fatalf("%s answers %d", s.Path(), p.Status())
			}
			for _, v := range found {
				t.Errorf("%s (%s) breaks %s at %s: %s", s.ID(), theme, v.Rule, v.Target, v.Why)
			}
		}
	})
}

func TestEveryStateFitsASmallPhone(t *testing.T) {
	url, all := serve(t), gallery.All()
	browser.Walk(t, browser.Options{Width: 320, Height: 640}, len(all), func(p *browser.Page, i int) {
		s := all[i]
		p.Goto(url + s.Path())
		browser.Eval[int](p, `document.querySelectorAll("details").forEach(d => { d.open = true; }), 0`)
		if out := p.TooWide(); out != "" {
			t.Errorf("%s scrolls sideways: %s", s.ID(), out)
		}
	})
}

func TestTheAccessibilityWalkSeesWhatIsWrong(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><main><h1>Page</h1><input>
			<details><summary>More</summary><p style="background: #fff; color: light-dark(#000, #eee)">Text</p></details></main>
			<style>:root { color-scheme: light dark }</style></html>`)
	}))
	t.Cleanup(server.Close)
	rules := map[string]string{}
	for theme, found := range axe(t)(browser.Open(t, browser.Options{Script: true}), server.URL) {
		for _, v := range found {
			rules[theme] += v.Rule + " at " + v.Target + "\n"
		}
	}
	const field, contrast = "label at input\n", "color-contrast at p\n"
	if !strings.Contains(rules["light"], field) || strings.Contains(rules["light"], contrast) || !strings.Contains(rules["dark"], contrast) {
		t.Errorf("it sees %q", rules)
	}
}
