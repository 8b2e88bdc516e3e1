package main

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/test/browser"
)

func TestWhatWasTypedOutlivesTheSessionAndTheDraft(t *testing.T) {
	for _, script := range []bool{false, true} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			p, url := drafting(t, browser.Options{Script: script, Width: 375, Height: 667})
			elsewhere := browser.Open(t, browser.Options{Script: script})
			elsewhere.Goto(url + "/admin")
			fillSignIn(elsewhere)

			p.Goto(url + "/admin/settings")
			p.Fill("Title", "Now: ")
			elsewhere.Goto(url + "/admin/account")
			elsewhere.Follow("Sign out everywhere")
			p.Follow("Save draft")
			expect(t, p, http.StatusUnauthorized, "Your session has ended.", "Nothing is saved yet.")
			fillSignIn(p)
			expect(t, p, http.StatusOK, "Continue where you were", "not saved yet")
			p.Follow("Save draft")
			expect(t, p, http.StatusOK, "Saved in the draft.")
			if got := p.Value("Title"); !strings.Contains(got, "Now: ") {
				t.Errorf("the title is %q", got)
			}

			p.Fill("Title", "Here: ")
			elsewhere.Goto(url + "/admin")
			fillSignIn(elsewhere)
			elsewhere.Goto(url + "/admin/versions/draft/removal")
			elsewhere.Follow("Discard the draft")
			p.Follow("Save draft")
			expect(t, p, http.StatusConflict, "discarded it", "Nothing you typed is saved yet.")
			p.Follow("Start a draft with what I typed")
			expect(t, p, http.StatusOK, "Saved in the draft.")
			if got := p.Value("Title"); !strings.Contains(got, "Now: ") || !strings.Contains(got, "Here: ") {
				t.Errorf("the new draft has the title %q", got)
			}
			if n := p.Asked(); n != 0 {
				t.Errorf("going on asks %d times whether to leave", n)
			}
		})
	}
}
