package server_test

import (
	"maps"
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
)

// republish publishes a version with other settings.
func (h *testSite) republish(t testing.TB, change func(*quiz.Settings)) *quiz.Version {
	t.Helper()
	draft, err := h.store.StartDraft(t.Context(), 1, "mira@example.org", h.now())
	if err != nil {
		t.Fatal(err)
	}
	change(&draft.Settings)
	if err := h.store.SaveDraft(t.Context(), draft, entry(quiz.ActionSaveDraft)); err != nil {
		t.Fatal(err)
	}
	id, err := h.store.Publish(t.Context(), draft.Revision, "Other settings", entry(quiz.ActionPublish))
	if err != nil {
		t.Fatal(err)
	}
	v, err := h.store.Version(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestAProposalThatWouldNotPassTheChecksIsShownAndRefused(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	live := h.republish(t, func(s *quiz.Settings) { s.ClearFrom = .63 }) // one answer nearly decides alone
	from := live.Clone()
	maps.Copy(from.Roles[0].Profile, storetest.Shifted().Roles[0].Profile)
	storetest.TellJobs(t, h.store, 200, from)
	v.post("/admin/draft", "next", recalibration).want(t, http.StatusSeeOther)
	page := v.get(recalibration).want(t, http.StatusOK)
	page.says(t, "Better: it is less surprised by them (log loss", "The checks before publishing find no new error Not met", "alone")
	if strings.Contains(page.body, "Accept into the draft") {
		t.Error("the page offers to accept")
	}
	reported, err := h.store.Reported(t.Context(), live.ID, 5_000)
	if err != nil {
		t.Fatal(err)
	}
	p := insight.Propose(live, reported)
	if len(p.Obstacles()) > 0 {
		t.Fatalf("something else forbids it: %v", p.Obstacles())
	}
	v.post(recalibration, "proposal.was", p.Fingerprint(), "revision", "1").
		want(t, http.StatusUnprocessableEntity).says(t, "There is a problem", "may not be accepted yet")
	draft, _, err := h.store.Draft(t.Context())
	if err != nil || len(quiz.Diff(live, draft)) > 0 {
		t.Errorf("the draft was changed: %v", err)
	}
}

func TestAFormThatNamesNoProposalChangesNothing(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.post("/admin/draft", "next", recalibration)
	page := v.post(recalibration).want(t, http.StatusConflict).says(t, "did not say which proposal")
	if strings.Contains(page.body, "because more people told us") {
		t.Error("it says that more people told their job")
	}
	if len(h.changesOfDraft(t)) > 0 {
		t.Error("the draft was changed")
	}
}

func TestAnAcceptedProposalThatIsSentAgainLeadsToTheRoles(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.post("/admin/draft", "next", recalibration)
	h.moveMean(t, h.proposed(t).Means[0], .77)
	page := v.get(recalibration).want(t, http.StatusOK)
	form := []string{"proposal.was", page.value("proposal.was"), "revision", page.value("revision")}
	to := v.post(recalibration, form...).want(t, http.StatusSeeOther).to()
	v.post(recalibration, form...).want(t, http.StatusSeeOther, to)
}
