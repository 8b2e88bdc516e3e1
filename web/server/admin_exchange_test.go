package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestQuestionsGoToASpreadsheetAndComeBack(t *testing.T) {
	h := open(t)
	v := h.in(t, germans)
	h.admin(t, "mira@example.org", auth.Owner)
	v.signIn("mira@example.org", password)
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	draft := h.draft(t)
	table := v.get("/admin/export/draft.csv").want(t, http.StatusOK).body
	v.upload("/admin/import", table).want(t, http.StatusOK).says(t, "Es gibt keinen Unterschied", "Das ändert den Entwurf", "Es ändert sich nur, was unten steht")

	old := draft.Questions[1].Text
	changed := strings.ReplaceAll(table, old, "Größe zählt.")
	report := v.upload("/admin/import", changed).want(t, http.StatusOK).says(t, "Größe zählt.", old)
	v.upload("/admin/import/draft", "", "text", report.value("text"), "revision", report.value("revision")).want(t, http.StatusSeeOther, "/admin/versions")
	if got := h.draft(t); got.Questions[1].Text != "Größe zählt." || len(got.Roles) != len(draft.Roles) {
		t.Errorf("the draft asks %q", got.Questions[1].Text)
	}
	v.upload("/admin/import", "key;option;asked\n"+draft.Questions[0].Key+";1;vielleicht\n").want(t, http.StatusUnprocessableEntity).
		says(t, "Schreibe ja oder nein")
}

func TestALanguageGoesToATranslatorAndComesBack(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	field := "questions." + draft.Questions[1].Key + ".text"
	was := draft.Translations["de"][field].Text
	v.get("/admin/translations").says(t, "Send it to a translator").has(t, `href="/admin/export/translation/de.xlf"`, `href="/admin/export/translation/de.csv"`)
	for _, address := range []string{"fr.csv", "en.csv", "de.po", "de..csv"} {
		v.get("/admin/export/translation/"+address).want(t, http.StatusNotFound)
	}
	for format, text := range map[string]string{"xlf": "Ganz neu.", "csv": "Und noch einmal."} {
		file := v.get("/admin/export/translation/de."+format).want(t, http.StatusOK)
		if name := file.Header.Get("Content-Disposition"); !strings.Contains(name, "whichpm-en-de."+format) {
			t.Errorf("it is kept as %s", name)
		}
		report := v.upload("/admin/import", strings.ReplaceAll(strings.ReplaceAll(file.body, was, text), draft.Title, "Another title")).want(t, http.StatusOK).says(t, text)
		v.upload("/admin/import/draft", "", "text", report.value("text"), "revision", report.value("revision")).want(t, http.StatusSeeOther, "/admin/versions")
		now := h.draft(t)
		if got := now.Translations["de"][field]; got.Text != text || got.Of != quiz.Fingerprint(now.Questions[1].Text) || now.Title != draft.Title {
			t.Errorf("the translation is %+v", got)
		}
		was = text
	}
}
