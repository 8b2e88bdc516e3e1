package main

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

func TestAKeyboardIsEnoughFromStartToResult(t *testing.T) {
	p := visit(t, withScript)
	tabTo(t, p, "Start")
	p.PressToGoOn(browser.Enter)
	for n := 0; p.Path() != "/review"; n++ {
		tabToAnswers(t, p)
		press(t, p, browser.Space)
		for range n % p.Count("input[type=radio]") {
			press(t, p, browser.Down)
		}
		if want := n % p.Count("input[type=radio]"); chosen(p) != want {
			t.Fatalf("%s: the keys chose answer %d, want %d", p.Path(), chosen(p)+1, want+1)
		}
		if n%2 == 0 {
			p.PressToGoOn(browser.Enter)
			continue
		}
		tabTo(t, p, "Continue")
		p.PressToGoOn(browser.Space)
	}
	tabTo(t, p, "See my result")
	p.PressToGoOn(browser.Enter)
	expect(t, p, http.StatusOK, "Your profile")
	tabTo(t, p, "All answers and their points")
	press(t, p, browser.Enter)
	p.Wait("the sum is open", "document.activeElement.parentElement.open")
	tabTo(t, p, "Delete my result")
}

// press presses a key and checks that focus can be seen afterwards.
func press(t *testing.T, p *browser.Page, key string) {
	t.Helper()
	p.Press(key)
	if why := p.FocusHidden(); why != "" {
		t.Fatalf("%s: focus on %q cannot be seen: %s", p.Path(), p.Focused(), why)
	}
}

const mostStops = 60

func tabTo(t *testing.T, p *browser.Page, text string) {
	t.Helper()
	tabUntil(t, p, text, func() bool { return strings.HasPrefix(p.Focused(), text) })
}

func tabToAnswers(t *testing.T, p *browser.Page) {
	t.Helper()
	tabUntil(t, p, "the answers", func() bool {
		return browser.Eval[bool](p, "document.activeElement.matches('input[type=radio]')")
	})
}

func tabUntil(t *testing.T, p *browser.Page, what string, there func() bool) {
	t.Helper()
	for range mostStops {
		if press(t, p, browser.Tab); there() {
			return
		}
	}
	t.Fatalf("%s: Tab does not lead to %s", p.Path(), what)
}
