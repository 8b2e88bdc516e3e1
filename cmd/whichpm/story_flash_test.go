package main

import (
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

// drafting is an editor with a draft in a browser of that kind.
func drafting(t *testing.T, o browser.Options) (p *browser.Page, url string) {
	t.Helper()
	db := "--db=" + filepath.Join(t.TempDir(), "quiz.db")
	url, _ = start(t, db)
	if code, _, complained := manage(t, adminPassword, "create", "mira@example.org", "--password-stdin", db); code != 0 {
		t.Fatal(complained)
	}
	p = browser.Open(t, o)
	p.Goto(url + "/admin")
	fillSignIn(p)
	if o.Width > 0 { // where the header does not fit, all of it stands behind a button
		p.Click("Menu")
		p.Follow("Questions")
	} else {
		p.Follow("Content")
	}
	p.Follow("Start a draft")
	return p, url
}

// fillSignIn fills in the page an admin signs in with.
func fillSignIn(p *browser.Page) {
	p.Fill("Email address", "mira@example.org")
	p.Fill("Password", adminPassword)
	p.Follow("Sign in")
}

// inSight is whether all of what has focus can be seen.
const inSight = `(box => box.top >= 0 && box.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())`

func TestFocusStaysWhereAnEditorWorks(t *testing.T) {
	for _, script := range []bool{false, true} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			p, url := drafting(t, browser.Options{Script: script, Width: 375, Height: 667})
			scene := browser.Eval[string](p, `[...document.querySelectorAll("ol.entries > li")].find(li => li.textContent.includes("Scene")).id.split(".")[1]`)
			p.Goto(url + "/admin/questions/" + scene)
			options := p.Count("fieldset input[type=hidden]")
			p.Follow("Add an option")
			if want := fmt.Sprintf("questions.%s.options.%d.label", scene, options); browser.Eval[string](p, "document.activeElement.id") != want {
				t.Errorf("after adding an option focus is on %q", p.Focused())
			}
			if !browser.Eval[bool](p, inSight) {
				t.Error("the new option is out of sight")
			}
			p.Follow(fmt.Sprintf("Remove option %d", options+1))
			if want := fmt.Sprintf("questions.%s.options.%d.label", scene, options-1); browser.Eval[string](p, "document.activeElement.id") != want {
				t.Errorf("after removing an option focus is on %q", p.Focused())
			}
			p.Goto(url + "/admin/settings")
			p.Fill("Title", " and more")
			p.Follow("Save draft")
			expect(t, p, http.StatusOK, "Saved in the draft.")
			if !strings.HasPrefix(p.Focused(), "Saved in the draft.") || !browser.Eval[bool](p, inSight) {
				t.Errorf("after saving focus is on %q", p.Focused())
			}
			p.Reload()
			if p.Count("#said") != 0 {
				t.Error("a reload says it again")
			}
		})
	}
}

func TestWhoLeavesUnsavedChangesIsAsked(t *testing.T) {
	p, url := drafting(t, withScript)
	p.Goto(url + "/admin/settings")
	p.Follow("Roles")
	if n := p.Asked(); n != 0 {
		t.Errorf("an unchanged form asks %d times", n)
	}
	p.Goto(url + "/admin/settings")
	p.Fill("Title", " and more")
	p.Follow("Roles")
	if n := p.Asked(); n != 1 {
		t.Errorf("a changed form asks %d times, want once", n)
	}
	p.Goto(url + "/admin/settings")
	p.Fill("Title", " and more")
	p.Follow("Save draft")
	p.Follow("Roles")
	if n := p.Asked(); n != 0 {
		t.Errorf("a saved form asks %d times", n)
	}
}
