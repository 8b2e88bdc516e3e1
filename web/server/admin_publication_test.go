package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/admin"
)

func TestPublishingShowsTheNewWordingAtOnceAndChangesNoResult(t *testing.T) {
	h := open(t)
	owner, ada, ben := h.signedIn(t, "mira@example.org", auth.Owner), h.visitor(t), h.visitor(t)
	result := ada.finishCalmly()
	ada.post(result+"/share", "scope", "answers", "name", "Ada")
	link := sharedLink(t, h, ada.get(result).body)
	before := h.visitor(t).get(link).body
	ben.start()
	asked := ben.get("/q/1").text("fieldset")
	draft := rewordAll(t, h)

	page := owner.get("/admin/publication").want(t, http.StatusOK)
	page.says(t, "Publish the draft", "takes the place of version 1", "No errors", "Of the last 1 result", "Added:")
	owner.post("/admin/publication", "revision", revision(draft), "note", "Plainer words").want(t, http.StatusSeeOther, "/admin/versions")
	owner.get("/admin/versions").says(t, "gets the new version", "Plainer words", "by mira@example.org", "Retired")

	carla := h.visitor(t)
	carla.start()
	carla.get("/q/1").says(t, "as of now")
	if after := ben.get("/q/1").text("fieldset"); after != asked {
		t.Errorf("the one who had started was asked\n%s\nand is now asked\n%s", asked, after)
	}
	for at := "/q/1"; at != "/review"; {
		at = ben.answer(at, "0").want(t, http.StatusSeeOther).to()
	}
	ben.get(ben.post("/result").want(t, http.StatusSeeOther).to()).want(t, http.StatusOK)
	if after := h.visitor(t).get(link).body; after != before {
		t.Errorf("an old share link looked like\n%s\nand now like\n%s", before, after)
	}
	owner.get("/admin/publication").want(t, http.StatusOK).says(t, "There is no draft to publish")
}

// finishCalmly takes the whole quiz in a time and with answers that count in
// the statistics.
func (v *visitor) finishCalmly() string {
	v.t.Helper()
	v.start()
	for n, at := 0, "/q/1"; at != "/review"; n++ {
		v.site.wait(10 * time.Second)
		at = v.answer(at, fmt.Sprint(n%2)).want(v.t, http.StatusSeeOther).to()
	}
	return v.post("/result").want(v.t, http.StatusSeeOther).to()
}

// rewordAll saves a draft that words every question in another way.
func rewordAll(t testing.TB, h *testSite) *quiz.Version {
	t.Helper()
	draft := h.reword(t, "jonas@example.org", "x")
	for i := range draft.Questions {
		draft.Questions[i].Text = content.First().Questions[i].Text + " as of now"
	}
	if err := h.store.SaveDraft(t.Context(), draft, quiz.AuditEntry{At: h.now(), By: "jonas@example.org", Action: quiz.ActionSaveDraft}); err != nil {
		t.Fatal(err)
	}
	return draft
}

func TestANoteIsNeededToPublish(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	draft := h.reword(t, "jonas@example.org", newPrompt)
	v.post("/admin/publication", "revision", revision(draft), "note", "  ").want(t, http.StatusUnprocessableEntity)
	long := strings.Repeat("long ", 300)
	page := v.post("/admin/publication", "revision", revision(draft), "note", long).want(t, http.StatusUnprocessableEntity)
	page.says(t, "There is a problem", "1000", long[:500])
	if page.value("revision") != revision(draft) {
		t.Error("the form forgot its revision")
	}
}

func TestADraftChangedSinceThePageWasOpenedIsNotPublished(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get("/admin/publication").want(t, http.StatusOK).says(t, "There is no draft to publish")
	seen := revision(h.reword(t, "jonas@example.org", "One wording"))
	newer := h.reword(t, "jonas@example.org", "Another wording")
	page := v.post("/admin/publication", "revision", seen, "note", "Plainer words").want(t, http.StatusConflict)
	page.says(t, "The draft was changed since you opened this page", "jonas@example.org saved it just now", "Another wording", "Plainer words")
	if page.value("revision") != revision(newer) {
		t.Errorf("the page offers revision %s", page.value("revision"))
	}
	v.post("/admin/publication", "revision", revision(newer), "note", "Plainer words").want(t, http.StatusSeeOther)
	v.post("/admin/publication", "revision", revision(newer), "note", "Again").want(t, http.StatusConflict).says(t, "It was published or discarded")
}

func TestErrorsOfTheChecksKeepADraftFromBeingPublished(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	draft := h.reword(t, "jonas@example.org", newPrompt)
	draft.Scenarios = nil
	for i := range draft.Questions {
		for o := range draft.Questions[i].Options {
			draft.Questions[i].Options[o].Loadings = map[string]float64{}
		}
	}
	if err := h.store.SaveDraft(t.Context(), draft, quiz.AuditEntry{At: h.now(), By: "jonas@example.org", Action: quiz.ActionSaveDraft}); err != nil {
		t.Fatal(err)
	}
	page := v.get("/admin/publication").want(t, http.StatusOK).says(t, "Correct these, then come back to publish", "See all checks")
	if strings.Contains(page.body, `name="note"`) {
		t.Error("the page offers to publish")
	}
	v.post("/admin/publication", "revision", revision(draft), "note", "Now").want(t, http.StatusUnprocessableEntity).says(t, "Correct what the checks found first")
}

func TestADraftLikeTheLiveVersionIsNotPublished(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.post("/admin/versions/1/draft").want(t, http.StatusSeeOther)
	v.get("/admin/publication").want(t, http.StatusOK).says(t, "There is nothing to publish")
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	v.post("/admin/publication", "revision", revision(draft), "note", "Now").want(t, http.StatusUnprocessableEntity)
}

func TestEditorsDoNotPublish(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	draft := h.reword(t, "jonas@example.org", newPrompt)
	v.get("/admin/publication").want(t, http.StatusForbidden)
	v.post("/admin/publication", "revision", revision(draft), "note", "Now").want(t, http.StatusForbidden).says(t, "Only owners may do that")
}

func TestWhereTwoPeopleAreRequiredTheLastEditorMayNotPublish(t *testing.T) {
	h := openWith(t, admin.Config{TwoPersonPublish: true})
	mira, ada := h.signedIn(t, "mira@example.org", auth.Owner), h.signedIn(t, "ada@example.org", auth.Owner)
	h.admin(t, "jonas@example.org", auth.Editor)
	draft := h.reword(t, "mira@example.org", newPrompt)
	mira.get("/admin/publication").want(t, http.StatusOK).says(t, "A second person publishes this draft", "These owners can: ada@example.org.")
	mira.post("/admin/publication", "revision", revision(draft), "note", "Now").want(t, http.StatusForbidden).says(t, "A second person publishes this draft")
	ada.post("/admin/publication", "revision", revision(draft), "note", "Looked at it").want(t, http.StatusSeeOther)
}
