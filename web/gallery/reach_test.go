package gallery_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

// outOfReach are the buttons, links, folds and fields of a page that only
// scrolling a part of it sideways brings into sight. The numbers of a grid and
// the heads of columns may be: they are what a wide table is for.
const outOfReach = `[...document.querySelectorAll("main .scroll :is(a[href], button, input, select, textarea, summary)")].filter(e =>
	e.checkVisibility() && !e.closest("thead, .grid") && e.getBoundingClientRect().right > e.closest(".scroll").getBoundingClientRect().right + 1
).map(e => e.textContent.trim() || e.id)`

// reached checks a page for admins on two phones.
func reached(t *testing.T, p *browser.Page, id string) {
	t.Helper()
	for _, width := range []int{390, 320} {
		p.Resize(width, 640, 1)
		if out := p.TooWide(); out != "" {
			t.Errorf("%s scrolls sideways at %d pixels: %s", id, width, out)
		}
		if out := browser.Eval[[]string](p, outOfReach); len(out) > 0 {
			t.Errorf("at %d pixels of %s these are out of sight: %q", width, id, slices.Compact(out))
		}
	}
}

func TestAButtonBeyondTheEdgeOfATableIsSeen(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!DOCTYPE html><html lang="en"><title>Page</title><main><div class="scroll"><button>Near</button>
			<div class="wide"></div><button>Far</button></div></main><style>.scroll { display: flex; overflow-x: auto } .wide { flex: none; inline-size: 400px }</style></html>`))
	}))
	t.Cleanup(server.Close)
	p := browser.Open(t, browser.Options{Width: 320})
	p.Goto(server.URL)
	if out := strings.Join(browser.Eval[[]string](p, outOfReach), ", "); out != "Far" {
		t.Errorf("it sees %q", out)
	}
}
