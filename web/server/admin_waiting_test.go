package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// waitingPath is the page of the draft that waits under that name.
func (h *testSite) waitingPath(t *testing.T, name string) string {
	t.Helper()
	list, err := h.store.WaitingDrafts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range list {
		if w.Name == name {
			return fmt.Sprintf("/admin/drafts/%d", w.ID)
		}
	}
	t.Fatalf("no %q among %+v", name, list)
	return ""
}

const asidePath = "/admin/versions/draft/aside"

func TestADraftWaitsUnderANameWhileAnotherIsPublished(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.retitled("The autumn quiz")
	was := v.get("/admin/export/draft.json").body
	v.submit(asidePath, asidePath, "name", "Autumn").want(t, http.StatusSeeOther, "/admin/versions")
	v.get("/admin/versions").want(t, http.StatusOK).says(t, "The draft waits", "Autumn", "by jonas@example.org")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.retitled("The spring quiz")
	at := h.waitingPath(t, "Autumn")
	page := v.get(at).want(t, http.StatusOK).says(t, "There is a draft already", "jonas@example.org saved it just now", "The autumn quiz", "Version 1 was published then")
	v.sendForm(at+"/draft", page.filled(at+"/draft")).want(t, http.StatusUnprocessableEntity).says(t, "Write something here")
	form := page.filled(at + "/draft")
	form.Set("name", "Spring")
	v.retitled("The late spring quiz")
	v.sendForm(at+"/draft", form).want(t, http.StatusConflict).says(t, "The draft was changed since you opened this page")
	v.submit(at, at+"/draft", "name", "Spring").want(t, http.StatusSeeOther, "/admin/versions")
	if now := v.get("/admin/export/draft.json").body; now != was {
		t.Error("it came back as something else")
	}
	at = h.waitingPath(t, "Spring")
	if file := v.get(at+"/export.json").want(t, http.StatusOK).body; !strings.Contains(file, "The late spring quiz") {
		t.Error("its file is another")
	}
	v.submit(at, at, "new_name", "Later").want(t, http.StatusSeeOther)
	v.submit(at+"/removal", at+"/removal").want(t, http.StatusSeeOther)
	v.get(at).want(t, http.StatusNotFound).says(t, "No such draft waits")
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionDeleteDraft})
	if err != nil || len(entries) != 1 || entries[0].Before != "Later" {
		t.Errorf("the log says %+v, %v", entries, err)
	}
}

func TestADiscardedDraftIsPutBack(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.retitled("The autumn quiz")
	v.submit("/admin/versions/draft/removal", "/admin/versions/draft/removal").want(t, http.StatusSeeOther)
	v.get("/admin/versions").says(t, "The draft was discarded", "The discarded draft")
	at := h.waitingPath(t, "")
	v.submit(at, at+"/draft").want(t, http.StatusSeeOther)
	if got := h.draft(t).Title; got != "The autumn quiz" {
		t.Errorf("it is called %q", got)
	}
	v.post(at+"/draft").want(t, http.StatusNotFound)
}

func TestANameForADraftThatIsTakenIsRefusedWithWhatWasTyped(t *testing.T) {
	_, v := openWithNewDraft(t)
	v.submit(asidePath, asidePath, "name", "Autumn").want(t, http.StatusSeeOther)
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	for name, says := range map[string]string{"Autumn": "Choose another name", " ": "Write something here", strings.Repeat("x", 81): "Shorten this to 80"} {
		if page := v.submit(asidePath, asidePath, "name", name).want(t, http.StatusUnprocessableEntity).says(t, says); page.filled(asidePath).Get("name") != name {
			t.Errorf("%q is not kept", name)
		}
	}
}
