package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// reword saves a draft with another wording of the first question.
func (h *testSite) reword(t testing.TB, by, prompt string) *quiz.Version {
	t.Helper()
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		id, err := h.store.PublishedID(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if draft, err = h.store.StartDraft(t.Context(), id, by, h.now()); err != nil {
			t.Fatal(err)
		}
	}
	draft.Questions[0].Text = prompt
	entry := quiz.AuditEntry{At: h.now(), By: by, Action: quiz.ActionSaveDraft, Subject: "questions." + draft.Questions[0].Key}
	if err := h.store.SaveDraft(t.Context(), draft, entry); err != nil {
		t.Fatal(err)
	}
	return draft
}

func revision(v *quiz.Version) string { return strconv.FormatInt(v.Revision, 10) }

const newPrompt = "I like to <b>draw</b> maps of where things go"

func TestTheListOfVersionsSaysWhatBecameOfEach(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get("/admin/versions").want(t, http.StatusOK).says(t, "Version 1", "Published")
	h.reword(t, "jonas@example.org", newPrompt)
	v.get("/admin/versions").want(t, http.StatusOK).says(t, "Version 2", "Draft", "by jonas@example.org", "Compare two versions")
}

func TestTwoVersionsAreComparedWordByWord(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	h.reword(t, "jonas@example.org", newPrompt)
	v.get("/admin/versions/diff?from=1&to=draft").want(t, http.StatusSeeOther, "/admin/versions/1/diff/draft")
	page := v.get("/admin/versions/1/diff/draft").want(t, http.StatusOK)
	page.says(t, "Question 1", "text", "Changed", "Removed:", "Added:", "<b>draw</b>")
	if strings.Contains(page.body, "<b>draw</b>") || !strings.Contains(page.body, "<ins>") || !strings.Contains(page.body, "<del>") {
		t.Errorf("the change is not marked up as it should:\n%s", page.body)
	}
	v.get("/admin/versions/1/diff/1").want(t, http.StatusOK).says(t, "These two are the same")
	for _, none := range []string{"/admin/versions/1/diff/7", "/admin/versions/x/diff/1", "/admin/versions/diff?from=1&to=9"} {
		v.get(none).want(t, http.StatusNotFound).says(t, "There is no such version")
	}
}

func TestAnOldVersionComesBackAsADraft(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.post("/admin/versions/1/draft").want(t, http.StatusSeeOther, "/admin/versions")
	v.get("/admin/versions").says(t, "There is a draft now", "Version 2")
	v.post("/admin/versions/1/draft").want(t, http.StatusConflict).says(t, "There is a draft already", "Discard the draft", "mira@example.org saved it")
	v.post("/admin/versions/9/draft").want(t, http.StatusNotFound)
	v.post("/admin/versions/draft/draft").want(t, http.StatusNotFound)
}

func TestADraftIsDiscardedOnlyAsItWasShown(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get("/admin/versions/draft/removal").want(t, http.StatusNotFound)
	h.reword(t, "jonas@example.org", "One wording")
	seen := v.get("/admin/versions/draft/removal").want(t, http.StatusOK).says(t, "Discard the draft?", "can put it back", "One wording").value("revision")
	h.reword(t, "jonas@example.org", "Another wording")
	again := v.post("/admin/versions/draft/removal", "revision", seen).want(t, http.StatusConflict)
	again.says(t, "Nothing was discarded", "Another wording")
	v.post("/admin/versions/draft/removal", "revision", again.value("revision")).want(t, http.StatusSeeOther, "/admin/versions")
	v.post("/admin/versions/draft/removal", "revision", seen).want(t, http.StatusNotFound)
}
