package main

import (
	"net/http"
	"testing"

	"whichpm/internal/test/browser"
)

func TestTwoPeopleCompareByInvitation(t *testing.T) {
	ada := visit(t, browser.Options{Script: true})
	ada.Choose("Short version")
	ada.Follow("Start")
	answer(ada)
	ada.Follow("See my result")
	ada.Click("Share or compare")
	ada.Fill("First name (optional)", "Ada")
	ada.Follow("Make a share link")

	ben := browser.Open(t, browser.Options{})
	ben.Goto(ada.Value("Share link"))
	ben.Follow("Take the quiz yourself, then compare with Ada")
	for ben.Path() != "/review" {
		ben.ChooseAt(0)
		ben.Follow("Continue")
	}
	ben.Follow("See my result")
	ben.Says("You were invited to compare with Ada")
	ben.Follow("Compare with Ada")
	expect(t, ben, http.StatusOK, "Comparing", "Ada", "Preference by preference", "What to talk about")
	if n := ben.Count(".people .shape"); n == 0 {
		t.Error("nobody is marked on a dimension")
	}
	comparison := ben.URL()

	ada.Follow("Stop sharing")
	ben.Goto(comparison)
	expect(t, ben, http.StatusGone, "This link no longer works")
}
