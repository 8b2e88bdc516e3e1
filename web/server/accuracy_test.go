package server_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/server"
	"whichpm/web/site"
	"whichpm/web/taker"
)

// restartedWith is another site on the same database, started now.
func (h *testSite) restartedWith(t testing.TB, openData bool) *testSite {
	t.Helper()
	other := &testSite{store: h.store, log: h.log, hasher: h.hasher}
	other.wait(h.now().Sub(other.now()))
	public, err := taker.New(t.Context(), h.store, taker.Config{Now: other.now, OpenData: openData})
	if err != nil {
		t.Fatal(err)
	}
	other.takers, other.admins = public, admin.New(h.store, admin.Config{Now: other.now, Hasher: h.hasher})
	log := slog.New(slog.DiscardHandler)
	other.Server = httptest.NewServer(server.New(server.Config{Log: log, Ready: h.store.Ping}, public, other.admins))
	t.Cleanup(other.Close)
	return other
}

// count brings the statistics up to date, once whoever counted last lets go.
func (h *testSite) count(t testing.TB) {
	t.Helper()
	h.wait(2 * time.Minute)
	if err := rollup.New(h.store, rollup.Config{Now: h.now, OpenData: true}).Once(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// addPeople adds n results with a job and a verdict; "" names no role. They are
// told apart by their number, from first on.
func (h *testSite) addPeople(t testing.TB, first, n int, job, named string, change ...func(*quiz.Result, *quiz.Outcome)) {
	t.Helper()
	for i := first; i < first+n; i++ {
		r, o := storetest.Result(i), storetest.Outcome(i)
		r.Hurried, r.Verdict, r.Top = false, quiz.Clear, named
		if named == "" {
			r.Verdict, r.Top = quiz.Balanced, product
		}
		o.Result, o.Role, o.Years, o.Open = r.ID, job, 2, true
		o.SaidAt = storetest.Now.Add(time.Duration(i) * time.Hour) // nobody counts twice for open data
		for _, c := range change {
			c(&r, &o)
		}
		if err := h.store.AddResult(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if err := h.store.AddOutcome(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
}

const product, project = "product_manager", "project_manager"

// addEnoughPeople adds people of each job: 12 rightly named, 6 wrongly, 7 not.
func (h *testSite) addEnoughPeople(t testing.TB) {
	t.Helper()
	h.addPeople(t, 0, 12, product, product)
	h.addPeople(t, 20, 6, product, project)
	h.addPeople(t, 40, 7, product, "")
	h.addPeople(t, 60, 12, project, project)
	h.addPeople(t, 80, 6, project, product)
	h.addPeople(t, 100, 7, project, "")
	h.count(t)
}

func TestAccuracyIsNotShownBeforeTwentyOfEachJobTold(t *testing.T) {
	h := open(t)
	v := h.visitor(t)
	v.get("/method").says(t, "How often the quiz is right", "Not measured yet", "(0 so far)")
	h.addPeople(t, 0, 25, product, product)
	h.addPeople(t, 40, 19, project, "")
	h.count(t)
	page := h.restartedWith(t, false).visitor(t).get("/method").says(t, "Not measured yet", "(44 so far)", "Once 20 people in each role have done so").text("main")
	if strings.Contains(page, "told us they have worked") {
		t.Errorf("it says more than that:\n%s", page)
	}
}

func TestAccuracyIsShownOnceEnoughPeopleTold(t *testing.T) {
	h := open(t)
	h.addEnoughPeople(t)
	h.addPeople(t, 200, 6, product, product, func(r *quiz.Result, _ *quiz.Outcome) { r.Hurried = true })
	h.addPeople(t, 220, 5, quiz.OtherRole, product)
	h.addPeople(t, 240, 2, project, product, func(_ *quiz.Result, o *quiz.Outcome) { o.Years = 0 })
	h.count(t)
	now := h.restartedWith(t, false)
	v := now.visitor(t)
	v.get("/method").says(t,
		"50 people told us", "named a role for 36 of them, and for 24 of those it was their own: 67 %, likely between 50 % and 80 %",
		"By chance it would be 50 %",
		"25 people in product management: it named a role for 18, and theirs for 12 of those: 67 %",
		"Project management 6 12 7 25",
		"in another job (5)", "less than a year in the job (under 5)", "looked hurried (6)", "not a random sample")
	v.get(v.finish()).says(t, "36 people told us their job and had a role named by the quiz. It was their own for 24 of them: 67 %", "How often the quiz is right")
}

func TestNoSmallGroupCanBeWorkedOutFromThePage(t *testing.T) {
	h := open(t)
	h.addPeople(t, 0, 22, product, product)
	h.addPeople(t, 30, 3, product, project)
	h.addPeople(t, 40, 12, project, project)
	h.addPeople(t, 60, 6, project, product)
	h.addPeople(t, 80, 8, project, "")
	h.count(t)
	main := h.restartedWith(t, false).visitor(t).get("/method").says(t, "25 people in product management.", "26 people in project management.", "fewer than 5 people").text("main")
	for _, hidden := range []string{"it named a role for 25", "theirs for", "Their job"} {
		if strings.Contains(main, hidden) {
			t.Errorf("the page says %q", hidden)
		}
	}
}

func TestThePublicNumbersChangeOnceADay(t *testing.T) {
	h := open(t)
	tomorrow := (quiz.DayOf(h.now()) + 1).Start().Add(12 * time.Hour)
	h.wait(tomorrow.Sub(h.now()))
	h.addEnoughPeople(t)
	site := h.restartedWith(t, false)
	v := site.visitor(t)
	look := func(want string) {
		t.Helper()
		if err := site.takers.Measure(t.Context()); err != nil {
			t.Fatal(err)
		}
		v.get("/method").says(t, want+" people told us", "up to yesterday")
	}
	look("50")
	h.addPeople(t, 200, 6, product, product, func(r *quiz.Result, _ *quiz.Outcome) { r.FinishedAt = h.now() })
	h.addPeople(t, 300, 5, product, product) // finished long ago
	h.count(t)
	look("50")
	h.restartedWith(t, false).visitor(t).get("/method").says(t, "55 people told us") // another start looks at the days that are over
	site.wait(24 * time.Hour)
	look("50") // yesterday may not be counted to its end
	h.wait(24 * time.Hour)
	h.count(t)
	look("61")
}

func TestTheRolesAreNamedAsInTheVersionAskedNow(t *testing.T) {
	h := open(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	h.addEnoughPeople(t)
	if err := h.takers.Measure(t.Context()); err != nil {
		t.Fatal(err)
	}
	v := h.visitor(t)
	v.get("/method").says(t, "25 people in product management: it named")
	draft := h.reword(t, "jonas@example.org", newPrompt)
	draft.Roles[0].Name, draft.Roles[1].Name = "Product leadership", "Project leadership"
	if err := h.store.SaveDraft(t.Context(), draft, entry(quiz.ActionSaveDraft)); err != nil {
		t.Fatal(err)
	}
	owner.post("/admin/publication", "revision", revision(draft), "note", "Other names").want(t, http.StatusSeeOther)
	v.get("/method").says(t, "25 people in product leadership: it named", "Named: project leadership", "Product leadership 12 6 7 25")
}

func TestSimulatedPeopleMeasureNothing(t *testing.T) {
	h := open(t)
	if err := h.store.AddSimulated(t.Context(), 50); err != nil {
		t.Fatal(err)
	}
	h.addEnoughPeople(t)
	v := h.restartedWith(t, true).visitor(t)
	v.get("/method").says(t, "Demonstration: these people are simulated", "50 people told us")
	v.get("/data").says(t, "Demonstration: these people are simulated")
	page := v.get(v.finish()).says(t, "Demonstration: the people in this database are simulated").text("main")
	if strings.Contains(page, "it was their own") {
		t.Error("a result claims a measurement")
	}
	if name := v.get("/data.csv").Header.Get("Content-Disposition"); !strings.Contains(name, "simulated") {
		t.Errorf("the file is called %s", name)
	}
}

func TestAnOutcomeTakenBackIsNoLongerCounted(t *testing.T) {
	h := open(t)
	h.addPeople(t, 1, 1, product, product)
	h.count(t)
	h.restartedWith(t, false).visitor(t).get("/method").says(t, "(1 so far)")
	owner := quiz.Owner{Day: 20_000, Secret: quiz.Secret{7: 1}} // as storetest makes them
	h.visitor(t).post(site.OutcomeRemoval(owner)).want(t, http.StatusSeeOther)
	h.count(t)
	h.restartedWith(t, false).visitor(t).get("/method").says(t, "(0 so far)")
}
