package server_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
)

// finish adds n results of today, as changed, and counts them. Their takers were
// asked everything by lot.
func (h *testSite) finish(t testing.TB, n int, change func(i int, r *quiz.Result)) {
	t.Helper()
	for i := range n {
		r := storetest.Result(i)
		r.FinishedAt, r.Hurried, r.Form = h.now(), false, quiz.FullByLot
		if change != nil {
			change(i, &r)
		}
		if err := h.store.AddResult(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	h.recount(t)
}

// recount brings the statistics up to date once more: they are counted each
// minute.
func (h *testSite) recount(t testing.TB) {
	t.Helper()
	h.wait(2 * time.Minute)
	h.count(t)
}

// choosing answers the question at a place with that option.
func choosing(r *quiz.Result, place int, option int) {
	v := content.First()
	answers, err := v.AnswersFromText(r.Answers)
	if err != nil {
		panic(err)
	}
	answers[place] = option
	r.Answers = answers.Text()
}

var insightPages = []string{
	"/admin/insight", "/admin/insight/questions", "/admin/insight/questions/h1", "/admin/insight/dimensions", "/admin/insight/outcomes",
	"/admin/insight/days.csv", "/admin/insight/questions.csv", "/admin/insight/options.csv", "/admin/insight/steps.csv",
}

func TestEveryAdminMayLookAtTheInsightAndNobodyElse(t *testing.T) {
	h := open(t)
	h.finish(t, 3, nil)
	editor, stranger := h.signedIn(t, "jonas@example.org", auth.Editor), h.visitor(t)
	for _, path := range insightPages {
		editor.get(path).want(t, http.StatusOK)
		stranger.get(path).want(t, http.StatusSeeOther)
	}
	editor.get("/admin").want(t, http.StatusOK).says(t, "See where people leave")
}

func TestWithoutResultsTheInsightPagesSaySo(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin/insight").want(t, http.StatusOK).says(t, "No results yet", "0 results.", "Not brought up to date yet")
	v.get("/admin/insight/questions").want(t, http.StatusOK).says(t, "No results yet")
	v.get("/admin/insight/questions/h1").want(t, http.StatusOK).says(t, "No answers yet")
	v.get("/admin/insight/dimensions").want(t, http.StatusOK).says(t, "No results yet")
	v.get("/admin/insight/outcomes").want(t, http.StatusOK).says(t, "Nobody told their job yet")
}

func TestTheOverviewShowsWhoCameAndWhatTheyWereTold(t *testing.T) {
	h := open(t)
	today := quiz.DayOf(h.now())
	steps := []quiz.StepCount{
		{Version: 1, Day: today, Event: quiz.EventStarted, N: 40},
		{Version: 1, Day: today, Event: quiz.EventShareOpened, N: 1234},
		{Version: 1, Day: today, Event: quiz.EventReached, Place: 1, N: 40},
		{Version: 1, Day: today, Event: quiz.EventReached, Place: 2, N: 31},
		{Version: 1, Day: today, Event: quiz.EventAsked, Place: 4, N: 31},
		{Version: 1, Day: today, Event: quiz.EventAnswered, Place: 4, N: 22},
		{Version: 1, Day: today, Event: quiz.EventSkipped, Place: 4, N: 2},
	}
	if err := h.store.CountSteps(t.Context(), steps); err != nil {
		t.Fatal(err)
	}
	h.finish(t, 20, func(i int, r *quiz.Result) {
		r.Hurried = i < 4
		if i%2 == 0 {
			r.Verdict, r.Top = quiz.Clear, "project_manager"
		}
	})
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin/insight").want(t, http.StatusOK).says(t,
		"16 results. 4 more looked hurried and are left out.", "Brought up to date",
		"Started 40", "Finished 20 50 % of those who started", "Looked hurried 4 20 % of all results", "Shared pages 1234",
		"Clear: Project 8", "Leaning: Product 8", "3 to 5 minutes the middle 16 100 %",
		"Question 2 31 78 %", "7 23 % 31 22 2", "hurried ones too",
	)
}

func TestAPlantedBadQuestionComesFirstInTheList(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	h.finish(t, 99, func(_ int, r *quiz.Result) { choosing(r, 9, 4) })
	v.get("/admin/insight/questions").want(t, http.StatusOK).says(t, "Change nothing yet: 99 people were asked every question by lot, it takes 100.", "Not known yet", "99 people were asked every question by lot so far. It takes 100, so 1 more.")
	h.finish(t, 120, func(_ int, r *quiz.Result) { choosing(r, 9, 4) }) // the first 99 of them are there already
	q := content.First().Questions[9]
	list := v.get("/admin/insight/questions").want(t, http.StatusOK).says(t, "tell little: look at them first.", "questions to look at", "Almost everyone agrees: this question tells little", "One answer takes 100 %: Strongly agree")
	if !strings.HasPrefix(list.text("tbody"), "10. "+q.Text) {
		t.Errorf("question 10 is not the first in the list:\n%s", list.text("table"))
	}
	v.get("/admin/insight/questions?sort=number").want(t, http.StatusOK).says(t, "Questions to look at first")
	if page := v.get("/admin/insight/questions?sort=number"); page.value("sort") != "number" {
		t.Error("choosing another period forgets how the list is sorted")
	}
	v.get("/admin/insight/questions?sort=nonsense").want(t, http.StatusOK).says(t, "Questions to look at come first")
	v.get("/admin/insight/questions/"+q.Key).want(t, http.StatusOK).says(t, q.Text, "This question tells little: change it in the draft, or leave it out.", "Almost everyone agrees", "Strongly agree 100 % 120", "Asked 120", "To change it, start a draft")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	if page := v.get("/admin/insight/questions/" + q.Key); !strings.Contains(page.body, `href="/admin/questions/`+q.Key+`"`) {
		t.Error("it does not lead to the editor")
	}
	v.get("/admin/insight/questions/none").want(t, http.StatusNotFound).says(t, "This version has no such question")
}

func TestVersionAndPeriodAreChosen(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	h.finish(t, 5, func(_ int, r *quiz.Result) { r.FinishedAt = h.now().Add(-40 * 24 * time.Hour) })
	draft := h.reword(t, "ada@example.org", newPrompt)
	v.get("/admin/insight?version=2").want(t, http.StatusNotFound).says(t, "There are no results of such a version")
	v.get("/admin/insight?version=draft").want(t, http.StatusNotFound)
	v.get("/admin/insight?version=99").want(t, http.StatusNotFound)
	if _, err := h.store.Publish(t.Context(), draft.Revision, "Clearer", entry(quiz.ActionPublish)); err != nil {
		t.Fatal(err)
	}
	v.get("/admin/insight").want(t, http.StatusOK).says(t, "Version 2, published Version 1, retired", "0 results.",
		"Version 2 starts to count from its publication on", "What was counted before is with version 1").has(t, `href="/admin/insight?period=365&amp;version=1"`)
	v.get("/admin/insight?version=1").lacks(t, "starts to count")
	v.get("/admin/insight?version=1").want(t, http.StatusOK).says(t, "5 results.")
	v.get("/admin/insight?version=1&period=30").want(t, http.StatusOK).says(t, "0 results.")
	v.get("/admin/insight?version=1&period=90").want(t, http.StatusOK).says(t, "5 results.")
	v.get("/admin/insight?version=1&period=all").want(t, http.StatusOK).says(t, "5 results.")
	v.get("/admin/insight?version=1&period=ever").want(t, http.StatusOK).says(t, "5 results.")
}

func TestTheOutcomesPageHoldsTheVerdictAgainstTheJob(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	h.finish(t, 8, func(i int, r *quiz.Result) { r.Hurried = i >= 5 })
	for i, said := range []quiz.Outcome{
		{Role: "product_manager", Years: 3},
		{Role: "product_manager", Years: 1},
		{Role: "project_manager", Years: 9},
		{Role: "project_manager"},
		{Role: quiz.OtherRole, Years: 2},
		{Role: "product_manager", Years: 2}, // the hurried ones
		{Role: "project_manager"},
		{Role: quiz.OtherRole, Years: 7},
	} {
		said.Result, said.Suits, said.SaidAt = storetest.ResultID(i), 4, h.now()
		if err := h.store.AddOutcome(t.Context(), said); err != nil {
			t.Fatal(err)
		}
	}
	h.recount(t)
	v.get("/admin/insight/outcomes").want(t, http.StatusOK).says(t,
		"Product 2 a year or longer", "Project 1 a year or longer", "Other jobs 1", "Under one year 1", "Looked hurried 3", // 8 in all
		"Not yet measured: the smallest role has 1 person, and each needs 20.", "All 67 % 2 21 % to 94 % 3 3",
		"chance: 67 %", "Product 2 100 % 0 0 % 0 0 % 2", "Of hurried results, 1 of 1 named the job.",
	)
}

func TestTheNumbersAreTablesNoSpreadsheetRunsAnythingFrom(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	draft := h.reword(t, "ada@example.org", "=cmd() opens a window.")
	if _, err := h.store.Publish(t.Context(), draft.Revision, "Clearer", entry(quiz.ActionPublish)); err != nil {
		t.Fatal(err)
	}
	if err := h.store.CountSteps(t.Context(), []quiz.StepCount{{Version: 2, Day: quiz.DayOf(h.now()), Event: quiz.EventAsked, Place: 1, N: 7}}); err != nil {
		t.Fatal(err)
	}
	h.finish(t, 4, func(i int, r *quiz.Result) { r.Version, r.Hurried = 2, i == 0 })
	today := h.now().UTC().Format(time.DateOnly)
	for path, want := range map[string][]string{
		"/admin/insight/days.csv":      {"day,version,results,hurried,not_enough,", today + ",2,4,1,0,0,0,3,0,0,0"},
		"/admin/insight/questions.csv": {"version,form,place,key,text,", ",'=cmd() opens a window.,"},
		"/admin/insight/options.csv":   {"n_product_manager,n_project_manager", "2,lot,2,h1,1,Strongly disagree,"},
		"/admin/insight/steps.csv":     {"version,event,", "2,asked,,2,h1,7"},
	} {
		r := v.get(path+"?version=2&period=30").want(t, http.StatusOK)
		if _, err := csv.NewReader(strings.NewReader(r.body)).ReadAll(); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		for _, text := range want {
			if !strings.Contains(r.body, text) {
				t.Errorf("%s does not hold %q but\n%s", path, text, r.body)
			}
		}
		if !strings.Contains(r.Header.Get("Content-Disposition"), "-version-2.csv") {
			t.Errorf("%s is not a file to keep", path)
		}
		v.get(path+"?version=99").want(t, http.StatusNotFound)
	}
}
