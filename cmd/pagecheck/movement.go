package main

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/network"
)

// shifts adds up how much the page has moved since it came.
const shifts = `new Promise(done => {
	let sum = 0;
	new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
	document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50))));
})`

// places says where everything stands.
const places = `[...document.body.querySelectorAll("*")].map(e => { const b = e.getBoundingClientRect(); return [e.tagName, b.x, b.y, b.width, b.height].join(" "); })`

// slow is the line of a phone far from the mast, in milliseconds and bytes a
// second.
var slow = &network.Conditions{Latency: 150, DownloadThroughput: 200_000, UploadThroughput: 90_000}

// movement looks at the pages of a visit on a slow line with nothing kept, on
// a phone and on a desk, with the script and while it does not come.
func (a *audit) movement(ctx context.Context, v visit) (table, error) {
	out := table{
		title: "Movement on a slow line", numbers: 3,
		head: []string{"page", "layout shift, 360 px", "layout shift, 1200 px", "places that differ without the script", ""},
	}
	for _, s := range v.stops() {
		a.say("movement: %s", s.name)
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		t, err := a.open(ctx, nil)
		if err != nil {
			return out, err
		}
		row, err := a.moves(t, s)
		t.close()
		if err != nil {
			return out, fmt.Errorf("%s: %w", s.name, err)
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

func (a *audit) moves(t *tab, s stop) ([]string, error) {
	row, all := []string{s.name}, 0.0
	if err := t.do(
		set(network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: s.headers()}),
		set(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{slow}}),
	); err != nil {
		return nil, err
	}
	for _, width := range []int64{360, 1200} {
		if err := t.show(view{width: width, height: 800, scale: 1}); err != nil {
			return nil, err
		}
		if err := t.goTo(a.address + s.path); err != nil {
			return nil, err
		}
		shift, err := eval[float64](t, shifts)
		if err != nil {
			return nil, err
		}
		all += shift
		row = append(row, fmt.Sprintf("%.3g", shift))
	}
	// Without the font, which on a slow line comes in time or not.
	with, err := a.placesWithout(t, s, "inter*.woff2")
	if err != nil {
		return nil, err
	}
	without, err := a.placesWithout(t, s, "inter*.woff2", "app*.js")
	if err != nil {
		return nil, err
	}
	differ := countDifferent(with, without)
	verdict := "met"
	if all > 0 || differ > 0 {
		verdict = "not met"
	}
	return append(row, fmt.Sprint(differ), verdict), nil
}

// placesWithout says where everything stands while some files do not come.
func (a *audit) placesWithout(t *tab, s stop, files ...string) ([]string, error) {
	var kept []*network.BlockPattern
	for _, f := range files {
		kept = append(kept, &network.BlockPattern{URLPattern: "*://*:*/static/" + f, Block: true})
	}
	if err := t.do(set(network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: kept})); err != nil {
		return nil, err
	}
	t.watch.Forget()
	if err := t.goTo(a.address + s.path); err != nil {
		return nil, err
	}
	if failed := t.watch.Troubles(); len(failed) < len(files) { // the font is asked for twice
		return nil, fmt.Errorf("of %q these were kept from coming: %q", files, failed)
	}
	return eval[[]string](t, places)
}

// countDifferent counts what stands elsewhere, or only on one side.
func countDifferent(with, without []string) int {
	if len(with) > len(without) {
		with, without = without, with
	}
	n := len(without) - len(with)
	for i, place := range with {
		if without[i] != place {
			n++
		}
	}
	return n
}
