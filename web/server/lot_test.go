package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// asksByLot publishes version 2, which asks such a share everything by lot.
func (h *testSite) asksByLot(t testing.TB, share float64) {
	t.Helper()
	draft := h.reword(t, "ada@example.org", newPrompt)
	draft.Settings.FullByLot = share
	if err := h.store.SaveDraft(t.Context(), draft, entry(quiz.ActionSaveDraft)); err != nil {
		t.Fatal(err)
	}
	saved := h.draft(t)
	if _, err := h.store.Publish(t.Context(), saved.Revision, "Asks by lot", entry(quiz.ActionPublish)); err != nil {
		t.Fatal(err)
	}
	h.takers.Refresh(t.Context())
}

// only is the one result there is.
func (h *testSite) only(t testing.TB) quiz.Result {
	t.Helper()
	results, err := h.store.LatestResults(t.Context(), 2)
	if err != nil || len(results) != 1 {
		t.Fatalf("%d results: %v", len(results), err)
	}
	return results[0]
}

// wantLeaving checks how many of those asked by lot are counted as started, as
// finished and as ended early.
func (h *testSite) wantLeaving(t testing.TB, started, finished, ended int64) {
	t.Helper()
	got := h.counted(t)
	if got[quiz.EventLotStarted] != started || got[quiz.EventLotFinished] != finished || got[quiz.EventLotEnded] != ended {
		t.Errorf("counted are %v, want %d started, %d finished, %d ended by lot", got, started, finished, ended)
	}
}

const stopHere = "Stop here and see my result"

func TestWhoTheLotFellOnIsToldSoAndAskedEverything(t *testing.T) {
	h := open(t)
	h.asksByLot(t, 1)
	v := h.visitor(t)
	v.post("/start", "form", "short").want(t, http.StatusSeeOther, "/q/1")
	v.get("/q/1").says(t, "of people are asked every question, and you are one of them", counted("Question 1 of {n}"))
	asked := 0
	for at := "/q/1"; at != "/review"; asked++ {
		page := v.get(at).want(t, http.StatusOK)
		if strings.Contains(page.body, stopHere) != (asked > 0) {
			t.Fatalf("%s offers to stop: %v", at, asked == 0)
		}
		h.wait(5 * time.Second)
		at = v.post(at, "question", page.value("question"), "answer", mostPositive(v, page.value("question"))).to()
	}
	if asked != questions {
		t.Errorf("%d questions were asked", asked)
	}
	if page := v.get("/review"); strings.Contains(page.body, "you are one of them") || strings.Contains(page.body, "Answer the rest") {
		t.Error("it says so when everything is asked")
	}
	v.post("/result").want(t, http.StatusSeeOther)
	v.post("/result").want(t, http.StatusSeeOther) // sent twice
	if r := h.only(t); r.Form != quiz.FullByLot {
		t.Errorf("the result has the form %s", r.Form)
	}
	h.wantLeaving(t, 1, 1, 0)
}

func TestWhoTheLotFellOnMayStopAfterAnyAnswerAndSeeTheResult(t *testing.T) {
	h := open(t)
	h.asksByLot(t, 1)
	v := h.visitor(t)
	v.post("/start", "form", "short").want(t, http.StatusSeeOther, "/q/1")
	if page := v.get("/review"); strings.Contains(page.body, "See my result") {
		t.Error("a result is offered before the first answer")
	}
	v.post("/result").want(t, http.StatusUnprocessableEntity).says(t, "Answer at least one question")
	at := "/q/1"
	for range 9 {
		h.wait(5 * time.Second)
		at = v.answer(at, "0").to()
	}
	v.get(at).says(t, stopHere)
	v.get("/review").says(t, "You have answered 9 questions so far.", "you are one of them", "Continue", "See my result")
	v.get(v.post("/result").want(t, http.StatusSeeOther).to()).want(t, http.StatusOK).says(t, "Your profile")
	r := h.only(t)
	if r.Form != quiz.Short || len(r.Asked) != 2*9 {
		t.Errorf("the result has the form %s and %d questions", r.Form, len(r.Asked)/2)
	}
	v.get("/review").want(t, http.StatusSeeOther)
	h.wantLeaving(t, 1, 0, 1)
}

