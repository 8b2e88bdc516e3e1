package server_test

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
)

const recalibration = "/admin/insight/recalibration"

// proposed is the proposal for the published version.
func (h *testSite) proposed(t testing.TB) insight.Proposal {
	t.Helper()
	v, err := h.store.Version(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	reported, err := h.store.Reported(t.Context(), 1, 5_000)
	if err != nil {
		t.Fatal(err)
	}
	return insight.Propose(v, reported)
}

func TestWithoutOutcomesThePageSaysThatNobodyToldTheirJob(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get(recalibration).want(t, http.StatusOK).says(t, "Nobody has told us their job yet", "From 50 people in every role on")
}

func TestWithFewOutcomesThePageSaysHowManyAreMissing(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 3, content.First())
	page := v.get(recalibration).want(t, http.StatusOK).says(t, "Not yet: 3 of 50 people in product management", "Not known yet")
	if strings.Contains(page.body, "Accept it") {
		t.Error("the page offers to accept")
	}
	answer := v.post(recalibration, "proposal.was", h.proposed(t).Fingerprint()).want(t, http.StatusUnprocessableEntity)
	answer.says(t, "There is a problem", "may not be accepted yet")
}

func TestAnOwnerAcceptsAProposalIntoTheDraft(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	p := h.proposed(t)
	page := v.get(recalibration).want(t, http.StatusOK)
	page.says(t, "120 people who took version 1", "60 people in product management", "All 4 conditions are met, so the proposal can be accepted.", "The proposal is better than what is published", "Better: it is less surprised by them (log loss", "would have another verdict", "the most in one round", "There is no draft")
	v.post(recalibration, "proposal.was", p.Fingerprint()).want(t, http.StatusNotFound).says(t, "There is no draft")
	v.post("/admin/draft", "next", recalibration).want(t, http.StatusSeeOther, recalibration)

	page = v.get(recalibration).want(t, http.StatusOK).says(t, "Accept into the draft")
	to := v.post(recalibration, "proposal.was", page.value("proposal.was"), "revision", page.value("revision")).want(t, http.StatusSeeOther).to()
	v.get(to).want(t, http.StatusOK).says(t, "The proposal is in the draft")

	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range p.Means {
		profile := draft.Roles[draft.RoleIndex(c.Role)].Profile[c.Dimension]
		if profile.Mean != c.New || c.Moves() != strings.Contains(profile.Source, "moved by 60 reports") {
			t.Errorf("%s is %v in the draft, from %q, want %v", c.Field, profile.Mean, profile.Source, c.New)
		}
	}
	if draft.Settings.Discount != p.Discount.New {
		t.Errorf("the discount is %v, want %v", draft.Settings.Discount, p.Discount.New)
	}
	live, err := h.store.Version(t.Context(), 1)
	if err != nil || live.Hash() != storetest.First().Hash() {
		t.Errorf("what is published changed: %v", err)
	}
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionSaveDraft})
	if err != nil || len(entries) != 1 || entries[0].Subject != "recalibration" || !strings.Contains(entries[0].After, "moved by 60 reports") {
		t.Errorf("the audit log says %+v, %v", entries, err)
	}
	v.get(recalibration).want(t, http.StatusOK).says(t, "The draft has these numbers already")
}

func TestAnOutdatedProposalIsNotAccepted(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.post("/admin/draft", "next", recalibration)
	seen := v.get(recalibration).want(t, http.StatusOK)
	storetest.TellJob(t, h.store, storetest.Result(2), content.First().Roles[0].Key)
	page := v.post(recalibration, "proposal.was", seen.value("proposal.was"), "revision", seen.value("revision")).want(t, http.StatusConflict)
	page.says(t, "The proposal is another one since you opened this page", "61 people in product management")
	if len(h.changesOfDraft(t)) > 0 {
		t.Error("the draft was changed")
	}
	v.post(recalibration, "proposal.was", page.value("proposal.was"), "revision", page.value("revision")).want(t, http.StatusSeeOther)
	if len(h.changesOfDraft(t)) == 0 {
		t.Error("the draft was not changed")
	}
}

