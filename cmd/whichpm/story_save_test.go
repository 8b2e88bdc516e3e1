package main

import (
	"net/http"
	"testing"

	"whichpm/internal/test/browser"
)

func TestAPrivateLinkGoesOnElsewhereWithTheSameSides(t *testing.T) {
	p := visit(t, withScript)
	p.Follow("Start")
	for range 4 {
		p.ChooseAt(1)
		p.Follow("Continue")
	}
	p.Follow("Save and finish later")
	expect(t, p, http.StatusOK, "You have answered 4")

	other := browser.Open(t, browser.Options{})
	other.Goto(p.Value("Private link"))
	expect(t, other, http.StatusOK, "This link holds 4")
	other.Follow("Continue")
	p.Follow("Continue the quiz")
	if p.Path() != "/q/5" || other.Path() != "/q/5" {
		t.Fatalf("they go on at %s and %s", p.Path(), other.Path())
	}
	for p.Path() != "/review" {
		if here, there := p.Text("fieldset"), other.Text("fieldset"); here != there {
			t.Errorf("%s: one shows\n%s\nthe other\n%s", p.Path(), here, there)
		}
		for _, page := range []*browser.Page{p, other} {
			page.ChooseAt(0)
			page.Follow("Continue")
		}
	}
	if here, there := p.Text("dl.answers"), other.Text("dl.answers"); here != there {
		t.Errorf("one reviews\n%s\nthe other\n%s", here, there)
	}
}