func TestWhoTheLotDidNotFallOnEndsAsBefore(t *testing.T) {
	v := open(t).visitor(t)
	v.post("/start", "form", "short").want(t, http.StatusSeeOther, "/q/1")
	if page := v.get("/q/1"); strings.Contains(page.body, "you are one of them") {
		t.Error("they are told that it fell on them")
	}
	v.answer("/q/1", "0")
	if page := v.get("/q/2"); strings.Contains(page.body, stopHere) {
		t.Error("they may stop anywhere")
	}
	v.post("/result").want(t, http.StatusUnprocessableEntity)
	v.site.wantLeaving(t, 0, 0, 0)
}

func TestLeavingIsShownByForm(t *testing.T) {
	h := open(t)
	h.asksByLot(t, .1)
	today := quiz.DayOf(h.now())
	var steps []quiz.StepCount
	for event, n := range map[quiz.Event]int64{quiz.EventStarted: 400, quiz.EventLotStarted: 40, quiz.EventLotFinished: 20, quiz.EventLotEnded: 10} {
		steps = append(steps, quiz.StepCount{Version: 2, Day: today, Event: event, N: n})
	}
	if err := h.store.CountSteps(t.Context(), steps); err != nil {
		t.Fatal(err)
	}
	h.finish(t, 300, func(_ int, r *quiz.Result) { r.Version = 2 })
	h.signedIn(t, "jonas@example.org", auth.Editor).get("/admin/insight").want(t, http.StatusOK).says(t,
		"Leaving by form", "Everything, by lot 40 20 50 % 10 25 % 10 25 %", "everything by choice 360 270 75 % 0 0 % 90 25 %")
}

func TestADraftIsPlayedAsByLotToo(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	draft.Settings.FullByLot = 1
	if err := h.store.SaveDraft(t.Context(), draft, entry(quiz.ActionSaveDraft)); err != nil {
		t.Fatal(err)
	}
	at := v.post("/admin/play", "form", "short").want(t, http.StatusSeeOther).to()
	v.get(at).says(t, "you are one of them", counted("Question 1 of {n}"))
	for range 9 {
		at = v.post(at, "answer", "0").want(t, http.StatusSeeOther).to()
	}
	v.get(at).says(t, stopHere)
	v.get(at+"?stop").want(t, http.StatusOK).says(t, "Your profile")
}

func TestQuestionsAreNotJudgedBeforeEnoughWereAskedEverythingByLot(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	h.finish(t, 150, func(i int, r *quiz.Result) {
		if i >= 40 {
			r.Form = quiz.Full // by choice: these are not taken for it
		}
	})
	for _, page := range []string{"questions", "questions/h1", "dimensions"} {
		v.get("/admin/insight/"+page).want(t, http.StatusOK).says(t, "150 results.", "Not known yet", "40 people were asked every question by lot so far. It takes 100, so 60 more.")
	}
	v.get("/admin/insight").want(t, http.StatusOK).says(t, "150 results.", "Verdicts over time")
	if list := v.get("/admin/insight/questions.csv").body; !strings.Contains(list, "\r\n1,lot,1,") || !strings.Contains(list, ",40,40,0,,,,40,") {
		t.Errorf("the file says something of what is not known:\n%s", list)
	}
}

func TestAVersionThatAsksNobodyByLotSaysWhatItsResultsCannotSay(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	h.finish(t, 150, func(_ int, r *quiz.Result) { r.Form = quiz.Short })
	v.get("/admin/insight/questions").want(t, http.StatusOK).says(t, "Not known yet", "This version asks nobody everything by lot, so its results, also those counted before, cannot say")
	v.get("/admin/insight").want(t, http.StatusOK).says(t, "150 results.", "Verdicts over time")
}

func TestTheShareAskedByLotIsASettingAndAStatementOnTheMethodPage(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.submit("/admin/settings", "/admin/settings", "settings.full_by_lot", "1.5").want(t, http.StatusUnprocessableEntity)
	v.submit("/admin/settings", "/admin/settings", "settings.full_by_lot", "0.2").want(t, http.StatusSeeOther)
	if got := h.draft(t).Settings.FullByLot; got != .2 {
		t.Errorf("it is %g", got)
	}
	if page := h.visitor(t).get("/method"); strings.Contains(page.body, "draw lots") {
		t.Error("a version that asks nobody by lot says that it does")
	}
	h.asksByLot(t, .2)
	h.visitor(t).get("/method").says(t, "one in 5 is asked every question. We draw lots for this", "Share asked everything by lot 20 %")
	h.asksByLot(t, .125)
	h.visitor(t).get("/method").says(t, "one in 8 is", "12.5 %")
	h.asksByLot(t, .3)
	h.visitor(t).get("/method").says(t, "short version, 30 % are asked every question. We draw lots for this")
}
