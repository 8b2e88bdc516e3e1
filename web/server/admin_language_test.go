package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestAGermanAdminReadsTheirPagesInGerman(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	v := h.in(t, germans)
	v.get("/admin/sign-in").want(t, http.StatusOK).has(t, `<html lang="de">`).says(t, "Um das Quiz zu machen, braucht es kein Konto")
	v.post("/admin/guide", "guide.credit", "Was ich schrieb").want(t, http.StatusUnauthorized).says(t, "Deine Sitzung ist zu Ende").has(t, `name="typed.guide.credit" value="Was ich schrieb"`)
	v.signIn("", "").want(t, http.StatusUnprocessableEntity).says(t, "Fehler:", "Gib deine E-Mail-Adresse ein", "Gib dein Passwort ein")
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther, "/admin")
	v.get("/admin/account").says(t, "Dein Konto", "mira@example.org, Leitung", "Zweiten Faktor einrichten")
	v.post("/admin/account/password", "current", password, "password", "kurz", "again", "kurz").
		want(t, http.StatusUnprocessableEntity).says(t, "Nimm mindestens 12 Zeichen")
	v.post("/admin/account/second-factor", "secret", auth.NewTOTPSecret(), "code", "123456").
		want(t, http.StatusUnprocessableEntity).says(t, "Das ist nicht der Code, den deine App jetzt zeigt")
	v.post("/admin/admins", "email", "mira@example.org", "role", "editor").
		want(t, http.StatusUnprocessableEntity).says(t, "Mit dieser Adresse gibt es schon einen Admin", "Zuletzt angemeldet am")
	v.post("/admin/admins/"+h.idOf(t, "mira@example.org")+"/removal").want(t, http.StatusForbidden).
		says(t, "Das kannst du bei dir selbst nicht tun", "Zurück zu den Admins")
	v.get("/admin/guide").says(t, "Version 1 – öffentlich", "Fange einen Entwurf an", "Der Unterschied in einer Zeile")
	v.post("/admin/guide", "guide.credit", "Was ich schrieb").want(t, http.StatusConflict).says(t, "Den Entwurf, den du bearbeitet hast, gibt es nicht mehr", "Entwurf anfangen mit dem, was ich eingegeben habe")
	v.get("/admin/settings?lang=en").want(t, http.StatusSeeOther, "/admin/settings")
	v.get("/admin/settings").has(t, `<html lang="en">`).says(t, "The scoring model", "Title of the quiz")
}

func TestAGermanAdminIsToldInGermanHowLongToWait(t *testing.T) {
	h := open(t)
	h.admin(t, "jonas@example.org", auth.Editor)
	v := h.in(t, germans)
	for range 5 {
		v.signIn("jonas@example.org", "wrong").want(t, http.StatusUnprocessableEntity).says(t, "Die E-Mail-Adresse oder das Passwort stimmt nicht")
	}
	v.signIn("jonas@example.org", password).want(t, http.StatusTooManyRequests).says(t, "Zu viele Versuche. Warte 30 Sekunden")
}

func TestAGermanEditorIsToldInGermanWhatToCorrect(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/questions?lang=de").want(t, http.StatusSeeOther, "/admin/questions")
	draft := h.draft(t)
	question, role := "/admin/questions/"+draft.Questions[0].Key, "/admin/roles/"+draft.Roles[0].Key
	on := "roles." + draft.Roles[0].Key + ".profile." + draft.Dimensions[0].Key

	v.post(question+"/position", "revision", h.revision(t), "to", "99").want(t, http.StatusUnprocessableEntity).
		says(t, "Es gibt ein Problem", counted("Wähle einen Platz von 1 bis {n}"), counted("{n} Fragen, in der Reihenfolge des Quiz"))
	v.submit(role, role, on+".mean", "viel", on+".spread", "9.5", on+".se", "").want(t, http.StatusUnprocessableEntity).
		says(t, "Nimm eine Zahl von -3 bis 3; „viel“ ist keine", "von 0,05 bis 5; hier steht 9,5", "von 0 bis 5; hier steht nichts")
	v.submit("/admin/dimensions", "/admin/dimensions", "name", " ").want(t, http.StatusUnprocessableEntity).says(t, "Schreibe hier etwas")
	v.submit("/admin/scenarios", "/admin/scenarios", "name", strings.Repeat("x", 81)).want(t, http.StatusUnprocessableEntity).
		says(t, "Kürze das auf 80 Zeichen; es hat 81")
	v.submit(germanTitle, germanTitle, titleField, strings.Repeat("x", 121)).want(t, http.StatusUnprocessableEntity).
		says(t, "Titel des Quiz auf Deutsch", "Kürze das auf 120 Zeichen; es hat 121")
	v.upload("/admin/import", `{"title": 7}`).want(t, http.StatusUnprocessableEntity).
		says(t, "Berichtige, was unten steht", "Schreibe hier einen Text in Anführungszeichen")
	v.upload("/admin/import", "").want(t, http.StatusUnprocessableEntity).says(t, "Wähle eine Inhaltsdatei, oder füge ihren Text ein")
}

