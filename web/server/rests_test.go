package server_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// publishNext publishes the published version with a change.
func (h *testSite) publishNext(t *testing.T, change func(*quiz.Version)) {
	t.Helper()
	id, err := h.store.PublishedID(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	live, err := h.store.Version(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	next := live.Clone()
	change(next)
	next.Revision = 0
	if err := h.store.ImportDraft(t.Context(), next, entry(quiz.ActionImportDraft)); err != nil {
		t.Fatal(err)
	}
	if _, err := h.store.Publish(t.Context(), h.draft(t).Revision, "Next", entry(quiz.ActionPublish)); err != nil {
		t.Fatal(err)
	}
	h.takers.Refresh(t.Context())
}

func TestAResultSaysWhatItsOwnVersionRestsOn(t *testing.T) {
	h := open(t)
	ada := h.visitor(t)
	old := ada.finish()
	h.publishNext(t, func(v *quiz.Version) { v.About.RestsOn = "It rests on talks with forty people." })
	ada.get(old).want(t, http.StatusOK).says(t, "published job data").lacks(t, "talks with forty people")
	ben := h.visitor(t)
	ben.get(ben.finish()).says(t, "It rests on talks with forty people.")
	ben.get("/method").says(t, "It rests on talks with forty people.")
}

func TestNoPageClaimsJobDataForNumbersThatSomebodyGuessed(t *testing.T) {
	h := open(t)
	ada := h.visitor(t)
	old := ada.finish()
	h.publishNext(t, func(v *quiz.Version) {
		p := v.Roles[0].Profile["lens"]
		p.Mean = 0.8
		v.Roles[0].Profile["lens"] = p
	})
	ben := h.visitor(t)
	for _, path := range []string{ben.finish(), "/method"} {
		ben.get(path).want(t, http.StatusOK).lacks(t, "published job data")
	}
	ada.get(old).says(t, "published job data")
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.get("/admin/checks").says(t, "The results do not say what they rest on")
}
