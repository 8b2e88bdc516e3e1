package server_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/check"
	"whichpm/internal/test/garden"
)

func TestTheExampleOfTheContentFileIsImportedPublishedAndTaken(t *testing.T) {
	if findings := check.Version(garden.Version(t)); findings.Count(check.Error) > 0 {
		t.Errorf("the checks find %+v", findings.Findings)
	}
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	report := v.upload("/admin/import", "", "text", garden.File(t)).want(t, http.StatusOK).says(t, "Which garden suits you?", "12 questions")
	v.upload("/admin/import/draft", "", "revision", "0", "text", report.value("text")).want(t, http.StatusSeeOther)
	v.post("/admin/publication", "revision", revision(h.draft(t)), "note", "The example").want(t, http.StatusSeeOther)
	ada := h.visitor(t)
	ada.get("/").want(t, http.StatusOK).says(t, "Which garden suits you?", "Kitchen garden")
	ada.get(ada.finishCalmly()).want(t, http.StatusOK).says(t, "Wild meadow", "Daily care", "A plant should give me something to eat.")
}
