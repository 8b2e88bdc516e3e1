package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

const oldTitle, newTitle = "Which way of working suits you?", "Which way of working suits you best?"

func TestSavingSaysWhichTranslationsItOutdates(t *testing.T) {
	h, v := openWithNewDraft(t)
	to := v.submit("/admin/settings", "/admin/settings", "title", newTitle).want(t, http.StatusSeeOther).to()
	v.get(to).want(t, http.StatusOK).says(t, "1 translation is outdated now", oldTitle, newTitle, "Welche Arbeitsweise passt zu dir?")
	if unsaid := v.get("/admin/settings"); strings.Contains(unsaid.body, "is outdated now") {
		t.Error("it is said again on another visit")
	}
	v.get(germanTitle).says(t, oldTitle, newTitle)
	to = v.submit("/admin/settings", "/admin/settings", "settings.noise", "1,01").want(t, http.StatusSeeOther, "/admin/settings").to()
	if strings.Contains(v.get(to).body, "is outdated now") {
		t.Error("what was outdated before is said to be new")
	}
	if h.draft(t).Translations["de"]["title"].From != oldTitle {
		t.Error("the English it was made from is not kept")
	}
}

func TestPublishingSaysThatItTurnsALanguageOffAndKeepsWhatChangedALittle(t *testing.T) {
	h, _ := openWithNewDraft(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	before := owner.get("/admin/publication")
	if strings.Contains(before.body, "turns German off") {
		t.Error("nothing is turned off yet")
	}
	owner.submit("/admin/settings", "/admin/settings", "title", newTitle).want(t, http.StatusSeeOther)
	owner.get("/admin/publication").says(t, "Publishing turns German off: 1 text is outdated.", oldTitle, newTitle)
	owner.submit("/admin/publication", "/admin/translations/outdated").want(t, http.StatusUnprocessableEntity).
		says(t, "Tick the changes that are small", oldTitle)
	owner.submit("/admin/publication", "/admin/translations/outdated", "small", "de.title").want(t, http.StatusSeeOther, "/admin/publication")
	if after := owner.get("/admin/publication"); strings.Contains(after.body, "turns German off") {
		t.Error("it is still turned off")
	}
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionSmallChange})
	if err != nil || len(entries) != 1 || entries[0].By != "mira@example.org" || !strings.Contains(entries[0].Before, oldTitle) {
		t.Errorf("the log has %+v (%v)", entries, err)
	}
	h.publish(t, owner)
	h.in(t, germans).get("/").has(t, `<html lang="de">`).says(t, "Welche Arbeitsweise passt zu dir?")
}

func TestTheReportOnAnImportSaysWhichTranslationsItOutdates(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	file := strings.Replace(v.get("/admin/export/1.json").body, oldTitle, newTitle, 1)
	report := v.upload("/admin/import", file).want(t, http.StatusOK)
	report.says(t, "1 translation is outdated after the import", oldTitle, newTitle, "Welche Arbeitsweise passt zu dir?")
	v.upload("/admin/import/draft", "", "revision", report.value("revision"), "text", report.value("text")).want(t, http.StatusSeeOther)
	if got := h.draft(t).Translations["de"]["title"]; got.Of != quiz.Fingerprint(oldTitle) || got.From != oldTitle || got.Reviewed {
		t.Errorf("the draft keeps %+v", got)
	}
	v.get("/admin/translations/outdated").want(t, http.StatusOK).says(t, oldTitle, newTitle)
}

func TestAGermanAdminReadsWhatIsOutdatedInGerman(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Owner)
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.Transport = asking{germans}
	to := v.submit("/admin/settings", "/admin/settings", "title", newTitle).want(t, http.StatusSeeOther).to()
	v.get(to).says(t, "1 Übersetzung ist jetzt veraltet", "Englisch, vorher")
	v.get("/admin/publication").says(t, "Durch das Veröffentlichen entfällt Deutsch: 1 Text ist veraltet.")
}
