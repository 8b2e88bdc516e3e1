package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

const (
	germanTitle = "/admin/translations/de/title"
	germanList  = "/admin/translations#translations.de"
	titleField  = "translations.de.title"
)

// publish gives the draft to everybody.
func (h *testSite) publish(t *testing.T, owner *visitor) {
	t.Helper()
	owner.post("/admin/publication", "revision", h.revision(t), "note", "Better words").want(t, http.StatusSeeOther)
}

func TestATranslationIsShownOnceItIsPublished(t *testing.T) {
	h, v := openWithNewDraft(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get(germanTitle).want(t, http.StatusOK).says(t, "Title of the quiz in German", "Which way of working suits you?", "Welche Arbeitsweise passt zu dir?")
	v.submit(germanTitle, germanTitle, titleField, "Was liegt dir?", titleField+".reviewed", "on").want(t, http.StatusSeeOther, germanTitle)
	want := quiz.Translated{Text: "Was liegt dir?", Of: quiz.Fingerprint(h.draft(t).Title), Reviewed: true}
	if got := h.draft(t).Translations["de"]["title"]; got != want {
		t.Errorf("the draft keeps %+v, want %+v", got, want)
	}
	v.get("/admin/audit").says(t, "translations.de.title", "Was liegt dir?")
	h.in(t, germans).get("/").says(t, "Welche Arbeitsweise passt zu dir?")
	h.publish(t, owner)
	h.in(t, germans).get("/").want(t, http.StatusOK).has(t, `<html lang="de">`).says(t, "Was liegt dir?")
	h.visitor(t).get("/").says(t, "Which way of working suits you?")
}

func TestAChangedWordingSwitchesALanguageOffUntilItIsSeenAgain(t *testing.T) {
	h, v := openWithNewDraft(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	v.submit("/admin/settings", "/admin/settings", "title", "Another title").want(t, http.StatusSeeOther)
	list := v.get("/admin/translations").want(t, http.StatusOK).says(t, "Not complete, so not offered", "0 missing, 1 outdated", "Title of the quiz Outdated")
	list.has(t, `href="`+germanTitle+"#"+titleField+`"`)
	v.get("/admin/checks").says(t, "German is not offered: 1 text is outdated.", "No native speaker has read").has(t, `href="`+germanList+`"`)
	v.submit(germanTitle, germanTitle).want(t, http.StatusSeeOther, germanTitle)
	v.get("/admin/translations").says(t, "1 outdated")
	h.publish(t, owner)
	h.in(t, germans).get("/").has(t, `<html lang="en">`).says(t, "Another title")

	v.post("/admin/draft").want(t, http.StatusSeeOther)
	v.submit(germanTitle, germanTitle, titleField+".fits", "on").want(t, http.StatusSeeOther, germanTitle)
	v.get("/admin/translations").says(t, "Complete", "0 missing, 0 outdated")
	v.get("/admin/audit").says(t, "made from: the text as it stands")
	h.publish(t, owner)
	h.in(t, germans).get("/").has(t, `<html lang="de">`).says(t, "Welche Arbeitsweise passt zu dir?")
}

func TestATextThatIsTakenAwayIsListedAsMissing(t *testing.T) {
	h, v := openWithNewDraft(t)
	const path, field = "/admin/translations/de/questions.h1", "translations.de.questions.h1.text"
	v.submit(path, path, field, "  ").want(t, http.StatusSeeOther, path)
	if _, there := h.draft(t).Translations["de"]["questions.h1.text"]; there {
		t.Error("the text is still there")
	}
	v.get("/admin/translations").says(t, "1 missing, 0 outdated").has(t, `href="`+path+"#"+field+`"`)
	v.get(path).has(t, `id="`+field+`"`)
}

func TestARefusedTranslationKeepsWhatWasTyped(t *testing.T) {
	h, v := openWithNewDraft(t)
	const path, at = "/admin/translations/de/questions.up", "translations.de.questions.up."
	before, long := h.draft(t), strings.Repeat("ü", 201)
	refused := v.submit(path, path, at+"text", "Ich würde <b>eher</b>", at+"left", long, at+"right", "un\u202esichtbar", at+"reviewed", "on").
		want(t, http.StatusUnprocessableEntity)
	refused.says(t, "There is a problem", "Shorten this to 200 characters; it has 201", "Take out the hidden character U+202E")
	got := refused.filled(path)
	if got.Get(at+"text") != "Ich würde <b>eher</b>" || got.Get(at+"left") != long || got.Get(at+"right") != "un\u202esichtbar" {
		t.Errorf("the form holds %v", got)
	}
	refused.has(t, `name="`+at+`reviewed" type="checkbox" checked`)
	if after := h.draft(t); after.Revision != before.Revision || after.Hash() != before.Hash() {
		t.Error("something was saved")
	}
}

func TestATranslationOfAnOlderDraftShowsBothTexts(t *testing.T) {
	h, v := openWithNewDraft(t)
	old := h.revision(t)
	v.submit(germanTitle, germanTitle, titleField, "Der erste").want(t, http.StatusSeeOther)
	stale := v.submit(germanTitle, germanTitle, "revision", old, titleField, "Der zweite").want(t, http.StatusConflict)
	stale.says(t, "The same was changed in the meantime", "Title of the quiz in German", "Der erste", "Der zweite")
	if got := h.draft(t).Translations["de"]["title"].Text; got != "Der erste" {
		t.Errorf("the draft keeps %q", got)
	}
}

func TestWhatWasTranslatedOfADeletedQuestionIsShown(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.post("/admin/questions/h1/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
	v.post("/admin/translations/de/questions.h1", "revision", h.revision(t), "translations.de.questions.h1.text", "Ich denke weit voraus.").
		want(t, http.StatusConflict).says(t, "Ich denke weit voraus.", "no longer in the draft")
}
