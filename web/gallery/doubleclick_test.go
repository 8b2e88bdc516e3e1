package gallery_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/test/browser"
	"whichpm/internal/test/long"
	"whichpm/web/gallery"
	"whichpm/web/site"
	"whichpm/web/static"
)

// sending are the buttons a page shows that send a form, by what they do, with
// where they lie.
const sending = `[...document.querySelectorAll("main form[method=post] button, .foot form[method=post] button")].filter(b => b.checkVisibility() && !b.closest("[aria-hidden=true]") && b.tabIndex >= 0).map(b => {
	const box = b.getBoundingClientRect();
	return { what: b.getAttribute("formaction") ?? b.form.getAttribute("action") ?? "", x: box.x + box.width / 2, y: box.y + box.height / 2 };
}).filter(b => b.x < innerWidth && b.y < innerHeight)`

type button struct {
	What string
	X, Y float64
}

// stage serves the gallery, a page that is a link all over to any of its
// states, and counts what is sent.
func stage(t *testing.T) (url string, sent *atomic.Int64) {
	t.Helper()
	sent = &atomic.Int64{}
	mux := http.NewServeMux()
	mux.Handle("GET "+site.Gallery+"/", gallery.Handler())
	mux.Handle("GET "+site.Static+"/", static.Handler())
	mux.HandleFunc("GET /way", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!DOCTYPE html><title>way</title><link rel="icon" href="data:,"><a href="%s/%s" style="position:fixed;inset:0">on</a>`, site.Gallery, r.URL.Query().Get("to"))
	})
	mux.HandleFunc("POST /", func(w http.ResponseWriter, _ *http.Request) {
		sent.Add(1)
		w.WriteHeader(http.StatusNoContent)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL, sent
}

func TestTheSecondClickOfADoubleClickSendsNoFormOfThePageThatCame(t *testing.T) {
	url, sent := stage(t)
	widths, states := []int{1280, 390, 375, 320}, statesThatSend(t)
	for _, script := range []bool{false, true} {
		seen, tries := map[string]bool{}, 0
		browser.Walk(t, browser.Options{Script: script}, len(states), func(p *browser.Page, i int) {
			at := widths
			if !long.Asked() {
				at = widths[i%len(widths):][:1]
			}
			for _, width := range at {
				p.Resize(width, 3000, 1) // so that all of it is in view
				p.Goto(url + states[i].Path())
				for _, b := range browser.Eval[[]button](p, sending) {
					key := kind(b.What)
					if long.Asked() {
						key += fmt.Sprint(" ", width)
					}
					if seen[key] {
						continue
					}
					seen[key] = true
					tries++
					for again := 0; ; again++ {
						p.Goto(url + "/way?to=" + states[i].ID())
						sent.Store(0)
						inTime := p.ClickTwiceAt(b.X, b.Y, 150*time.Millisecond)
						p.Rest(250 * time.Millisecond)
						if inTime || again == 20 {
							break
						}
					}
					if n := sent.Load(); n > 0 || p.Path() != states[i].Path() {
						t.Errorf("%s of %s, at %d pixels and script %t: %d forms were sent", b.What, states[i].ID(), width, script, n)
					}
				}
			}
		})
		t.Logf("script %t: %d buttons were double-clicked on arrival", script, tries)
		if tries < 40 {
			t.Errorf("only %d buttons were tried", tries)
		}
	}
}

func TestOnceAPageHasBeenThereAButtonTakesTheFirstClick(t *testing.T) {
	url, sent := stage(t)
	p := browser.Open(t, browser.Options{})
	p.Goto(url + site.Gallery + "/admin-discard-draft")
	p.Rest(600 * time.Millisecond)
	b := browser.Eval[[]button](p, sending)[0]
	p.ClickAt(b.X, b.Y)
	p.Rest(250 * time.Millisecond)
	if n := sent.Load(); n != 1 {
		t.Errorf("%d forms were sent by a click after a look at the page, want 1", n)
	}
}

// statesThatSend are those of the site's own pages with a form that no state
// before has. With -long they are all that have one.
func statesThatSend(t *testing.T) (states []gallery.State) {
	t.Helper()
	seen := map[string]bool{}
	for _, s := range gallery.All() {
		if s.Group == "pieces" {
			continue
		}
		fresh := false
		for _, found := range formsTo.FindAllStringSubmatch(render(t, s), -1) {
			to := kind(found[1])
			fresh = fresh || !seen[to] || long.Asked()
			seen[to] = true
		}
		if fresh {
			states = append(states, s)
		}
	}
	return states
}

var (
	formsTo = regexp.MustCompile(`(?:method="post" action|formaction)="([^"]*)"`)
	ofOne   = regexp.MustCompile(`(questions|dimensions|roles|admins|scenarios|versions|translations|q)/[^/#]+|[0-9A-Za-z_-]{20,}|#.*`)
)

// kind is where a form leads, whichever question, link or result it is about.
func kind(to string) string { return ofOne.ReplaceAllString(to, "$1/*") }
