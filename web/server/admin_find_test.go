package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/content"
)

func TestAnAdminFindsATextAndIsLedToItsField(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin/find").want(t, http.StatusOK).says(t, "Find")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	q := content.First().Questions[9]
	page := v.get("/admin/find?words="+url.QueryEscape(strings.ToUpper(q.Text))).want(t, http.StatusOK).says(t, "1 text", "Question 10")
	if want := `href="/admin/questions/` + q.Key + `#questions.` + q.Key + `.text"`; !strings.Contains(page.body, want) {
		t.Errorf("no %s", want)
	}
	if field := v.get("/admin/questions/" + q.Key); !strings.Contains(field.body, `id="questions.`+q.Key+`.text"`) {
		t.Error("the editor has no such field")
	}
	v.get("/admin/find?words=zebrafish").want(t, http.StatusOK).says(t, "0 texts", "No text has all of these words")
	v.get("/admin/find?words="+strings.Repeat("x", 5000)).want(t, http.StatusOK).says(t, "No text has all of these words")
	if stranger := h.visitor(t).get("/admin/find?words=a"); stranger.StatusCode != http.StatusSeeOther {
		t.Errorf("a stranger is answered %d", stranger.StatusCode)
	}
}
