package gallery_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
	"whichpm/web/gallery"
)

// lying are the links that lead to a page that asks, and the buttons that
// confirm there: what they are about, and from where to where they lie across.
const lying = `document.querySelectorAll("details").forEach(d => { d.open = true; }), [
	...[...document.querySelectorAll('main a[href$="/removal"]')].map(e => [e, new URL(e.href).pathname, "to"]),
	...[...document.querySelectorAll("main .decision form[action], main .decision")].filter(e => e.querySelector("button.danger"))
		.map(e => [e.querySelector("button.danger"), e.getAttribute("action") ?? e.closest("form")?.getAttribute("action"), "sure"]),
].filter(([e, path]) => path && e.checkVisibility()).map(([e, path, part]) => {
	const boxes = [...e.getClientRects()];
	return { path, part, left: Math.min(...boxes.map(b => b.left)), right: Math.max(...boxes.map(b => b.right)) };
})`

type place struct {
	Path, Part  string
	Left, Right float64
	state       string
}

// about is what an address is about, whichever it is of its kind.
func about(path string) string {
	return regexp.MustCompile(`^/result/[^/]+/`).ReplaceAllString(regexp.MustCompile(`/(questions|dimensions|roles)/[^/]+/`).ReplaceAllString(path, "/$1/*/"), "/result/*/")
}

func TestAButtonThatConfirmsNeverLiesWhereTheLinkToItLay(t *testing.T) {
	url := serve(t)
	var states []gallery.State
	for _, s := range gallery.All() {
		if asksOrLeads(t, s) {
			states = append(states, s)
		}
	}
	widths := []int{1280, 390, 375, 320}
	ways, sure := map[string][]place{}, map[string][]place{}
	browser.Walk(t, browser.Options{}, len(states), func(p *browser.Page, i int) {
		p.Goto(url + states[i].Path())
		for _, width := range widths {
			p.Resize(width, 800, 1)
			for _, found := range browser.Eval[[]place](p, lying) {
				found.state = states[i].ID()
				into := ways
				if found.Part == "sure" {
					into = sure
				}
				key := fmt.Sprintf("%s at %d pixels", about(found.Path), width)
				into[key] = append(into[key], found)
			}
		}
	})
	if least := 5 * len(widths); len(sure) < least || len(ways) < least {
		t.Fatalf("there are ways to %d removals and %d that ask, want %d of each", len(ways), len(sure), least)
	}
	for path, buttons := range sure {
		for _, b := range buttons {
			for _, w := range ways[path] {
				if w.Left < b.Right && b.Left < w.Right {
					t.Errorf("%s: the link of %s lies across %.0f to %.0f, the button of %s across %.0f to %.0f",
						path, w.state, w.Left, w.Right, b.state, b.Left, b.Right)
				}
			}
		}
	}
}

// asksOrLeads reports whether a state has a link or a form to a removal.
func asksOrLeads(t *testing.T, s gallery.State) bool {
	t.Helper()
	return s.Group != "pieces" && strings.Contains(render(t, s), `/removal"`)
}