func TestAGermanEditorEditsAQuestionInGerman(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/questions?lang=de").want(t, http.StatusSeeOther, "/admin/questions")
	path := "/admin/questions/" + h.draft(t).Questions[0].Key
	v.get(path).want(t, http.StatusOK).says(t, "Frage 1", "Text", "Antwortmöglichkeiten", "Möglichkeit 1", "Was die Prüfungen sagen")
	v.submit(path, path, "add", "1").says(t, "Davon ist noch nichts gespeichert", "Möglichkeit 5 herausnehmen")
	v.get(path+"/removal").says(t, "Frage 1 löschen?", "Veröffentlichte Versionen behalten sie")
}

func TestAGermanAdminReadsInGermanWhatResultsSay(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	if err := h.store.CountSteps(t.Context(), []quiz.StepCount{{Version: 1, Day: quiz.DayOf(h.now()), Event: quiz.EventStarted, N: 12_345}}); err != nil {
		t.Fatal(err)
	}
	h.finish(t, 4, func(i int, r *quiz.Result) { r.Hurried = i == 0 })
	v := h.in(t, germans)
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther)
	v.get("/admin/insight").want(t, http.StatusOK).has(t, `<html lang="de">`).says(t,
		"3 Ergebnisse. 1 weiteres wirkte eilig und zählt nicht mit. Stand: ", "Angefangen 12.345", "unter 1 % von denen", "Ein Balken ist eine Woche")
	v.get("/admin/insight/questions").says(t, "Noch nicht bekannt", "Bisher bekamen 3 Personen ausgelost alle Fragen. Nötig sind 100, es fehlen also 97.")
	v.get("/admin/insight/questions/h1").says(t, "Noch nicht bekannt", "Um sie zu ändern, fange unter Fragen einen Entwurf an")
	v.get("/admin/insight/dimensions").says(t, "Noch nicht bekannt")
	h.finish(t, 101, nil)
	v.get("/admin/insight/questions").says(t, "Das beruht auf 100 Personen, die ausgelost alle Fragen bekamen", "Was die Spalten bedeuten")
	v.get("/admin/insight/questions/h1").says(t, "Was Menschen antworten")
	v.get("/admin/insight/dimensions").says(t, "0,49 bis 0,68")
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

func TestAGermanAdminReadsInGermanWhatADraftChanges(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	v := h.in(t, germans)
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther)
	v.get("/admin/publication").want(t, http.StatusOK).says(t, "Es gibt keinen Entwurf zum Veröffentlichen", "bekommt Version 1")
	draft := h.reword(t, "jonas@example.org", "I do not plan the project.")
	v.get("/admin/versions").says(t, "Gespeichert am", "von jonas@example.org", "Zwei Versionen vergleichen", "Version 1, veröffentlicht")
	v.get("/admin/versions/1/diff/draft").says(t, "Vorher: Version 1 (veröffentlicht). Nachher: Entwurf.", "Frage 1", "Geändert", "Text", "Entfernt:")
	v.get("/admin/versions/1/diff/9").want(t, http.StatusNotFound).says(t, "Diese Version gibt es nicht")
	v.get("/admin/checks").says(t, "1 Fehler steht der Veröffentlichung im Weg", "Kein Wort verrät die Rolle", "enthält „project“, und das nennt eine Rolle", "0,000")
	v.get("/admin/publication").says(t, "tritt für alle, die ab dann anfangen", "Beschreib mit alltäglichen Wörtern", "Es gibt noch keine Ergebnisse, die zählen")
	v.post("/admin/publication", "revision", revision(draft), "note", "x").want(t, http.StatusUnprocessableEntity).
		says(t, "Berichtige zuerst, was die Prüfungen gefunden haben")
	v.post("/admin/versions/draft/removal", "revision", revision(draft)).want(t, http.StatusSeeOther)
	v.get("/admin/audit").says(t, "Entwurf verwerfen", "Entwurf speichern", "questions.")
	v.get("/admin/audit?before=gestern").want(t, http.StatusUnprocessableEntity).says(t, "Gib einen Tag als Jahr-Monat-Tag ein")
	v.get("/admin/audit.csv?before=gestern").want(t, http.StatusUnprocessableEntity).says(t, "So lässt sich das Protokoll nicht filtern")
}

func TestADraftIsPreviewedInGermanWhereItIsWhollyTranslated(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	v := h.in(t, germans)
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther)
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.get("/admin/preview").says(t, "Den Entwurf so sehen", counted("{n} Zeichen, eines pro Frage"))
	v.get("/admin/preview/method").has(t, `<html lang="de">`, "Vorschau des Entwurfs.").says(t, "Jede Rolle kann vorn liegen")
	v.get("/admin/preview/result?role=product_manager&draw=0").want(t, http.StatusUnprocessableEntity).says(t, "Gib eine ganze Zahl ab 1 ein")
	v.get("/admin/preview/result?role=product_manager&draw=1").has(t, `<html lang="de">`, "Antworten ändern").says(t, "Warum dieses Ergebnis")
	v.get("/admin/play/1/none").want(t, http.StatusBadRequest).says(t, "Diese Antworten sind nicht lesbar", "Noch einmal von vorn")
	h.reword(t, "mira@example.org", newPrompt)
	v.get("/admin/preview/method").has(t, `<html lang="en">`, `<p lang="de"><b>Vorschau des Entwurfs.`).says(t, "Every role can win")
}
