package gallery_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/gallery"
	"whichpm/web/site"
	"whichpm/web/static"
)

// violation is a rule that an element of a page breaks.
type violation struct{ Rule, Target, Why string }

// violations runs rules of axe.
const violations = `axe.run({ runOnly: %s, resultTypes: ["violations"] })
	.then(found => found.violations.flatMap(v => v.nodes.map(n => ({ rule: v.id, target: n.target.join(" "), why: n.failureSummary }))))`

// unfold opens what is folded.
const unfold = `document.querySelectorAll("details").forEach(d => { d.open = true; }), true`

// looks lists how the texts of a page look: in which colour, before which
// others, how large and how heavy.
const looks = `(() => {
	const behind = e => e ? behind(e.parentElement) + (s => [s.backgroundColor, s.backgroundImage, s.opacity])(getComputedStyle(e)).join(" ").replace("rgba(0, 0, 0, 0) none 1", "") : "";
	const written = e => e.matches("input, select, textarea") || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
	return [...new Set([...document.body.querySelectorAll("*")].filter(e => written(e) && e.checkVisibility()).map(e => {
		const s = getComputedStyle(e);
		return [s.color, s.fontSize, s.fontWeight, s.textDecorationLine, e.closest("a") !== null, behind(e)].join("; ");
	}))];
})()`

// All rules of WCAG 2 A and AA and of good practice look at how a page is made,
// but for the two that look at its colours.
const (
	structure = `{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, rules: {
		"color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } }`
	colours = `{ type: "rule", values: ["color-contrast", "link-in-text-block"] }`
)

// axe returns what finds the rules a page breaks, on a light and on a dark
// device. How it is made is the same on both. Its colours are looked at where a
// text looks as none did before.
func axe(t *testing.T) func(p *browser.Page, url string) map[string][]violation {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatalf("There is no axe to test with: run make setup (%v).", err)
	}
	var seen sync.Map // theme and look
	return func(p *browser.Page, url string) map[string][]violation {
		p.Prefer(false)
		p.Goto(url)
		browser.Eval[bool](p, string(source)+"; true")
		browser.Eval[bool](p, unfold)
		found := map[string][]violation{"light": browser.Eval[[]violation](p, fmt.Sprintf(violations, structure))}
		for _, theme := range []string{"light", "dark"} {
			p.Prefer(theme == "dark")
			another := false
			for _, look := range browser.Eval[[]string](p, looks) {
				_, known := seen.LoadOrStore(theme+look, true)
				another = another || !known
			}
			if another {
				found[theme] = append(found[theme], browser.Eval[[]violation](p, fmt.Sprintf(violations, colours))...)
			}
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

// everyState visits all states, in two browsers side by side.
func everyState(t *testing.T, o browser.Options, visit func(t *testing.T, p *browser.Page, url string, s gallery.State)) {
	t.Helper()
	url, all := serve(t), gallery.All()
	for half := range 2 {
		t.Run(fmt.Sprintf("half %d", half+1), func(t *testing.T) {
			t.Parallel()
			browser.Walk(t, o, (len(all)+1-half)/2, func(p *browser.Page, i int) {
				s := all[2*i+half]
				visit(t, p, url+s.Path(), s)
				if p.Status() != http.StatusOK {
					t.Fatalf("%s answers %d", s.Path(), p.Status())
				}
			})
		})
	}
}

func TestEveryStateIsAccessibleInLightAndDark(t *testing.T) {
	check := axe(t)
	everyState(t, browser.Options{Script: true}, func(t *testing.T, p *browser.Page, url string, s gallery.State) {
		t.Helper()
		for theme, found := range check(p, url) {
			for _, v := range found {
				t.Errorf("%s (%s) breaks %s at %s: %s", s.ID(), theme, v.Rule, v.Target, v.Why)
			}
		}
	})
}

func TestEveryStateFitsASmallPhone(t *testing.T) {
	everyState(t, browser.Options{Width: 320, Height: 640}, func(t *testing.T, p *browser.Page, url string, s gallery.State) {
		t.Helper()
		p.Goto(url)
		browser.Eval[bool](p, unfold)
		if out := p.TooWide(); out != "" {
			t.Errorf("%s scrolls sideways: %s", s.ID(), out)
		}
		if strings.HasPrefix(s.ID(), "admin-") {
			reached(t, p, s.ID())
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
