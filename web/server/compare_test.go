package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/web/site"
)

// shares finishes the quiz and makes a share link with that scope and name.
func (v *visitor) shares(scope, name string) (result, shared string) {
	v.t.Helper()
	result = v.finish()
	v.post(result+"/share", "scope", scope, "name", name).want(v.t, http.StatusSeeOther)
	return result, sharedLink(v.t, v.site, v.get(result).body)
}

// id is the address in a share's path.
func id(shared string) string { return strings.TrimPrefix(shared, "/r/") }

func TestTwoPeopleAreCompared(t *testing.T) {
	h := open(t)
	_, ada := h.visitor(t).shares("profile", "Ada")
	_, ben := h.visitor(t).shares("answers", "Ben")
	page := h.visitor(t).get("/compare/"+id(ada)+"/"+id(ben)).want(t, http.StatusOK)
	page.says(t, "Comparing Ada and Ben", "Preference by preference", "What to talk about")
}

func TestAComparisonThatCannotBeMadeSaysWhy(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result, ada := v.shares("profile", "Ada")
	_, secretive := h.visitor(t).shares("verdict", "Ben")
	h.wait(time.Second)
	v.post(result+"/share", "scope", "profile")
	gone := sharedLink(t, h, v.get(result).body)
	v.post(result+"/share/removal", "share", id(gone))
	var seven []string
	for i := range 7 {
		seven = append(seven, string(rune('A'+i))+strings.Repeat("A", 23))
	}
	tests := []struct {
		name, path string
		status     int
		says       string
	}{
		{"one link", "/compare/" + id(ada), 422, "one more share link"},
		{"the same link twice", "/compare/" + id(ada) + "/" + id(ada), 422, "one more share link"},
		{"seven links", "/compare/" + strings.Join(seven, "/"), 422, "at most 6 people"},
		{"a link that shows only the verdict", "/compare/" + id(ada) + "/" + id(secretive), 422, "without the profile"},
		{"a revoked link", "/compare/" + id(ada) + "/" + id(gone), 410, "no longer works"},
		{"an unknown link", "/compare/" + id(ada) + "/" + strings.Repeat("A", 24), 404, "could not find"},
		{"a malformed link", "/compare/" + id(ada) + "/x", 404, "could not find"},
		{"pasted nonsense", "/compare?link=hello", 422, "full share link"},
		{"one pasted link", "/compare?link=" + id(ada), 422, "one more share link"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { v.get(tt.path).want(t, tt.status).says(t, tt.says) })
	}
	v.get("/compare").want(t, http.StatusOK).says(t, "Compare results")
}

func TestPastedLinksLeadToTheComparison(t *testing.T) {
	h := open(t)
	_, ada := h.visitor(t).shares("profile", "Ada")
	_, ben := h.visitor(t).shares("profile", "Ben")
	v := h.visitor(t)
	v.get("/compare?link="+h.URL+ada+"%3Fx%3D1&link="+id(ben)+"&link=").want(t, http.StatusSeeOther, "/compare/"+id(ada)+"/"+id(ben))
}

func TestTheOwnerComparesWithAPastedLink(t *testing.T) {
	h := open(t)
	_, ada := h.visitor(t).shares("profile", "Ada")
	ben := h.visitor(t)
	result := ben.finish()
	to := ben.post(result+"/comparison", "link", h.URL+ada).want(t, http.StatusSeeOther).to()
	ben.get(to).want(t, http.StatusOK).says(t, "Person A and Ada")
	again := ben.post(result+"/comparison", "link", ada).want(t, http.StatusSeeOther).to()
	if again != to {
		t.Error("a second comparison makes a second link")
	}
	ben.post(result+"/comparison", "link", "hello").want(t, http.StatusUnprocessableEntity).says(t, "full share link")
}

