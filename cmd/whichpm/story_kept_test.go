package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

const (
	isKept = `document.querySelector("[data-kept]").textContent.startsWith("Kept at")`
	isLost = `document.querySelector("[data-kept]").textContent.startsWith("What you type is not being kept")`
	marked = `[data-unsaved]`
)

func TestWhatIsTypedOutlivesTheServerAndTheBrowser(t *testing.T) {
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(complained)
	}
	server := launch(t, nil, db)
	p := browser.Open(t, browser.Options{Script: true, Away: true})
	p.Goto(server.url + "/admin")
	fillSignIn(p)
	p.Follow("Content")
	p.Follow("Start a draft")
	page := server.url + "/admin/questions/h1"
	p.Goto(page)
	p.Fill("Text", "First: ")
	p.Wait("it is kept", isKept)

	server.kill()
	p.Fill("Text", "Second: ")
	p.Wait("it says that nothing is kept", isLost)
	launch(t, []string{"WHICHPM_ADDR=" + strings.TrimPrefix(server.url, "http://")}, db)
	p.Wait("it is kept again", isKept)
	p.Crash()

	p = browser.Open(t, browser.Options{Script: true})
	p.Goto(page)
	fillSignIn(p)
	expect(t, p, http.StatusOK, "was not saved", "Nothing of it is in the draft yet.", "First: ", "Second: ")
	if text := p.Value("Text"); !strings.Contains(text, "First: ") || !strings.Contains(text, "Second: ") || p.Count(marked) != 1 {
		t.Errorf("the text is %q, and %d fields are marked", text, p.Count(marked))
	}
	p.Follow("Save what I typed")
	expect(t, p, http.StatusOK, "Saved in the draft.")
	p.Goto(page)
	if text := p.Value("Text"); !strings.Contains(text, "Second: ") || p.Count(marked) != 0 {
		t.Errorf("saved, the text is %q, and %d fields are marked", text, p.Count(marked))
	}
}

func TestWhatIsTypedOutlivesTheSessionAndIsForgottenWhenAsked(t *testing.T) {
	p, url := drafting(t, withScript)
	page := url + "/admin/questions/h1"
	p.Goto(page)
	before := p.Value("Text")
	p.Fill("Text", "First: ")
	p.Wait("it is kept", isKept)
	p.Forget()
	p.Goto(page)
	fillSignIn(p)
	expect(t, p, http.StatusOK, "was not saved")
	if text := p.Value("Text"); !strings.Contains(text, "First: ") || p.Count(marked) != 1 {
		t.Errorf("the text is %q, and %d fields are marked", text, p.Count(marked))
	}
	p.Follow("Forget it")
	if text := p.Value("Text"); text != before || p.Count(".held") != 0 {
		t.Errorf("forgotten, the text is %q", text)
	}
}

func TestASavedChangeIsUndoneFromTheLog(t *testing.T) {
	p, url := drafting(t, browser.Options{})
	p.Goto(url + "/admin/settings")
	before := p.Value("Title")
	p.Fill("Title", "Now: ")
	p.Follow("Save draft")
	p.Fill("Lead", "Here: ")
	p.Follow("Save draft")
	p.Follow("People")
	p.Follow("Audit log")
	p.Follow("Undo the last changes")
	expect(t, p, http.StatusOK, "by mira@example.org", "Title of the quiz", "About the quiz: lead")
	p.Follow("Undo")
	expect(t, p, http.StatusOK, "The change was undone.")
	p.Follow("Undo")
	p.Goto(url + "/admin/settings")
	if p.Value("Title") != before || strings.Contains(p.Value("Lead"), "Here: ") {
		t.Errorf("the title is %q and the lead %q", p.Value("Title"), p.Value("Lead"))
	}
	p.Goto(url + "/admin/draft/changes")
	p.Follow("Make this change again")
	p.Goto(url + "/admin/settings")
	if !strings.Contains(p.Value("Title"), "Now: ") || strings.Contains(p.Value("Lead"), "Here: ") {
		t.Errorf("made again, the title is %q and the lead %q", p.Value("Title"), p.Value("Lead"))
	}
}
