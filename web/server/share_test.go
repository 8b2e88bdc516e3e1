package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestARevokedLinkAnswersGone(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/share", "scope", "verdict")
	shared := sharedLink(t, h, v.get(result).body)
	v.post(result+"/share/removal", "share", strings.TrimPrefix(shared, "/r/")).want(t, http.StatusSeeOther)
	h.visitor(t).get(shared).want(t, http.StatusGone).says(t, "no longer works", "Go to the quiz")
	if strings.Contains(v.get(result).body, shared) {
		t.Error("the owner still sees the link")
	}
}

func TestARevokedLinkKeepsItsPlaceAndSaysSo(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	var ids []string
	for _, name := range []string{"Ada", "Bea", "Cem"} {
		v.post(result+"/share", "scope", "verdict", "name", name).want(t, http.StatusSeeOther, result+"#link-1")
		v.get(result).says(t, "Your link is ready.")
		ids = append(ids, strings.TrimPrefix(sharedLink(t, h, v.get(result).body), "/r/"))
	}
	_, paper, _ := strings.Cut(v.get(result).body, `class="paper"`)
	if paper, _, _ = strings.Cut(paper, "</p>"); !strings.Contains(paper, h.URL+"/r/"+ids[2]) {
		t.Errorf("of three links that work, paper has another than the newest: %s", paper)
	}
	for range 2 { // a second click says the same
		v.post(result+"/share/removal", "share", ids[1]).want(t, http.StatusSeeOther, result+"#link-2")
	}
	page := v.get(result).says(t, "You stopped sharing this link on")
	last := -1
	for _, mark := range []string{`id="link-1"`, h.URL + "/r/" + ids[2] + `"`, `id="link-2"`, "Bea", "You stopped sharing this link on", `id="link-3"`, ids[0]} {
		at := strings.Index(page.body, mark)
		if at < last {
			t.Fatalf("%s does not stand in its place", mark)
		}
		last = at
	}
	if strings.Contains(page.body, ids[1]) {
		t.Error("the revoked link can still be used")
	}
}

func TestADeletedResultIsGoneWithEveryLink(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/share", "scope", "answers", "name", "Ada")
	shared := sharedLink(t, h, v.get(result).body)
	v.get(result+"/removal").want(t, http.StatusOK).says(t, "cannot be undone")
	v.post(result+"/removal").want(t, http.StatusSeeOther, result)
	v.get(result).want(t, http.StatusGone).says(t, "This result was deleted")
	page := h.visitor(t).get(shared).want(t, http.StatusGone)
	if strings.Contains(page.body, "Ada") {
		t.Error("the page still names the owner")
	}
	v.get("/").says(t, "Start") // the browser has forgotten it too
	v.post(result+"/removal").want(t, http.StatusGone)
}

func TestAScopeHidesWhatItDoesNotShow(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	for scope, shows := range map[string][2]bool{"verdict": {false, false}, "profile": {true, false}, "answers": {true, true}} {
		h.wait(time.Second)
		v.post(result+"/share", "scope", scope)
		page := h.visitor(t).get(sharedLink(t, h, v.get(result).body)).want(t, http.StatusOK).text("main")
		if strings.Contains(page, "The profile") != shows[0] || strings.Contains(page, "Every answer") != shows[1] {
			t.Errorf("a link for %s shows\n%s", scope, page)
		}
	}
}

func TestARefusedShareKeepsWhatWasTyped(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	long := strings.Repeat("Ada ", 20)
	page := v.post(result+"/share", "scope", "answers", "name", long).want(t, http.StatusUnprocessableEntity)
	page.says(t, "at most 40 characters")
	if page.value("name") != long || page.checked() != "answers" {
		t.Errorf("kept %q and %q", page.value("name"), page.checked())
	}
	v.post(result+"/share", "scope", "everything").want(t, http.StatusUnprocessableEntity).says(t, "Choose what the link shows")
}

func TestANameWithMarkupIsShownAsText(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/share", "scope", "verdict", "name", "<script>x</script>").want(t, http.StatusSeeOther)
	page := h.visitor(t).get(sharedLink(t, h, v.get(result).body)).want(t, http.StatusOK)
	if strings.Contains(page.body, "<script>x") {
		t.Error("the name became markup")
	}
	page.says(t, "<script>x</script>’s result")
}

func TestNobodyRevokesALinkOfAnother(t *testing.T) {
	h := open(t)
	ada, bob := h.visitor(t), h.visitor(t)
	hers, his := ada.finish(), bob.finish()
	ada.post(hers+"/share", "scope", "verdict")
	shared := sharedLink(t, h, ada.get(hers).body)
	bob.post(his+"/share/removal", "share", strings.TrimPrefix(shared, "/r/")).want(t, http.StatusNotFound)
	bob.get(shared).want(t, http.StatusOK)
}

func TestSendingAShareFormTwiceMakesOneLink(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	form := v.get(result).value("form")
	for range 3 {
		v.post(result+"/share", "form", form, "scope", "profile", "name", "Ada").want(t, http.StatusSeeOther)
	}
	if n := strings.Count(v.get(result).body, `value="`+h.URL+"/r/"); n != 1 {
		t.Errorf("there are %d links", n)
	}
	v.post(result+"/share", "form", form, "scope", "verdict", "name", "Ada").want(t, http.StatusSeeOther)
	if n := strings.Count(v.get(result).body, `value="`+h.URL+"/r/"); n != 2 {
		t.Errorf("there are %d links after another choice", n)
	}
}
