package server_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/check"
)

var thingsMissing = regexp.MustCompile(`<h2 id="missing" tabindex="-1">(\d+) thing`)

// things reads how many things a step says are missing.
func (v *visitor) things() int {
	v.t.Helper()
	page := v.get("/admin/new/questions").want(v.t, http.StatusOK)
	if strings.Contains(page.body, "Nothing is missing") {
		return 0
	}
	n, err := strconv.Atoi(thingsMissing.FindStringSubmatch(page.body)[1])
	if err != nil {
		v.t.Fatal(err)
	}
	return n
}

func TestWhatIsMissingIsWhatTheChecksFindAndNeverGrowsWhenSomethingIsMended(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther)
	before := v.things()
	for _, step := range []struct {
		at    string
		typed []string
	}{
		{"title", gardens.title},
		{"roles", gardens.roles[:6]},
		{"roles", []string{"new.0.name", "Wild meadow"}},
		{"roles", []string{"roles.wild_meadow.content.tagline", "A place that looks after itself."}},
		{"dimensions", []string{"new.0.name", "Harvest or view"}},
		{"dimensions", []string{"dimensions.harvest_or_view.positive_pole", "Harvest", "dimensions.harvest_or_view.negative_pole", "View"}},
		{"dimensions", []string{"dimensions.harvest_or_view.from", "a guess by Ada"}},
		{"questions", []string{"new.harvest_or_view.positive.0", "A plant should give me something to eat."}},
		{"questions", []string{"new.harvest_or_view.negative.0", "I could look at leaves for an hour."}},
		{"dimensions", []string{"dimensions.harvest_or_view.place.kitchen_garden", "0.6", "dimensions.harvest_or_view.place.wild_meadow", "-0.6"}},
		{"questions", []string{"new.harvest_or_view.positive.0", "I would trade a flower for a bean."}},
		{"questions", []string{"new.harvest_or_view.negative.0", "Colours matter more to me than taste."}},
	} {
		at := "/admin/new/" + step.at
		v.submit(at, at, step.typed...).want(t, http.StatusSeeOther)
		now, errors := v.things(), check.Version(h.draft(t)).Count(check.Error)
		if now > before || (now == 0) != (errors == 0) {
			t.Errorf("after %q %d things are missing, and %d before; the checks find %d errors", step.typed, now, before, errors)
		}
		before = now
	}
	if before != 0 {
		t.Errorf("%d things are missing at the end: %s", before, v.get("/admin/new/questions").body)
	}
}

func TestAStepListsEveryErrorOfTheChecks(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.fillSteps()
	draft := h.draft(t)
	var typed []string
	for _, q := range draft.Questions[3:] {
		typed = append(typed, "questions."+q.Key+".text", "")
	}
	v.submit("/admin/new/questions", "/admin/new/questions", typed...).want(t, http.StatusSeeOther)
	page := v.get("/admin/new/questions").want(t, http.StatusOK)
	found := check.Version(h.draft(t))
	if found.Count(check.Error) < 2 {
		t.Fatalf("the checks find %+v", found.Findings)
	}
	for _, f := range found.Findings {
		if f.Severity == check.Error {
			page.says(t, f.What)
		}
	}
}

func TestTheStepsLeadToPreviewAndChecksAndTheChecksBack(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Editor)
	v.fillSteps()
	page := v.get("/admin/new/roles").want(t, http.StatusOK)
	for _, link := range []string{`href="/admin/preview"`, `href="/admin/play"`, `href="/admin/checks"`, `href="/admin/new/roles" aria-current="step"`} {
		if !strings.Contains(page.body, link) {
			t.Errorf("a step has no %s", link)
		}
	}
	if !strings.Contains(v.get("/admin/checks").want(t, http.StatusOK).body, `href="/admin/new/questions"`) {
		t.Error("nothing leads from the checks to the steps")
	}
}
