package main

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

const menuIsOpen = "document.getElementById('menu').matches(':popover-open')"

func TestOnAPhoneTheMenuIsOpenedAndClosedByKeyboard(t *testing.T) {
	p, url := drafting(t, browser.Options{Width: 390, Height: 844})
	p.Goto(url + "/admin/roles")
	tabTo(t, p, "Menu")
	if p.Expanded("Menu") {
		t.Error("it is said to be open from the start")
	}
	press(t, p, browser.Enter)
	p.Wait("the menu opens", menuIsOpen)
	if !p.Expanded("Menu") {
		t.Error("an open menu is said to be closed")
	}
	if out := p.TooWide(); out != "" {
		t.Error(out)
	}
	tabTo(t, p, "Roles")
	if here := browser.Eval[string](p, "document.activeElement.getAttribute('aria-current')"); here != "page" {
		t.Errorf("the page one is on is marked %q", here)
	}
	p.Press(browser.Escape)
	p.Wait("the menu closes", "!"+menuIsOpen)
	if p.Focused() != "Menu" || p.Expanded("Menu") {
		t.Errorf("it is said to be open: %t, and focus is on %q", p.Expanded("Menu"), p.Focused())
	}
	press(t, p, browser.Space)
	tabTo(t, p, "Versions")
	p.PressToGoOn(browser.Enter)
	if p.Path() != "/admin/versions" {
		t.Errorf("it leads to %s", p.Path())
	}
}

func TestWhoTabsOutOfTheMenuSeesWhereTheyAre(t *testing.T) {
	for _, script := range []bool{false, true} {
		p, url := drafting(t, browser.Options{Script: script, Width: 390, Height: 844})
		p.Goto(url + "/admin/roles")
		tabTo(t, p, "Menu")
		press(t, p, browser.Enter)
		p.Wait("the menu opens", menuIsOpen)
		tabTo(t, p, "Find") // its last stop
		tabUntil(t, p, "the page behind it", func() bool { return browser.Eval[bool](p, "document.activeElement.closest('main') !== null") })
		if browser.Eval[bool](p, "document.getElementById('menu').checkVisibility()") {
			t.Errorf("with scripts %t the menu covers %q, which has focus", script, p.Focused())
		}
		if script && p.Expanded("Menu") {
			t.Error("a closed menu is said to be open")
		}
	}
}

func TestASlashLeadsToTheSearchAndWhatIsFoundToItsField(t *testing.T) {
	p, url := drafting(t, withScript)
	for _, width := range []int{1280, 390} { // all is shown, or the search is in the menu
		p.Resize(width, 844, 1)
		p.Goto(url + "/admin/settings")
		p.Fill("Title", "3")
		p.Press("/")
		if got := p.Value("Title"); !strings.Contains(got, "3/") {
			t.Errorf("who types a title with a slash has %q", got)
		}
		p.Follow("Save draft")
		p.Press("/")
		if !browser.Eval[bool](p, "document.activeElement.matches('input[type=search]') && document.activeElement.value === ''") {
			t.Fatalf("focus is on %q", p.Focused())
		}
		if why := p.FocusHidden(); why != "" {
			t.Error(why)
		}
		p.Press("neighbourhood")
		p.PressToGoOn(browser.Enter)
		expect(t, p, http.StatusOK, "1 text")
		if p.Focused() != "1 text" {
			t.Errorf("what was found leaves focus on %q", p.Focused())
		}
		tabTo(t, p, "text")
		p.PressToGoOn(browser.Enter)
		if id := browser.Eval[string](p, "document.activeElement.id"); id != "questions.c1.text" || !browser.Eval[bool](p, inSight) {
			t.Errorf("what was found leads to %q", id)
		}
	}
}

func TestWhatAKeyAsksForIsWhereOneGoesOn(t *testing.T) {
	p, url := drafting(t, browser.Options{})
	p.Goto(url + "/admin/questions")
	p.Fill("Words in it", "neighbourhood")
	p.PressToGoOn(browser.Enter)
	if !strings.HasPrefix(p.Focused(), "1 of 34 questions") {
		t.Errorf("after filtering focus is on %q", p.Focused())
	}
	p.Goto(url + "/admin/questions/h1")
	p.Follow("Add another dimension")
	press(t, p, browser.Tab)
	if id := browser.Eval[string](p, "document.activeElement.id"); id != "questions.h1.says.1.end" {
		t.Errorf("after asking for another line focus is on %q", id)
	}
}
