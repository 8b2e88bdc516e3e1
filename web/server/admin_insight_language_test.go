package server_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestAGermanAdminReadsInGermanWhatResultsSay(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	if err := h.store.CountSteps(t.Context(), []quiz.StepCount{{Version: 1, Day: quiz.DayOf(h.now()), Event: quiz.EventStarted, N: 12_345}}); err != nil {
		t.Fatal(err)
	}
	h.finish(t, 3, func(i int, r *quiz.Result) { r.Hurried = i == 0 })
	v := h.in(t, germans)
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther)
	v.get("/admin/insight").want(t, http.StatusOK).has(t, `<html lang="de">`).says(t,
		"2 Ergebnisse. 1 weiteres wirkte eilig und zählt nicht mit. Stand: ", "Angefangen 12.345", "unter 1 % von denen", "Ein Balken ist eine Woche")
	v.get("/admin/insight/questions").says(t, "Noch zu wenige Antworten (2 von 100).", "Was die Spalten bedeuten")
	v.get("/admin/insight/questions/h1").says(t, "Was Menschen antworten", "Um sie zu ändern, fang unter Fragen einen Entwurf an")
	v.get("/admin/insight/dimensions").says(t, "0,49 bis 0,68", "Noch zu wenige Personen (2 von 30).")
	v.get("/admin/insight/outcomes").says(t, "Noch niemand hat einen Beruf angegeben")
	v.get("/admin/insight/recalibration").says(t, "Noch niemand hat uns einen Beruf gesagt", "Ab 50 Personen")
	v.post("/admin/insight/recalibration").want(t, http.StatusConflict).says(t, "um welchen Vorschlag es ging")
	v.get("/admin/insight?version=99").want(t, http.StatusNotFound).says(t, "Von so einer Version gibt es keine Ergebnisse", "Zur veröffentlichten Version")
	v.get("/admin/insight/questions/none").want(t, http.StatusNotFound).says(t, "Diese Frage gibt es in dieser Version nicht")
}

func TestWhoReadsGermanReadsInGermanWhatTheOpenDataHolds(t *testing.T) {
	h := open(t)
	v := h.restartedWith(t, true).in(t, germans)
	v.get("/data").want(t, http.StatusOK).says(t, "in einem anderen Beruf", "Zu wenige Antworten für ein Ergebnis")
}
