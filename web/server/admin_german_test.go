package server_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestAGermanEditorIsToldInGermanWhatToCorrect(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/questions?lang=de").want(t, http.StatusSeeOther, "/admin/questions")
	draft := h.draft(t)
	question, role := "/admin/questions/"+draft.Questions[0].Key, "/admin/roles/"+draft.Roles[0].Key
	on := "roles." + draft.Roles[0].Key + ".profile." + draft.Dimensions[0].Key

	v.post(question+"/position", "revision", h.revision(t), "to", "99").want(t, http.StatusUnprocessableEntity).
		says(t, "Es gibt ein Problem", "Wähle einen Platz von 1 bis 28", "28 Fragen, in der Reihenfolge des Quiz")
	v.submit(role, role, on+".mean", "viel", on+".spread", "9.5", on+".se", "").want(t, http.StatusUnprocessableEntity).
		says(t, "Nimm eine Zahl von -3 bis 3; „viel“ ist keine", "von 0,05 bis 5; hier steht 9,5", "von 0 bis 5; hier steht nichts")
	v.submit("/admin/dimensions", "/admin/dimensions", "name", " ").want(t, http.StatusUnprocessableEntity).says(t, "Schreib hier etwas")
	v.submit("/admin/scenarios", "/admin/scenarios", "name", strings.Repeat("x", 81)).want(t, http.StatusUnprocessableEntity).
		says(t, "Kürze das auf 80 Zeichen; es hat 81")
	v.submit(germanTitle, germanTitle, titleField, strings.Repeat("x", 121)).want(t, http.StatusUnprocessableEntity).
		says(t, "Titel des Quiz auf Deutsch", "Kürze das auf 120 Zeichen; es hat 121")
	v.upload("/admin/import", `{"title": 7}`).want(t, http.StatusUnprocessableEntity).
		says(t, "Berichtige, was unten steht", "Schreib hier einen Text in Anführungszeichen")
	v.upload("/admin/import", "").want(t, http.StatusUnprocessableEntity).says(t, "Wähle eine Inhaltsdatei, oder füge ihren Text ein")
}

func TestAGermanEditorEditsAQuestionInGerman(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/questions?lang=de").want(t, http.StatusSeeOther, "/admin/questions")
	path := "/admin/questions/" + h.draft(t).Questions[0].Key
	v.get(path).want(t, http.StatusOK).says(t, "Frage 1", "Wortlaut", "Handlungsweisen", "Möglichkeit 1", "Was die Prüfungen sagen")
	v.submit(path, path, "add", "1").says(t, "Davon ist noch nichts gespeichert", "Möglichkeit 5 herausnehmen")
	v.get(path+"/removal").says(t, "Frage 1 löschen?", "Veröffentlichte Versionen behalten sie")
}
