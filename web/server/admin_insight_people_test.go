package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestNoShareInTheFunnelIsAboveOneHundredPercent(t *testing.T) {
	h := open(t)
	today := quiz.DayOf(h.now())
	steps := []quiz.StepCount{
		{Version: 1, Day: today, Event: quiz.EventStarted, N: 100},
		{Version: 1, Day: today, Event: quiz.EventReached, Place: 1, N: 100},
		{Version: 1, Day: today, Event: quiz.EventReached, Place: 2, N: 123},
	}
	if err := h.store.CountSteps(t.Context(), steps); err != nil {
		t.Fatal(err)
	}
	h.recount(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin/insight").want(t, http.StatusOK).says(t, "Question 2 123 100 %", "Their share is shown as 100 %")
}

func TestReliabilityIsNotShownForTooFewPeople(t *testing.T) {
	h := open(t)
	h.finish(t, 120, func(i int, r *quiz.Result) {
		if i >= 2 {
			choosing(r, 1, quiz.NoAnswer)
		}
	})
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin/insight/dimensions").want(t, http.StatusOK).says(t, "Too few people yet (2 of 30). – – 6 2")
	v.get("/admin/insight/questions/h1").want(t, http.StatusOK).says(t, "Goes with the others (item-rest) –", "Too few people yet (2 of 30)")
	h.finish(t, 160, nil) // the first 120 of them are there already
	page := v.get("/admin/insight/dimensions").want(t, http.StatusOK)
	if text := page.text("main"); strings.Contains(text, "Too few people") {
		t.Errorf("of 40 people it says %s", text)
	}
}

func TestSimulatedResultsAreCalledThat(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	if err := h.store.AddSimulated(t.Context(), 5000); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/admin/insight", "/admin/insight/questions", "/admin/insight/questions/h1", "/admin/insight/dimensions", "/admin/insight/outcomes"} {
		v.get(path).want(t, http.StatusOK).says(t, "Simulated results.", "5000 results of this database were made up")
	}
}
