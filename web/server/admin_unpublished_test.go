package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
)

// openUnpublished is a site with a draft and no published version.
func openUnpublished(t *testing.T) *testSite {
	t.Helper()
	t.Parallel()
	db := storetest.Empty(t)
	if err := db.ImportDraft(t.Context(), content.First(), entry(quiz.ActionImportDraft)); err != nil {
		t.Fatal(err)
	}
	return openOver(t, db, admin.Config{})
}

var adminPages = []string{
	"/admin", "/admin/questions", "/admin/questions/h1", "/admin/dimensions", "/admin/roles", "/admin/roles/product_manager", "/admin/settings",
	"/admin/guide", "/admin/scenarios", "/admin/checks", "/admin/translations", "/admin/insight", "/admin/insight/questions",
	"/admin/insight/dimensions", "/admin/insight/outcomes", "/admin/insight/recalibration", "/admin/preview", "/admin/preview/landing",
	"/admin/preview/guide", "/admin/preview/method", "/admin/versions", "/admin/versions/draft/removal", "/admin/draft/changes", "/admin/versions/draft/aside",
	"/admin/publication", "/admin/import", "/admin/audit", "/admin/admins", "/admin/account", "/admin/insight/days.csv",
}

func TestEveryPageForAdminsWorksWhileNothingIsPublished(t *testing.T) {
	h := openUnpublished(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	for _, path := range adminPages {
		reply := v.get(path)
		said := strings.Contains(reply.body, "Nothing is published yet")
		if reply.StatusCode != http.StatusOK && (reply.StatusCode != http.StatusNotFound || !said) {
			t.Errorf("%s answers %d: %s", path, reply.StatusCode, reply.text("main"))
		}
	}
	if log := h.log.String(); strings.Contains(log, `"ERROR"`) {
		t.Errorf("the log says %s", log)
	}
}

func TestTheFirstVersionIsPublishedFromThePages(t *testing.T) {
	h := openUnpublished(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	h.visitor(t).get("/").want(t, http.StatusServiceUnavailable).says(t, "This quiz is not open yet")
	v.get("/admin/publication").want(t, http.StatusOK).says(t, "first version that is published", "nothing to compare the draft with")
	v.post("/admin/publication", "revision", revision(h.draft(t)), "note", "Open").want(t, http.StatusSeeOther)
	ada := h.visitor(t)
	ada.get("/").want(t, http.StatusOK)
	ada.finishCalmly()
}

func TestWithoutADraftAndAPublishedVersionThePagesSayWhatToDo(t *testing.T) {
	h := openUnpublished(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.post("/admin/versions/draft/removal", "revision", revision(h.draft(t))).want(t, http.StatusSeeOther)
	for _, path := range []string{"/admin/questions", "/admin/publication", "/admin/roles"} {
		v.get(path).want(t, http.StatusNotFound).says(t, "Nothing is published yet")
	}
	v.post("/admin/draft").want(t, http.StatusNotFound).says(t, "Nothing is published yet")
	v.get("/admin/versions").want(t, http.StatusOK).says(t, "Import")
}
