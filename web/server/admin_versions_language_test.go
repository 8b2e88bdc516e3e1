package server_test

import (
	"net/http"
	"testing"

	"whichpm/internal/auth"
)

func TestAGermanAdminReadsInGermanWhatADraftChanges(t *testing.T) {
	h := open(t)
	h.admin(t, "mira@example.org", auth.Owner)
	v := h.in(t, germans)
	v.signIn("mira@example.org", password).want(t, http.StatusSeeOther)
	v.get("/admin/publication").want(t, http.StatusOK).says(t, "Es gibt keinen Entwurf zum Veröffentlichen", "bekommt Version 1")
	draft := h.reword(t, "jonas@example.org", "I do not plan the project.")
	v.get("/admin/versions").says(t, "Gespeichert am", "von jonas@example.org", "Zwei Versionen vergleichen", "Version 1, veröffentlicht")
	v.get("/admin/versions/1/diff/draft").says(t, "Vorher: Version 1 (veröffentlicht). Nachher: Entwurf.", "Frage 1", "Geändert", "Wortlaut", "Entfernt:")
	v.get("/admin/versions/1/diff/9").want(t, http.StatusNotFound).says(t, "Diese Version gibt es nicht")
	v.get("/admin/checks").says(t, "1 Fehler steht der Veröffentlichung im Weg", "Kein Wort verrät die Rolle", "enthält „project“, und das nennt eine Rolle", "0,500")
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
	v.get("/admin/preview").says(t, "Den Entwurf so sehen", "28 Zeichen, eines pro Frage")
	v.get("/admin/preview/method").has(t, `<html lang="de">`, "Vorschau des Entwurfs.").says(t, "Jede Rolle kann vorn liegen")
	v.get("/admin/preview/result?role=product_manager&draw=0").want(t, http.StatusUnprocessableEntity).says(t, "Gib eine ganze Zahl ab 1 ein")
	v.get("/admin/preview/result?role=product_manager&draw=1").has(t, `<html lang="de">`, "Alle Vorschauen").says(t, "Warum dieses Ergebnis")
	v.get("/admin/play/1/none").want(t, http.StatusBadRequest).says(t, "Diese Antworten sind nicht lesbar", "Noch einmal von vorn")
	h.reword(t, "mira@example.org", newPrompt)
	v.get("/admin/preview/method").has(t, `<html lang="en">`, `<p lang="de"><b>Vorschau des Entwurfs.`).says(t, "Every role can win")
}
