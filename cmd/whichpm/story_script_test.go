package main

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

var withScript = browser.Options{Script: true}

func TestATakerWithScriptsGoesFromStartToACopiedLink(t *testing.T) {
	p := visit(t, withScript)
	p.Follow("Start")
	p.ChooseAt(1)
	p.Follow("Continue")
	p.Back()
	if p.Path() != "/q/1" || chosen(p) != 1 {
		t.Errorf("the browser's way back leads to %s with answer %d", p.Path(), chosen(p)+1)
	}
	p.Follow("Continue")
	answer(p)
	p.Follow("See my result")
	p.Click("Share or compare")
	p.Follow("Make a share link")
	p.Click("Copy link")
	const copied = `document.querySelector(".share-link .copy + [role=status]").textContent`
	p.Wait("the page says what became of the link", copied+" !== ''")
	selected := browser.Eval[string](p, "document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd) ?? ''")
	if said := browser.Eval[string](p, copied); said != "Copied" && (said != "The link is selected. Copy it from there." || selected != p.Value("Share link")) {
		t.Errorf("it says %q and %q is selected", said, selected)
	}
	p.Goto(p.Value("Share link"))
	expect(t, p, http.StatusOK, "A shared result", "The profile")
}

func TestTheThemeSwitchKeepsItsChoice(t *testing.T) {
	p := visit(t, browser.Options{Script: true, Dark: true})
	const background = "getComputedStyle(document.documentElement).backgroundColor"
	dark := browser.Eval[string](p, background)
	p.Click("Theme: automatic")
	light := browser.Eval[string](p, background)
	if light == dark {
		t.Fatal("the first click changes nothing on a dark device")
	}
	p.Reload()
	if got := browser.Eval[string](p, background); got != light || p.Text("[data-theme-switch]") != "Theme: light" {
		t.Errorf("after a reload it is %s and the switch says %q", got, p.Text("[data-theme-switch]"))
	}
	p.Click("Theme: light")
	p.Click("Theme: dark")
	if got := browser.Eval[string](p, background); got != dark || p.Text("[data-theme-switch]") != "Theme: automatic" {
		t.Errorf("all the way round it is %s and the switch says %q", got, p.Text("[data-theme-switch]"))
	}
}

func TestNumberKeysChooseOnlyInsideTheAnswers(t *testing.T) {
	p := visit(t, withScript)
	p.Follow("Start")
	p.Press("2")
	if p.Count("input:checked") != 0 {
		t.Fatal("a number key chooses with the focus elsewhere")
	}
	p.ChooseAt(0)
	p.Press("3")
	if chosen := chosen(p); chosen != 2 {
		t.Errorf("the key 3 chooses answer %d", chosen+1)
	}
	p.Press("9")
	if chosen := chosen(p); chosen != 2 {
		t.Errorf("a key without an answer chooses answer %d", chosen+1)
	}
}

// chosen is the place of the chosen answer, -1 for none.
func chosen(p *browser.Page) int {
	return browser.Eval[int](p, "[...document.querySelectorAll('input[type=radio]')].findIndex(r => r.checked)")
}

func TestOnlyAPointerGoesOnByItself(t *testing.T) {
	p := visit(t, withScript)
	p.Follow("Start")
	p.Click("Show the next question as soon as I choose")
	p.ChooseAtAndGoOn(1)
	if p.Path() != "/q/2" {
		t.Fatalf("a click on an answer leads to %s", p.Path())
	}
	for p.Press(browser.Tab); browser.Eval[string](p, "document.activeElement.type ?? ''") != "radio"; {
		p.Press(browser.Tab)
	}
	p.Press(browser.Down)
	now := browser.Eval[float64](p, "performance.now()")
	p.Wait("a click would have gone on", "performance.now() > "+strconv.FormatFloat(now+600, 'f', 0, 64))
	if p.Path() != "/q/2" || chosen(p) != 1 {
		t.Errorf("an arrow key leads to %s with answer %d", p.Path(), chosen(p)+1)
	}
	p.ChooseAtAndGoOn(3)
	if p.Path() != "/q/3" {
		t.Errorf("the switch is forgotten: a click leads to %s", p.Path())
	}
}

func TestARefusedAnswerLeadsToTheFirstChoice(t *testing.T) {
	p := visit(t, withScript)
	p.Follow("Start")
	p.Follow("Continue")
	expect(t, p, http.StatusUnprocessableEntity, "There is a problem")
	if !strings.HasPrefix(p.Title(), "Error:") {
		t.Errorf("the title is %q", p.Title())
	}
	if !strings.HasPrefix(p.Focused(), "There is a problem") {
		t.Fatalf("focus is on %q", p.Focused())
	}
	p.Press(browser.Tab)
	p.Press(browser.Enter)
	p.Wait("focus is on the first answer", "document.activeElement === document.querySelector('input[type=radio]')")
}
