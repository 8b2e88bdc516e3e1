package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

// wantFlashOnce checks that a page confirms what was done, as a status, at the
// place the address leads to, and not again after a reload.
func wantFlashOnce(t *testing.T, v *visitor, done reply, what string) {
	t.Helper()
	to := done.want(t, http.StatusSeeOther).to()
	if !strings.HasSuffix(to, "#said") {
		t.Fatalf("%s leads to %s, and not to where it is said", done.Request.URL.Path, to)
	}
	page, _, _ := strings.Cut(to, "#")
	first := v.get(page).want(t, http.StatusOK)
	if said := first.textByID("said"); !strings.Contains(said, what) || !strings.Contains(first.body, `role="status" id="said"`) {
		t.Errorf("after %s the page says %q, want %q", done.Request.URL.Path, said, what)
	}
	if strings.Contains(v.get(page).body, `id="said"`) {
		t.Errorf("after %s a reload says it again", done.Request.URL.Path)
	}
}

func TestEveryChangeOfTheDraftIsConfirmedOnceWhereItWasMade(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	wantFlashOnce(t, v, v.post("/admin/draft"), "There is a draft now")
	draft := h.draft(t)
	question, dimension, role := "/admin/questions/"+draft.Questions[0].Key, "/admin/dimensions/"+draft.Dimensions[0].Key, "/admin/roles/"+draft.Roles[0].Key
	translation := "/admin/translations/de/questions." + draft.Questions[0].Key
	for _, test := range []struct {
		page, to string
		typed    []string
		says     string
	}{
		{question, question, nil, "Saved"},
		{"/admin/questions", question + "/position", []string{"to", "3"}, "Moved"},
		{"/admin/questions", question + "/retirement", nil, "No longer asked"},
		{"/admin/questions", question + "/retirement", nil, "Asked again"},
		{"/admin/questions", question + "/copy", nil, "This is the copy"},
		{"/admin/questions", "/admin/questions", []string{"kind", "agree5"}, "Added"},
		{question + "/removal", question + "/removal", nil, "Deleted"},
		{dimension, dimension, []string{dimensionField(dimension), "Other words"}, "Saved"},
		{"/admin/dimensions", "/admin/dimensions", []string{"name", "Pace of work"}, "Added"},
		{dimension + "/removal", dimension + "/removal", nil, "Deleted"},
		{"/admin/roles", "/admin/priors", nil, "Saved"},
		{"/admin/roles", "/admin/roles", []string{"name", "Programme management"}, "Added"},
		{role, role, nil, "Saved"},
		{role, role + "/statements", []string{"new.0.text", "I like to see far."}, "Added"},
		{"/admin/questions/h2/mirror", "/admin/questions/h2/mirror", []string{"questions.h2.text", "I like to see far ahead."}, "other end"},
		{role + "/removal", role + "/removal", nil, "Deleted"},
		{"/admin/settings", "/admin/settings", []string{"title", "Another title"}, "Saved"},
		{"/admin/guide", "/admin/guide", nil, "Saved"},
		{"/admin/scenarios", "/admin/scenarios", []string{"name", "Loves maps"}, "Added"},
		{"/admin/scenarios/loves_maps", "/admin/scenarios/loves_maps", nil, "Saved"},
		{"/admin/scenarios/loves_maps", "/admin/scenarios/loves_maps/removal", nil, "Deleted"},
		{strings.Replace(translation, draft.Questions[0].Key, draft.Questions[1].Key, 1), strings.Replace(translation, draft.Questions[0].Key, draft.Questions[1].Key, 1), nil, "Saved"},
		{"/admin/versions/draft/removal", "/admin/versions/draft/removal", nil, "discarded"},
		{"/admin/versions", "/admin/versions/1/draft", nil, "There is a draft now"},
	} {
		wantFlashOnce(t, v, v.submit(test.page, test.to, test.typed...), test.says)
	}
	wantFlashOnce(t, v, v.post("/admin/sign-out"), "You are signed out")
}

// dimensionField is the name of a dimension in its form.
func dimensionField(path string) string {
	return "dimensions." + strings.TrimPrefix(path, "/admin/dimensions/") + ".name"
}

func TestEveryChangeOfAnAdminIsConfirmedOnceWhereItWasMade(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	h.admin(t, "ada@example.org", auth.Editor)
	at := "/admin/admins/" + h.idOf(t, "ada@example.org")
	wantFlashOnce(t, v, v.post(at+"/role", "role", "owner"), "The role was changed")
	wantFlashOnce(t, v, v.post(at+"/removal"), "Disabled")
	wantFlashOnce(t, v, v.post(at+"/return"), "can sign in again")
	wantFlashOnce(t, v, v.post("/admin/account/password", "current", password, "password", "another long enough", "again", "another long enough"), "Your password was changed")
	wantFlashOnce(t, v, v.post("/admin/account/sessions/removal"), "signed out everywhere")
}

func TestALinkCannotMakeAPageShowAMessage(t *testing.T) {
	_, v := openWithNewDraft(t)
	v.get("/admin/questions") // says that the draft was started
	for _, query := range []string{"said=saved", "notice=published", "what=saved&at=top", "said=%3Cb%3EPay+now"} {
		if page := v.get("/admin/versions?" + query); strings.Contains(page.body, `id="said"`) || strings.Contains(page.body, "Pay now") {
			t.Errorf("?%s has the page say %q", query, page.textByID("said"))
		}
	}
}
