package main

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// The limits of a first visit.
const (
	mostBytes    = 14 * 1024
	mostBlocking = 2
	mostScript   = 3 * 1024
)

// wire counts what a browser receives, headers included.
type wire struct {
	mu       sync.Mutex
	urls     map[network.RequestID]string
	received []load
}

type load struct {
	url   string
	bytes float64
}

func (w *wire) see(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if e.RedirectResponse != nil {
			w.received = append(w.received, load{"redirect", e.RedirectResponse.EncodedDataLength})
		}
		w.urls[e.RequestID] = e.Request.URL
	case *network.EventLoadingFinished:
		w.received = append(w.received, load{w.urls[e.RequestID], e.EncodedDataLength})
	}
}

// take returns what was received since the last take.
func (w *wire) take() []load {
	w.mu.Lock()
	defer w.mu.Unlock()
	all := w.received
	w.received = nil
	return all
}

// kind names a part of a page by its address.
func (l load) kind() string {
	for _, end := range []string{"css", "js", "woff2", "svg"} {
		if strings.HasSuffix(l.url, "."+end) {
			return end
		}
	}
	return "page"
}

// settled waits until a page that just came takes the pointer.
const settled = "Promise.all(document.getAnimations().map(a => a.finished)).then(() => true)"

// weight opens the first question in a browser that has nothing yet, and goes
// the whole way from the landing page in another.
func (a *audit) weight(ctx context.Context, v visit) (table, error) {
	out := table{title: "Weight of a first visit", numbers: 2, head: []string{"what", "measured", "limit", ""}}
	question := stop{}
	for _, s := range v.stops() {
		if s.name == "question" {
			question = s
		}
	}
	direct, blocking, err := a.weigh(ctx, question, func(*tab) error { return nil })
	if err != nil {
		return out, err
	}
	way, _, err := a.weigh(ctx, stop{path: "/"}, func(t *tab) error {
		if _, err := eval[bool](t, settled); err != nil {
			return err
		}
		return t.leave("the first question", chromedp.Click(chromedp.CSS("main form button")))
	})
	if err != nil {
		return out, err
	}
	sums := func(all []load) (kinds map[string]float64, total float64) {
		kinds = map[string]float64{}
		for _, l := range all {
			kinds[l.kind()] += l.bytes
			if l.kind() != "woff2" {
				total += l.bytes
			}
		}
		return kinds, total
	}
	kinds, total := sums(direct)
	_, whole := sums(way)
	out.rows = [][]string{
		limited("the first question, everything but the font, bytes", total, mostBytes),
		{"– the page", number(kinds["page"])},
		{"– the style sheet", number(kinds["css"])},
		limited("– the script", kinds["js"], mostScript),
		{"– the icon", number(kinds["svg"])},
		{"the font, once, for the whole site", number(kinds["woff2"])},
		{"the landing page first, then the question, without the font", number(whole)},
		limited("requests that block rendering", blocking, mostBlocking),
	}
	for i := range out.rows {
		for len(out.rows[i]) < len(out.head) {
			out.rows[i] = append(out.rows[i], "")
		}
	}
	return out, nil
}

// weigh opens a page in a fresh browser, goes on and returns what was
// received and how many requests the first page waited for.
func (a *audit) weigh(ctx context.Context, s stop, further func(*tab) error) ([]load, float64, error) {
	w := &wire{urls: map[network.RequestID]string{}}
	t, err := a.open(ctx, w.see)
	if err != nil {
		return nil, 0, err
	}
	defer t.close()
	if err := t.do(
		set(network.SetCacheDisabled, network.SetCacheDisabledParams{}), // as a visitor has it
		set(network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: s.headers()}),
	); err != nil {
		return nil, 0, err
	}
	if err := t.show(view{width: 360, height: 800, scale: 2}); err != nil {
		return nil, 0, err
	}
	w.take()
	if err := t.goTo(a.address + s.path); err != nil {
		return nil, 0, err
	}
	blocking, err := eval[float64](t, `document.fonts.ready.then(() => 1 + performance.getEntriesByType("resource").filter(r => r.renderBlockingStatus === "blocking").length)`)
	if err != nil {
		return nil, 0, err
	}
	if err := further(t); err != nil {
		return nil, 0, err
	}
	_, err = eval[bool](t, "document.fonts.ready.then(() => true)")
	return w.take(), blocking, err
}

func limited(what string, x, limit float64) []string {
	verdict := "met"
	if x > limit {
		verdict = fmt.Sprintf("not met: %.1f times it", x/limit)
	}
	return []string{what, number(x), "≤ " + number(limit), verdict}
}

// number writes a whole number with commas.
func number(x float64) string {
	s := fmt.Sprintf("%.0f", x)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
