package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/former"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
)

const newContent = "There are new questions and texts for this quiz"

// openFormer opens a site on a database that an earlier release filled, as the
// program does: it publishes its own content only where there is none.
func openFormer(t *testing.T) *testSite {
	t.Helper()
	t.Parallel()
	db := storetest.OpenFormer(t)
	if err := db.SeedFirst(t.Context(), content.First(), storetest.Now); err != nil {
		t.Fatal(err)
	}
	return openOver(t, db, admin.Config{})
}

func TestAnInstalledQuizKeepsItsVersion(t *testing.T) {
	h := openFormer(t)
	was := former.First(t)
	v := h.visitor(t)
	v.get("/method").want(t, http.StatusOK).says(t, was.Questions[0].Text)
	result, shared := v.shares("answers", "Ada")
	page := v.get(result).want(t, http.StatusOK).says(t, was.Questions[0].Text)
	v.get(shared).want(t, http.StatusOK).says(t, was.Questions[0].Text)
	editor := h.signedIn(t, "jonas@example.org", auth.Editor)
	file, err := content.Format(was)
	if err != nil {
		t.Fatal(err)
	}
	if got := editor.get("/admin/export/1.json").want(t, http.StatusOK).body; got != string(file) {
		t.Error("what is published is another version than before")
	}
	editor.submit("/admin/delivered", "/admin/delivered").want(t, http.StatusSeeOther, "/admin/versions")
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	owner.submit("/admin/publication", "/admin/publication", "note", "The new questions").want(t, http.StatusSeeOther)
	v.get("/method").want(t, http.StatusOK).says(t, content.First().Questions[0].Text)
	v.get(shared).want(t, http.StatusOK).says(t, was.Questions[0].Text)
	if again := v.get(result).want(t, http.StatusOK); !strings.Contains(again.body, was.Questions[0].Text) || page.text("h1") != again.text("h1") {
		t.Errorf("the result reads %q, and read %q", again.text("h1"), page.text("h1"))
	}
}

func TestNewContentIsOfferedAsADraft(t *testing.T) {
	h := openFormer(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	home := v.get("/admin").want(t, http.StatusOK).says(t, newContent, "People keep getting what is published", "See what would change")
	if strings.Contains(home.body, "You have changed") {
		t.Error("it speaks of changes nobody made")
	}
	report := v.get("/admin/delivered").want(t, http.StatusOK)
	report.says(t, newContent, "Nothing is kept yet", "Compared with version 1, which is published", "I find it easy to say no to a good idea.", "Make it the draft")
	if strings.Contains(report.body, "translations would be outdated") {
		t.Error("it outdates its own translations")
	}
	v.post("/admin/delivered", "revision", report.value("revision")).want(t, http.StatusSeeOther, "/admin/versions")
	draft := h.draft(t)
	if draft.Hash() != content.First().Hash() {
		t.Error("the draft is not what the program comes with")
	}
	if missing, outdated := draft.Missing("de"); len(missing)+len(outdated) > 0 {
		t.Errorf("German lacks %d texts, and %d are outdated", len(missing), len(outdated))
	}
	v.get("/admin/audit").says(t, "import draft", "jonas@example.org")
	h.stays(t, v, "with the draft that has it")
	h.reword(t, "jonas@example.org", "One wording")
	h.stays(t, v, "with a draft made from it")
}

// stays expects that nothing is offered.
func (h *testSite) stays(t *testing.T, v *visitor, when string) {
	t.Helper()
	if home := v.get("/admin").want(t, http.StatusOK); strings.Contains(home.body, newContent) {
		t.Errorf("new content is offered %s", when)
	}
	v.get("/admin/delivered").want(t, http.StatusSeeOther, "/admin")
	v.post("/admin/delivered", "revision", "0").want(t, http.StatusSeeOther, "/admin")
}

func TestNewContentTakesThePlaceOfADraftOnlyAsItWasShown(t *testing.T) {
	h := openFormer(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	early := v.get("/admin/delivered").want(t, http.StatusOK)
	h.reword(t, "mira@example.org", "One wording")
	v.post("/admin/delivered", "revision", early.value("revision")).want(t, http.StatusConflict).says(t, "Nothing was imported", "There is a draft already", "mira@example.org saved it last", "One wording")
	report := v.get("/admin/delivered").want(t, http.StatusOK)
	h.reword(t, "mira@example.org", "Another wording")
	again := v.post("/admin/delivered", "revision", report.value("revision")).want(t, http.StatusConflict).says(t, "Nothing was imported", "Another wording")
	if h.draft(t).Hash() == content.First().Hash() {
		t.Fatal("the draft was replaced")
	}
	v.post("/admin/delivered", "revision", again.value("revision")).want(t, http.StatusSeeOther, "/admin/versions")
}

func TestNewContentIsOfferedOnlyWhereTheQuizDescendsFromIt(t *testing.T) {
	published := func(t *testing.T, h *testSite, change func(*quiz.Version)) *visitor {
		t.Helper()
		editor := h.signedIn(t, "jonas@example.org", auth.Editor)
		v := former.First(t)
		change(v)
		file, err := content.Format(v)
		if err != nil {
			t.Fatal(err)
		}
		report := editor.upload("/admin/import", string(file)).want(t, http.StatusOK)
		editor.upload("/admin/import/draft", "", "revision", report.value("revision"), "text", report.value("text")).want(t, http.StatusSeeOther)
		h.signedIn(t, "mira@example.org", auth.Owner).submit("/admin/publication", "/admin/publication", "note", "Ours").want(t, http.StatusSeeOther)
		return editor
	}
	t.Run("changed by hand", func(t *testing.T) {
		h := openFormer(t)
		v := published(t, h, func(v *quiz.Version) { v.Title = "Which work is yours?" })
		v.get("/admin").says(t, newContent, "You have changed the questions and texts you got earlier")
		v.get("/admin/delivered").want(t, http.StatusOK).says(t, "Compare first", "Removed: work is yours?")
	})
	t.Run("another quiz", func(t *testing.T) {
		h := openFormer(t)
		v := published(t, h, func(v *quiz.Version) {
			v.Questions[0].Options[0].Label, v.Scenarios = "Another way to act", nil
			v.Roles[0].Key, v.Translations = "gardener", nil
		})
		h.stays(t, v, "to another quiz")
	})
	t.Run("what the program comes with", func(t *testing.T) {
		h := open(t)
		h.stays(t, h.signedIn(t, "jonas@example.org", auth.Editor), "where it is published")
	})
}
