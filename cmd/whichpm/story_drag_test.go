package main

import (
	"slices"
	"testing"

	"whichpm/internal/test/browser"
)

// rows are the first three of a list, in the order it shows.
func rows(p *browser.Page) []string {
	return browser.Eval[[]string](p, `[...document.querySelectorAll("[data-row]")].slice(0, 3).map(r => r.querySelector("h2, h3, a").textContent.replace(/^\s*\d+\./, ""))`)
}

func TestARowIsDrawnToAnotherPlace(t *testing.T) {
	p, url := drafting(t, browser.Options{Script: true, Height: 2000})
	first, second, third := `[data-row="1"]`, `[data-row="2"]`, `[data-row="3"]`
	for _, list := range []string{"questions", "dimensions"} {
		p.Goto(url + "/admin/" + list)
		before := rows(p)
		p.Drag(first+" [data-handle]", second, browser.Escape)
		p.Drag(first+" [data-handle]", first)
		if after := rows(p); !slices.Equal(after, before) || p.Count("#said, .drawn, .drop-before, .drop-after") != 0 {
			t.Errorf("who thinks again has %q in the place of %q", after, before)
		}
		p.DragToGoOn(first+" [data-handle]", second)
		p.Says("Moved to this place.")
		if after, want := rows(p), []string{before[1], before[0], before[2]}; !slices.Equal(after, want) {
			t.Errorf("the rows stand as %q, want %q", after, want)
		}
		if !browser.Eval[bool](p, inSight) {
			t.Errorf("focus is on %q, out of sight", p.Focused())
		}
		p.DragToGoOn(second+" [data-handle]", third)
		if after, want := rows(p), []string{before[1], before[2], before[0]}; !slices.Equal(after, want) {
			t.Errorf("the rows stand as %q, want %q", after, want)
		}
	}
}

func TestWithoutScriptsARowIsMovedByItsButtons(t *testing.T) {
	p, url := drafting(t, browser.Options{})
	for _, list := range []string{"questions", "dimensions", "roles", "scenarios"} {
		p.Goto(url + "/admin/" + list)
		if browser.Eval[bool](p, `document.querySelector("[data-handle]").checkVisibility()`) {
			t.Errorf("%s: there is a handle that does nothing", list)
		}
		before := rows(p)
		p.Follow("Move down")
		p.Says("Moved to this place.")
		if after := rows(p); after[0] != before[1] || after[1] != before[0] {
			t.Errorf("%s: the rows stand as %q, before as %q", list, after, before)
		}
		p.Follow("Move up")
		if after := rows(p); !slices.Equal(after, before) {
			t.Errorf("%s: moved back the rows stand as %q, before as %q", list, after, before)
		}
	}
}
