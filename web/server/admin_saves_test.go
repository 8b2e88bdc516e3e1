package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

const savesPage, undoPath, redoPath = "/admin/draft/changes", "/admin/draft/changes/undo", "/admin/draft/changes/redo"

// retitled saves another title through the page.
func (v *visitor) retitled(title string) reply {
	v.t.Helper()
	return v.submit("/admin/settings", "/admin/settings", "title", title).want(v.t, http.StatusSeeOther)
}

func TestASavedChangeIsUndoneWhereItWasSaid(t *testing.T) {
	h, v := openWithNewDraft(t)
	before := h.draft(t)
	v.retitled("Another title")
	said := v.get("/admin/settings").want(t, http.StatusOK).says(t, "Saved in the draft", "Undo", "Changes to the draft")
	if where := said.textByID("said"); !strings.Contains(where, "Undo") {
		t.Errorf("it is not said where the change was: %q", where)
	}
	said.has(t, `form="undo">Undo`)
	v.sendForm(undoPath, said.filled(undoPath)).want(t, http.StatusSeeOther, savesPage)
	v.get(savesPage).want(t, http.StatusOK).says(t, "The change was undone", "Title of the quiz", "jonas@example.org", "Undone", "Make this change again")
	if after := h.draft(t); after.Hash() != before.Hash() || after.Revision != before.Revision+2 {
		t.Errorf("the draft is called %q", after.Title)
	}
	v.submit(savesPage, redoPath).want(t, http.StatusSeeOther)
	if got := h.draft(t).Title; got != "Another title" {
		t.Errorf("made again it is called %q", got)
	}
	h.wantAudit(t, "jonas@example.org", quiz.ActionRedo, quiz.ActionUndo, quiz.ActionSaveDraft, quiz.ActionStartDraft, "sign in")
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{Action: quiz.ActionUndo})
	if err != nil || !strings.Contains(entries[0].Before, "Another title") || !strings.Contains(entries[0].After, before.Title) {
		t.Errorf("the log says %+v, %v", entries, err)
	}
}

func TestWhoUndoesAChangeIsLedToWhatItWasAbout(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.retitled("Another title")
	v.submit(savesPage, undoPath).want(t, http.StatusSeeOther, savesPage)
	said := v.get(savesPage).want(t, http.StatusOK)
	if where := said.textByID("said"); !strings.Contains(where, "The change was undone. See what it was about:") || !strings.Contains(where, "Title of the quiz") {
		t.Errorf("it says %q", where)
	}
	said.has(t, `<a href="/admin/settings#title">Title of the quiz`)
	v.submit(savesPage, redoPath).want(t, http.StatusSeeOther, savesPage)
	v.get(savesPage).want(t, http.StatusOK).says(t, "The change was made again. See what it was about:").has(t, `<a href="/admin/settings#title">Title of the quiz`)
	v.get(savesPage).want(t, http.StatusOK).lacks(t, `id="said"`)

	key := h.draft(t).Questions[3].Key
	v.submit("/admin/questions", "/admin/questions/"+key+"/position", "by", "1").want(t, http.StatusSeeOther)
	v.submit(savesPage, undoPath).want(t, http.StatusSeeOther, savesPage)
	v.get(savesPage).want(t, http.StatusOK).has(t, `<a href="/admin/questions#questions.`+key+`.position">`)

	v.submit("/admin/dimensions", "/admin/dimensions", "name", "Courage").want(t, http.StatusSeeOther)
	v.submit(savesPage, undoPath).want(t, http.StatusSeeOther, savesPage)
	gone := v.get(savesPage).want(t, http.StatusOK)
	if where := gone.textByID("said"); !strings.Contains(where, "Courage") {
		t.Errorf("it says %q", where)
	}
	gone.lacks(t, `<a href="/admin/dimensions/`)
}

func TestTheUndoButtonOfAMessageNeverUndoesWhatSomebodyElseSaved(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	jonas.retitled("By Jonas")
	mira.retitled("By Mira")
	said := jonas.get("/admin/settings").want(t, http.StatusOK)
	jonas.sendForm(undoPath, said.filled(undoPath)).want(t, http.StatusConflict).
		says(t, "mira@example.org saved the draft just now", "Nothing was undone", "mira@example.org")
	if got := h.draft(t).Title; got != "By Mira" {
		t.Errorf("it is called %q", got)
	}
	jonas.submit(savesPage, undoPath).want(t, http.StatusSeeOther)
	if got := h.draft(t).Title; got != "By Jonas" {
		t.Errorf("once seen it is called %q", got)
	}
}

func TestWhatAFormHoldsIsNotOverwrittenByAnUndoMadeMeanwhile(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	jonas.retitled("By Jonas")
	late := mira.openForm("/admin/settings", "/admin/settings", "title", "By Mira")
	jonas.submit(savesPage, undoPath).want(t, http.StatusSeeOther)
	mira.sendForm("/admin/settings", late).want(t, http.StatusConflict).says(t, "jonas@example.org changed what you are editing", "By Mira")
	if got := h.draft(t).Title; got == "By Mira" {
		t.Error("it was overwritten")
	}
}

func TestEveryWayToChangeADraftIsUndone(t *testing.T) {
	h, v := openWithNewDraft(t)
	file := content.First()
	file.Title = "An imported title"
	text, err := content.Format(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func() reply{
		"import": func() reply {
			return v.upload("/admin/import/draft", "", "text", string(text), "revision", revision(h.draft(t)))
		},
		"new quiz":      func() reply { return v.submit("/admin/new", "/admin/new") },
		"retire":        func() reply { return v.submit("/admin/questions", "/admin/questions/h1/retirement") },
		"move":          func() reply { return v.submit("/admin/questions", "/admin/questions/h1/position", "to", "9") },
		"delete":        func() reply { return v.submit("/admin/questions/h1/removal", "/admin/questions/h1/removal") },
		"add role":      func() reply { return v.submit("/admin/roles", "/admin/roles", "name", "Another") },
		"add dimension": func() reply { return v.submit("/admin/dimensions", "/admin/dimensions", "name", "Another") },
	} {
		before := h.draft(t)
		change().want(t, http.StatusSeeOther)
		if h.draft(t).Hash() == before.Hash() {
			t.Errorf("%s changed nothing", name)
		}
		v.submit(savesPage, undoPath).want(t, http.StatusSeeOther)
		if after := h.draft(t); after.Hash() != before.Hash() || len(after.Scenarios) != len(before.Scenarios) {
			t.Errorf("%s is not undone", name)
		}
	}
}

func TestWithNothingToUndoThePageSaysSo(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get(savesPage).want(t, http.StatusOK).says(t, "Nothing was saved since this draft was started or taken up")
	v.post(undoPath, "revision", h.revision(t)).want(t, http.StatusConflict).says(t, "There is no change left")
	v.post("/admin/versions/draft/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
	v.get(savesPage).want(t, http.StatusOK).says(t, "There is no draft")
	v.post(undoPath, "revision", "1").want(t, http.StatusNotFound)
}

func TestAFormThatChangesNothingOffersNoUndo(t *testing.T) {
	_, v := openWithNewDraft(t)
	v.get("/admin/questions") // says that the draft was started
	v.submit("/admin/settings", "/admin/settings").want(t, http.StatusSeeOther)
	if page := v.get("/admin/settings").says(t, "Saved in the draft"); strings.Contains(page.body, undoPath) {
		t.Error("there is a button")
	}
}
