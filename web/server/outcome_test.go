package server_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// theirJob is a form that says everything.
var theirJob = []string{"role", "product_manager", "years", "3", "suits", "4", "consent", "on"}

// with is the form with something said otherwise.
func with(pairs ...string) []string { return append(append([]string{}, theirJob...), pairs...) }

// resultOf is the id of the result at that address.
func resultOf(t testing.TB, result string) quiz.ResultID {
	t.Helper()
	owner, err := quiz.ParseOwner(strings.TrimPrefix(result, "/result/"))
	if err != nil {
		t.Fatal(err)
	}
	return owner.ID()
}

func TestATakerSaysTheirJobAndTakesItBack(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	v.get(result).says(t, "Do you do one of these jobs?", "Your result stays the same", "Another job")
	kept := v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther, result+"?said=1#outcome")
	v.get(kept.to()).want(t, http.StatusOK).says(t, "Thank you", "Product management", "3 years", "Remove what I said")
	if page := v.get(result).text("main"); strings.Contains(page, "Thank you") || strings.Contains(page, "Another job") {
		t.Errorf("the page still asks or thanks:\n%s", page)
	}
	removed := v.post(result+"/outcome/removal").want(t, http.StatusSeeOther, result+"?said=0#outcome")
	v.get(removed.to()).says(t, "What you told us about your job has been removed", "Another job")
	v.post(result+"/outcome/removal").want(t, http.StatusSeeOther)
	v.post(result+"/outcome", with("role", "other")...).want(t, http.StatusSeeOther)
	v.get(result).says(t, "Another job", "Remove what I said")
}

func TestNobodyIsAskedForTheirJobBeforeAVerdict(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.start()
	at := v.answer("/q/1", "0").to()
	for at != "/review" {
		page := v.get(at)
		if strings.Contains(page.body, "outcome") {
			t.Errorf("%s asks for the job", at)
		}
		at = v.post(at, "question", page.value("question"), "skip", "1").to()
	}
	if strings.Contains(v.get("/review").body, "outcome") {
		t.Error("the review asks for the job")
	}
	result := v.post("/result").want(t, http.StatusSeeOther).to()
	if page := v.get(result).says(t, "not enough answers"); strings.Contains(page.body, "outcome") {
		t.Error("a result without a verdict asks for the job")
	}
	v.post(result+"/outcome", theirJob...).want(t, http.StatusUnprocessableEntity).says(t, "There is no result yet", "Nothing was kept")
	if _, err := h.store.Outcome(t.Context(), resultOf(t, result)); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("something is kept: %v", err)
	}
}

func TestARefusedJobKeepsWhatWasTyped(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	page := v.post(result+"/outcome", "role", "other", "years", "two", "suits", "5").want(t, http.StatusUnprocessableEntity)
	page.says(t, "There is a problem", "from 0 to 60", "Tick the box")
	if page.value("years") != "two" || page.checked() != "profile" { // the share form comes first
		t.Errorf("kept %q and %q", page.value("years"), page.checked())
	}
	for _, kept := range []string{`value="other" checked`, `value="5" checked`, `href="#years"`, `href="#consent"`, `<details class="card noprint" open><summary><h2 class="big" id="outcome"`} {
		if !strings.Contains(page.body, kept) {
			t.Errorf("the page has no %s", kept)
		}
	}
	for name, form := range map[string][]string{
		"nothing":             {},
		"an unknown job":      with("role", "astronaut"),
		"years below 0":       with("years", "-1"),
		"years over 60":       with("years", "61"),
		"half a year":         with("years", "1.5"),
		"years beyond number": with("years", strings.Repeat("9", 40)),
		"suits 0":             with("suits", "0"),
		"suits 6":             with("suits", "6"),
		"no consent":          with("consent", ""),
	} {
		if got := v.post(result+"/outcome", form...).StatusCode; got != http.StatusUnprocessableEntity {
			t.Errorf("%s answers %d", name, got)
		}
	}
	v.post(result+"/outcome", with("years", "\x00")...).want(t, http.StatusBadRequest)
	if _, err := h.store.Outcome(t.Context(), resultOf(t, result)); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("something is kept: %v", err)
	}
}

func TestTheFirstJobSaidStays(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	for range 2 { // sent twice
		v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther)
	}
	v.post(result+"/outcome", with("role", "project_manager", "years", "9")...).want(t, http.StatusConflict).
		says(t, "You told us about a job before", "Product management", "3 years", "Project management", "9 years", "Remove what I said")
	v.post(result+"/outcome", with("years", "many")...).want(t, http.StatusUnprocessableEntity).says(t, "3 years", "from 0 to 60")
	v.get(result).says(t, "3 years")
}

func TestADeletedResultTakesTheJobWithIt(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	result := v.finish()
	v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther)
	v.get(result+"/removal").says(t, "anything you told us about your job")
	v.post(result+"/removal").want(t, http.StatusSeeOther)
	if _, err := h.store.Outcome(t.Context(), resultOf(t, result)); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("it is still kept: %v", err)
	}
	v.post(result+"/outcome", theirJob...).want(t, http.StatusGone).says(t, "This result was deleted")
	v.post(result+"/outcome/removal").want(t, http.StatusGone)
	unknown := "/result/" + strings.Repeat("A", 24)
	v.post(unknown+"/outcome", theirJob...).want(t, http.StatusNotFound)
	v.post("/result/short/outcome/removal").want(t, http.StatusNotFound)
	v.get(unknown+"/outcome").want(t, http.StatusMethodNotAllowed)
}

func TestNothingSharedChangesByWhatATakerSays(t *testing.T) {
	h := open(t)
	v, other := h.visitor(t), h.visitor(t)
	result := v.finish()
	var paths []string
	for _, scope := range []string{"verdict", "profile", "answers"} {
		link := v.share(result, scope, "Ada")
		paths = append(paths, link, link+".json", link+"/card.png")
		if scope != "verdict" {
			paths = append(paths, "/compare"+strings.TrimPrefix(link, "/r")+strings.TrimPrefix(other.share(other.finish(), scope, "Ben"), "/r"))
		}
	}
	before := h.allPages(t, paths)
	v.post(result+"/outcome", theirJob...).want(t, http.StatusSeeOther)
	h.count(t)
	for name, now := range h.restartedWith(t, false).allPages(t, paths) {
		if now != before[name] {
			t.Errorf("%s changed", name)
		}
	}
}

// allPages is what each address shows a visitor, in each format.
func (h *testSite) allPages(t testing.TB, paths []string) map[string]string {
	t.Helper()
	all := map[string]string{}
	v := h.visitor(t)
	address, _ := url.Parse(h.URL)
	port := strings.NewReplacer(":"+address.Port(), ":PORT", "%3A"+address.Port(), "%3APORT")
	for _, path := range paths {
		for _, accept := range []string{"text/html", "text/plain", "text/markdown"} {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Accept", accept)
			body := v.do(request).want(t, http.StatusOK).body
			all[path+" as "+accept] = port.Replace(body)
		}
	}
	return all
}

func TestSayingAJobCountsAsAWrite(t *testing.T) {
	v := open(t).visitor(t)
	result := v.finish()
	last := 0
	for range 300 {
		if last = v.post(result + "/outcome").StatusCode; last == http.StatusTooManyRequests {
			return
		}
	}
	t.Errorf("300 forms are answered, the last with %d", last)
}