func TestAnInvitationSurvivesTheQuiz(t *testing.T) {
	h := open(t)
	_, ada := h.visitor(t).shares("profile", "Ada")
	ben := h.visitor(t)
	ben.get(ada).says(t, "Take the quiz yourself, then compare with Ada")
	at := ben.post(ada+"/invitation").want(t, http.StatusSeeOther, "/q/1").to()
	for at != "/review" {
		at = ben.answer(at, "0").to()
	}
	result := ben.post("/result").want(t, http.StatusSeeOther).to()
	ben.get(result).says(t, "You were invited to compare with Ada")
	h.visitor(t).get(result).want(t, http.StatusOK) // elsewhere the page says nothing of it
	if strings.Contains(h.visitor(t).get(result).text("main"), "You were invited") {
		t.Error("the invitation shows in a browser that never had it")
	}
}

func TestAnInvitationKeepsTheQuizInProgress(t *testing.T) {
	h := open(t)
	_, ada := h.visitor(t).shares("profile", "Ada")
	ben := h.visitor(t)
	ben.start()
	ben.answer("/q/1", "2")
	ben.post(ada+"/invitation").want(t, http.StatusSeeOther, "/q/2")
	if got := ben.get("/q/1").checked(); got != "2" {
		t.Errorf("the answer is %q", got)
	}
	eve := h.visitor(t)
	result := eve.finish()
	eve.post(ada+"/invitation").want(t, http.StatusSeeOther, result+"#compare")
	eve.get(result).says(t, "You were invited to compare with Ada")
}

func TestAnInvitationThatWasTakenBackIsNotShown(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	hers, ada := v.shares("profile", "Ada")
	ben := h.visitor(t)
	result := ben.finish()
	ben.post(ada + "/invitation")
	v.post(hers+"/share/removal", "share", id(ada))
	if strings.Contains(ben.get(result).want(t, http.StatusOK).text("main"), "You were invited") {
		t.Error("it is shown")
	}
	ben.post("/r/short/invitation").want(t, http.StatusNotFound)
}

func TestTakingTheQuizAgainShowsWhatChanged(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	first := v.finish()
	v.start()
	for at := "/q/1"; at != "/review"; {
		at = v.answer(at, "1").to()
	}
	second := v.post("/result").to()
	if second == first {
		t.Fatal("the second time gives the first result")
	}
	v.get(second).says(t, "what changed since you last took the quiz")
	since := second + "/since/" + strings.TrimPrefix(first, "/result/")
	v.get(since).want(t, http.StatusOK).says(t, "Answers that changed", "Before: "+content.First().Questions[0].Options[0].Label)
	v.get(second+"/since/short").want(t, http.StatusNotFound)
	v.post(first + "/removal")
	v.get(since).want(t, http.StatusGone)
	if strings.Contains(v.get(second).text("main"), "what changed") {
		t.Error("the deleted result is still offered")
	}
}

func TestAResultIsShortOnPaperUnlessAllOfItIsAskedFor(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	const short = `class="chapters close short"`
	if page := v.get(result).want(t, http.StatusOK); !strings.Contains(page.body, short) || !strings.Contains(page.body, site.Whole) {
		t.Error("the page is not short on paper, or has no way to print all")
	}
	if page := v.get(result+"?"+site.Whole).want(t, http.StatusOK); strings.Contains(page.body, short) {
		t.Error("the page that prints all is short")
	}
}

func TestWhatIfChangesNothingStored(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	before := v.get(result).text("h1")
	v.get(result+"?matter=lens&matter=success").want(t, http.StatusOK).says(t, "If what you marked mattered more", "As stored")
	v.get(result+"?matter=horizon&matter=lens&matter=spark&matter=voice").want(t, http.StatusUnprocessableEntity).says(t, "at most 3 preferences")
	v.get(result+"?matter=setting").want(t, http.StatusUnprocessableEntity).says(t, "from the list")
	if after := v.get(result).text("h1"); after != before {
		t.Errorf("the verdict is now %q", after)
	}
}
