package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/browser"
	"whichpm/internal/test/long"
)

// widths are those of a desk and of three phones.
var widths = []int{1280, 390, 375, 320}

// gaps are how long after the first click the second one comes.
func gaps() []time.Duration {
	return milliseconds(90, 350, 40, 150, 220, 450)[:long.Pick(2, 6)]
}

func milliseconds(all ...int) (gaps []time.Duration) {
	for _, n := range all {
		gaps = append(gaps, time.Duration(n)*time.Millisecond)
	}
	return gaps
}

// recorder stands before the program and notes every form that is sent.
type recorder struct {
	mu    sync.Mutex
	forms []string
}

// startRecorded starts the program behind a recorder and returns the address people use.
func startRecorded(t *testing.T, args ...string) (url string, r *recorder) {
	t.Helper()
	program, _ := start(t, args...)
	r = &recorder{}
	proxy := httptest.NewServer(r.note(reverse(t, program)))
	t.Cleanup(proxy.Close)
	return proxy.URL, r
}

func reverse(t *testing.T, program string) http.Handler {
	t.Helper()
	to, err := url.Parse(program)
	ok(t, err)
	return httputil.NewSingleHostReverseProxy(to)
}

func (r *recorder) note(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		if request.Method == http.MethodPost {
			body, _ := io.ReadAll(request.Body)
			request.Body = io.NopCloser(bytes.NewReader(body))
			r.mu.Lock()
			r.forms = append(r.forms, request.URL.Path+" "+string(body))
			r.mu.Unlock()
		}
		next.ServeHTTP(w, request)
	})
}

// sent returns the forms sent since it was last asked.
func (r *recorder) sent() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	sent := r.forms
	r.forms = nil
	return sent
}

// gesture is a double click and what shows that it did more than one click.
type gesture struct {
	name string
	open func(p *browser.Page, url string, try int)
	act  func(p *browser.Page, gap time.Duration) bool // whether it was in time
	also func(p *browser.Page) bool                    // something else that must not have happened
	none bool                                          // not even the first click sends a form
	gaps []time.Duration                               // other than those of a double click
}

func gestureOwner(try, n int) quiz.Owner {
	return quiz.Owner{Day: 20_516, Secret: quiz.Secret{0: 9, 6: byte(try), 7: byte(n)}}
}

var takersGestures = []gesture{
	{
		name: "start", open: func(p *browser.Page, url string, _ int) {
			p.Forget()
			p.Goto(url)
		},
		act:  func(p *browser.Page, gap time.Duration) bool { return p.ClickTwice("Start", gap) },
		also: func(p *browser.Page) bool { return p.Path() != "/q/1" || p.Count("[type=radio]:checked") > 0 },
	},
	{
		name: "skip",
		open: func(p *browser.Page, url string, _ int) {
			p.Forget()
			p.Goto(url)
			p.Follow("Start")
		},
		act:  func(p *browser.Page, gap time.Duration) bool { return p.ClickTwice("Skip this question", gap) },
		also: func(p *browser.Page) bool { return p.Path() != "/q/2" },
	},
	{
		name: "change of mind", gaps: milliseconds(100, 500, 800),
		open: func(p *browser.Page, url string, _ int) {
			p.Forget()
			p.Goto(url)
			p.Follow("Start")
			if p.Count("[data-js] [data-advance]:not(:checked)") > 0 {
				p.Click("Show the next question as soon as I choose")
			}
		},
		act: func(p *browser.Page, gap time.Duration) bool { return p.ChooseTwice(0, 2, gap) },
		also: func(p *browser.Page) bool {
			return p.Path() == "/q/2" && p.Count("[type=radio]:checked") > 0 || p.Path() == "/q/3"
		},
	},
	{
		name: "revoke",
		open: func(p *browser.Page, url string, try int) {
			p.Goto("about:blank") // where a link to a place on the page is followed
			p.Goto(url + "/result/" + gestureOwner(try, 0).String() + "#share")
		},
		act: func(p *browser.Page, gap time.Duration) bool { return p.ClickTwice("Stop sharing", gap) },
	},
	{
		name: "delete my result", none: true,
		open: func(p *browser.Page, url string, try int) { p.Goto(url + "/result/" + gestureOwner(try, 1).String()) },
		act:  func(p *browser.Page, gap time.Duration) bool { return p.ClickTwice("Delete my result", gap) },
	},
}

func TestADoubleClickDoesNoMoreThanAClickForTakers(t *testing.T) {
	for _, script := range []bool{false, true} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			t.Parallel() // most of it is waiting
			doubleClicks(t, gestureResults(t), script)
		})
	}
}

// gestureResults is a database with results and links for every try.
func gestureResults(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "quiz.db")
	withStore(t, path, func(db *store.Store) {
		for try := range len(widths) * len(gaps()) {
			for n := range 2 {
				r := scoredResult(try)
				r.ID = gestureOwner(try, n).ID()
				ok(t, db.AddResult(t.Context(), r))
				for s := range 3 {
					share, err := quiz.NewShare(r.ID, string(quiz.ScopeProfile), fmt.Sprint("Ada ", s), time.Now().Add(time.Duration(s)*time.Second), [16]byte{byte(try), byte(n), byte(s)})
					ok(t, err)
					ok(t, db.AddShare(t.Context(), share))
				}
			}
		}
	})
	return path
}

// doubleClicks makes every gesture at every width and gap and counts how often
// more happened than one click means.
func doubleClicks(t *testing.T, db string, script bool) {
	t.Helper()
	url, sent := startRecorded(t, "--db="+db)
	try, tried := 0, map[string]int{}
	p := browser.Open(t, browser.Options{Script: script})
	for _, width := range widths {
		p.Resize(width, 800, 1)
		for _, g := range takersGestures {
			hits, late, all := 0, 0, gaps()
			if g.gaps != nil {
				all = g.gaps
			}
			for n, gap := range all {
				g.open(p, url, try+n)
				sent.sent()
				inTime := g.act(p, gap)
				p.Rest(600 * time.Millisecond)
				forms := slices.Compact(sent.sent())
				if !inTime {
					late++
				} else if len(forms) > 1 || len(forms) > 0 && g.none || g.also != nil && g.also(p) {
					hits++
					t.Logf("%s after %s: %q, at %s", g.name, gap, forms, p.Path())
				}
			}
			t.Logf("%-20s %4d pixels: %d of %d", g.name, width, hits, len(all)-late)
			tried[g.name] += len(all) - late
			if hits > 0 {
				t.Errorf("%s at %d pixels: two clicks did more than one, %d of %d times", g.name, width, hits, len(all))
			}
		}
		try += len(gaps())
	}
	for _, g := range takersGestures {
		if tried[g.name] < len(widths)/2 {
			t.Errorf("only %d of the double clicks on %s came in time", tried[g.name], g.name)
		}
	}
}