func (h *testSite) changesOfDraft(t testing.TB) []quiz.FieldDiff {
	t.Helper()
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	live, err := h.store.Version(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return quiz.Diff(live, draft)
}

func TestAcceptingAProposalKeepsWhatTheDraftChanged(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.post("/admin/draft", "next", recalibration)
	seen := v.get(recalibration).want(t, http.StatusOK)

	change := h.proposed(t).Means[0]
	h.moveMean(t, change, .77)
	v.get(recalibration).want(t, http.StatusOK).says(t, "Left alone in the draft", "Mean of product management on")
	to := v.post(recalibration, "proposal.was", seen.value("proposal.was"), "revision", seen.value("revision")).want(t, http.StatusSeeOther).to()
	if !strings.Contains(to, "left=1&") {
		t.Errorf("it leads to %s", to)
	}
	v.get(to).want(t, http.StatusOK).says(t, "1 number was left alone", "See which")
	draft, _, err := h.store.Draft(t.Context())
	if err != nil || draft.Roles[0].Profile[change.Dimension].Mean != .77 {
		t.Errorf("what somebody typed is gone: %v", err)
	}
}

func TestThereIsNothingToAcceptWhereTheDraftHoldsOtherNumbers(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.post("/admin/draft", "next", recalibration)
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	draft.Settings.Discount, draft.Roles[0].Prior, draft.Roles[1].Prior = 1, .6, .4
	for _, r := range draft.Roles {
		for key, p := range r.Profile {
			p.Mean = .77
			r.Profile[key] = p
		}
	}
	if err := h.store.SaveDraft(t.Context(), draft, entry(quiz.ActionSaveDraft)); err != nil {
		t.Fatal(err)
	}
	v.get(recalibration).want(t, http.StatusOK).says(t, "the draft has other numbers everywhere")
	v.post(recalibration, "proposal.was", h.proposed(t).Fingerprint(), "revision", revision(draft)).
		want(t, http.StatusUnprocessableEntity).says(t, "There is a problem", "There is nothing to set")
}

// moveMean saves the draft with another mean.
func (h *testSite) moveMean(t testing.TB, c insight.Change, mean float64) {
	t.Helper()
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	profile := draft.Roles[draft.RoleIndex(c.Role)].Profile[c.Dimension]
	profile.Mean = mean
	draft.Roles[draft.RoleIndex(c.Role)].Profile[c.Dimension] = profile
	entry := quiz.AuditEntry{At: h.now(), By: "jonas@example.org", Action: quiz.ActionSaveDraft, Subject: "roles." + c.Role}
	if err := h.store.SaveDraft(t.Context(), draft, entry); err != nil {
		t.Fatal(err)
	}
}

func TestAProposalThatPredictsWorseIsShownAndRefused(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	storetest.TellJobs(t, h.store, 50, content.First()) // what they say beyond what the version knows is chance
	if !slices.Contains(h.proposed(t).Obstacles(), insight.ObstacleWorse) {
		t.Fatal("this crowd is not foretold worse")
	}
	v.post("/admin/draft", "next", recalibration)
	page := v.get(recalibration).want(t, http.StatusOK).says(t, "Not met", "Change nothing: the proposal foretells people worse", "conditions are met, so nothing can be accepted yet", "Worse: it is more surprised by them (log loss", "Standard error")
	if strings.Contains(page.body, "Accept into the draft") {
		t.Error("the page offers to accept")
	}
	v.post(recalibration, "proposal.was", h.proposed(t).Fingerprint(), "revision", "1").want(t, http.StatusUnprocessableEntity)
	if len(h.changesOfDraft(t)) > 0 {
		t.Error("the draft was changed")
	}
}

func TestEditorsSeeAProposalAndDoNotAcceptIt(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	storetest.TellJobs(t, h.store, 60, storetest.Shifted())
	v.post("/admin/draft", "next", recalibration)
	page := v.get(recalibration).want(t, http.StatusOK).says(t, "Only owners accept a proposal")
	if strings.Contains(page.body, "Accept into the draft") {
		t.Error("the page offers to accept")
	}
	draft, _, err := h.store.Draft(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	v.post(recalibration, "proposal.was", h.proposed(t).Fingerprint(), "revision", strconv.FormatInt(draft.Revision, 10)).want(t, http.StatusForbidden)
	v.get("/admin/roles?set=x&left=-1").want(t, http.StatusOK)
}
