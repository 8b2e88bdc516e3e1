package main

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

func TestATakerWithoutScriptsGoesFromStartToADeletedResult(t *testing.T) {
	p := visit(t, browser.Options{})
	expect(t, p, http.StatusOK, "You need no account.")
	p.ChooseAt(1) // all questions
	p.Follow("Start")

	p.ChooseAt(1)
	p.Follow("Continue")
	p.Follow("Skip this question")
	p.ChooseAt(0)
	p.Follow("Continue")
	p.Follow("Back")
	if n := p.Count("input:checked"); p.Path() != "/q/3" || n != 1 {
		t.Fatalf("going back leads to %s with %d answers chosen", p.Path(), n)
	}
	p.ChooseAt(2)
	p.Follow("Continue")
	answer(p)

	expect(t, p, http.StatusOK, "Skipped")
	if first := p.Text("dl.answers dd"); first != "Skipped" {
		t.Errorf("the review begins with %q", first)
	}
	before := p.Text("dl.answers")
	p.Follow("Change")
	if p.Count("input:checked") != 1 {
		t.Error("a change does not show the answer given before")
	}
	p.ChooseAt(3)
	p.Follow("Continue")
	if p.Path() != "/review" || p.Text("dl.answers") == before {
		t.Errorf("after a change %s shows\n%s", p.Path(), p.Text("dl.answers"))
	}
	p.Follow("See my result")
	expect(t, p, http.StatusOK, "What to do next", "Your profile", "Which kind of company", "How sure is this?")
	if p.Count("#why") != 1 { // how it is called depends on the verdict
		t.Error("the result has no reasons")
	}
	shareAndTakeBack(t, p)
	deleteResult(t, p)
}

// shareAndTakeBack makes a link that another person opens, until it is revoked.
func shareAndTakeBack(t *testing.T, p *browser.Page) {
	t.Helper()
	p.Click("Share or compare")
	p.Choose("Result, profile and every answer")
	p.Fill("First name (optional)", "Ada")
	p.Follow("Make a share link")
	link := p.Value("Share link")

	other := browser.Open(t, browser.Options{})
	other.Goto(link)
	expect(t, other, http.StatusOK, "Ada’s result", "Take the quiz yourself", "The profile", "Every answer and its points")
	p.Follow("Stop sharing")
	if p.Value("Share link") != "" {
		t.Error("the owner still sees the revoked link")
	}
	other.Reload()
	expect(t, other, http.StatusGone, "This link no longer works")
	if strings.Contains(other.Text("body"), "Ada") {
		t.Error("the revoked link still names its owner")
	}
	other.Follow("Go to the quiz")
	expect(t, other, http.StatusOK, "Start")
}

func deleteResult(t *testing.T, p *browser.Page) {
	t.Helper()
	owner := p.Value("Your private link")
	p.Follow("Delete my result")
	expect(t, p, http.StatusOK, "Delete your result?", "cannot be undone")
	p.Follow("Delete my result")
	expect(t, p, http.StatusGone, "This result was deleted")
	p.Goto(owner)
	expect(t, p, http.StatusGone, "This result was deleted")
	p.Follow("Go to the quiz")
	expect(t, p, http.StatusOK, "Start")
}
