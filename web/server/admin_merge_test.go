package server_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// twoEditors opens a draft with two people on it.
func twoEditors(t *testing.T) (h *testSite, jonas, mira *visitor) {
	t.Helper()
	h, jonas = openWithNewDraft(t)
	return h, jonas, h.signedIn(t, "mira@example.org", auth.Owner)
}

// openForm is a form as a page holds it, to be sent later.
func (v *visitor) openForm(page, action string, typed ...string) url.Values {
	v.t.Helper()
	form := v.get(page).want(v.t, http.StatusOK).filled(action)
	for i := 0; i < len(typed); i += 2 {
		form.Set(typed[i], typed[i+1])
	}
	return form
}

func (v *visitor) sendForm(to string, form url.Values) reply {
	v.t.Helper()
	return v.send(http.MethodPost, to, urlEncoded, strings.NewReader(form.Encode()))
}

func TestTwoPeopleEditDifferentPartsWithoutAConflict(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	draft := h.draft(t)
	role, dimension, scenario := draft.Roles[0].Key, draft.Dimensions[0].Key, draft.Scenarios[0].Key
	forms := []struct{ page, to, field, typed string }{
		{"/admin/questions/h1", "/admin/questions/h1", "questions.h1.text", "What Jonas asks"},
		{"/admin/roles/" + role, "/admin/roles/" + role, "roles." + role + ".short", "Jonas"},
		{"/admin/roles", "/admin/priors", "roles." + role + ".prior", "3"},
		{"/admin/dimensions/" + dimension, "/admin/dimensions/" + dimension, "dimensions." + dimension + ".question", "What Jonas asks"},
		{"/admin/settings", "/admin/settings", "title", "The quiz of Jonas"},
		{"/admin/guide", "/admin/guide", "guide.credit", "Jonas"},
		{"/admin/scenarios/" + scenario, "/admin/scenarios/" + scenario, "scenarios." + scenario + ".name", "Jonas"},
		{"/admin/translations/de/questions.c1", "/admin/translations/de/questions.c1", "translations.de.questions.c1.text", "Was Jonas fragt"},
		{"/admin/roles", "/admin/roles", "name", "Jonas"},
		{"/admin/scenarios", "/admin/scenarios", "name", "Jonas too"},
		{"/admin/questions", "/admin/questions", "kind", "agree5"},
	}
	var taken []url.Values
	for _, f := range forms {
		taken = append(taken, jonas.openForm(f.page, f.to, f.field, f.typed))
	}
	mira.sendForm("/admin/questions/u2", mira.openForm("/admin/questions/u2", "/admin/questions/u2", "questions.u2.text", "What Mira asks")).want(t, http.StatusSeeOther)
	for i, f := range forms {
		jonas.sendForm(f.to, taken[i]).want(t, http.StatusSeeOther)
	}
	merged := h.draft(t)
	if merged.Questions[merged.QuestionIndex("h1")].Text != "What Jonas asks" || merged.Questions[merged.QuestionIndex("u2")].Text != "What Mira asks" ||
		merged.Title != "The quiz of Jonas" || len(merged.Roles) != len(draft.Roles)+1 || len(merged.Questions) != len(draft.Questions)+1 {
		t.Errorf("the draft is %+v", merged)
	}
	if problems := merged.Validate(); len(problems) > 0 {
		t.Errorf("it cannot be asked: %v", problems)
	}
}

func TestTwoPeopleWhoEditTheSamePartSeeBothTexts(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	to := "/admin/questions/h1"
	mine := jonas.openForm(to, to, "questions.h1.text", "What Jonas asks", "questions.h1.source", "A book of Jonas")
	mira.sendForm(to, mira.openForm(to, to, "questions.h1.text", "What Mira asks")).want(t, http.StatusSeeOther)
	h.reword(t, "ada@example.org", "Another title") // who saved last did not change it
	held := jonas.sendForm(to, mine).want(t, http.StatusConflict).
		says(t, "The same was changed in the meantime", "mira@example.org changed what you are editing, just now",
			"Question 2: text", "What Mira asks", "What Jonas asks", "What else your form changes", "Question 2: source", "A book of Jonas")
	if strings.Contains(held.text("main"), "questions.h1") {
		t.Error("the page names a field by its path")
	}
	if got := h.draft(t).Questions[1].Text; got != "What Mira asks" {
		t.Errorf("it is overwritten with %q", got)
	}
	held.has(t, `form="form-admin-questions-h1">Save what I typed`, `href="/admin/questions/h1">Keep what is saved`)
	edited := held.filled(to)
	edited.Set("questions.h1.text", "What both ask")
	jonas.sendForm(to, edited).want(t, http.StatusSeeOther, to)
	if q := h.draft(t).Questions[1]; q.Text != "What both ask" || q.Source != "A book of Jonas" {
		t.Errorf("it is %+v", q)
	}
}

func TestATranslatorSeesThatTheEnglishChanged(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	to, at := "/admin/translations/de/questions.h1", "translations.de.questions.h1.text"
	mine := jonas.openForm(to, to, at, "Was Jonas fragt")
	mira.sendForm("/admin/questions/h1", mira.openForm("/admin/questions/h1", "/admin/questions/h1", "questions.h1.text", "What Mira asks")).want(t, http.StatusSeeOther)
	held := jonas.sendForm(to, mine).want(t, http.StatusConflict).says(t, "mira@example.org changed", "What Mira asks", "Was Jonas fragt")
	jonas.sendForm(to, held.filled(to)).want(t, http.StatusSeeOther)
	if got := h.draft(t).Translations["de"]["questions.h1.text"]; got.Text != "Was Jonas fragt" || got.Of != quiz.Fingerprint("What Mira asks") {
		t.Errorf("the draft keeps %+v", got)
	}
}

func TestPressingAddTwiceAddsOnce(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	draft := h.draft(t)
	old := h.revision(t)
	jonas.post("/admin/questions", "revision", old, "kind", "agree5").want(t, http.StatusSeeOther)
	jonas.post("/admin/questions", "revision", old, "kind", "agree5").want(t, http.StatusConflict).says(t, "You changed this yourself", "Press the button again")
	mira.post("/admin/questions", "revision", old, "kind", "agree5").want(t, http.StatusSeeOther)
	if got := len(h.draft(t).Questions); got != len(draft.Questions)+2 {
		t.Errorf("%d questions became %d", len(draft.Questions), got)
	}
}

func TestTheSameChangeByTwoPeopleIsNoConflict(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	to := "/admin/settings"
	mine := jonas.openForm(to, to, "title", "The same title")
	mira.sendForm(to, mira.openForm(to, to, "title", "The same title")).want(t, http.StatusSeeOther)
	jonas.sendForm(to, mine).want(t, http.StatusSeeOther)
	if _, saved, err := h.store.Draft(t.Context()); err != nil || saved.By != "mira@example.org" {
		t.Errorf("saved by %s, %v", saved.By, err)
	}
}

func TestTheOrderOfQuestionsMerges(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	old := h.revision(t)
	order := func() []string {
		var keys []string
		for _, q := range h.draft(t).Questions {
			keys = append(keys, q.Key)
		}
		return keys
	}
	keys := order()
	at := func(i int) string { return "/admin/questions/" + keys[i] }
	mira.post(at(0)+"/removal", "revision", old).want(t, http.StatusSeeOther)
	mira.post("/admin/questions", "revision", old, "kind", "agree5").want(t, http.StatusSeeOther)
	jonas.post(at(4)+"/position", "revision", old, "by", "-1").want(t, http.StatusSeeOther)
	jonas.post(at(6)+"/removal", "revision", old).want(t, http.StatusSeeOther)
	jonas.post(at(8)+"/copy", "revision", old).want(t, http.StatusSeeOther)
	got, want := order(), []string{keys[1], keys[2], keys[4], keys[3], keys[5], keys[7], keys[8]}
	if !slices.Equal(got[:7], want) || len(got) != len(keys) {
		t.Errorf("the order is %v, of before %v", got, keys)
	}
	mira.post(at(4)+"/position", "revision", old, "to", "1").want(t, http.StatusConflict).
		says(t, "jonas@example.org changed what you are editing", "Question 1: place", "Press the button again")
	if again := order(); !slices.Equal(again, got) {
		t.Errorf("the order is %v", again)
	}
	jonas.post(at(1)+"/position", "revision", old, "by", "-1").want(t, http.StatusSeeOther) // it is the first by now
}

func TestWhatSomebodyJustChangedIsNotDeletedUnseen(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	old := h.revision(t)
	dimension := h.draft(t).Dimensions[0].Key
	to := "/admin/questions/u2"
	mira.sendForm(to, mira.openForm(to, to, "questions.u2.text", "What Mira asks", "questions.u2.options.0.loadings."+dimension, "0.35")).want(t, http.StatusSeeOther)
	jonas.post(to+"/removal", "revision", old).want(t, http.StatusConflict).says(t, "mira@example.org changed", "What Mira asks")
	jonas.post("/admin/dimensions/"+dimension+"/removal", "revision", old).want(t, http.StatusConflict).says(t, "0.35")
	if d := h.draft(t); d.QuestionIndex("u2") < 0 || d.DimensionIndex(dimension) < 0 {
		t.Error("it is deleted")
	}
}

func TestSixteenPeopleWhoSaveDifferentQuestionsAtOnceAllSucceed(t *testing.T) {
	h, _ := openWithNewDraft(t)
	draft := h.draft(t)
	var all sync.WaitGroup
	for i := range 16 {
		v := h.signedIn(t, "editor"+string(rune('a'+i))+"@example.org", auth.Editor)
		q := draft.Questions[i]
		form := h.typed(t, q, "~.text", "What number "+string(rune('a'+i))+" asks")
		all.Go(func() {
			if got := v.post("/admin/questions/"+q.Key, form...); got.StatusCode != http.StatusSeeOther {
				t.Errorf("number %d answered %d", i, got.StatusCode)
			}
		})
	}
	all.Wait()
	for i, q := range h.draft(t).Questions[:16] {
		if q.Text != "What number "+string(rune('a'+i))+" asks" {
			t.Errorf("question %d asks %q", i, q.Text)
		}
	}
}

func TestPublishingStillTakesTheRevisionThatWasSeen(t *testing.T) {
	h, jonas, mira := twoEditors(t)
	seen := h.revision(t)
	jonas.post("/admin/questions/u2/retirement", "revision", seen, "retired", "yes").want(t, http.StatusSeeOther)
	mira.post("/admin/publication", "revision", seen, "note", "Plainer").want(t, http.StatusConflict)
	mira.post("/admin/versions/draft/removal", "revision", seen).want(t, http.StatusConflict)
	if h.draft(t).State != quiz.Draft {
		t.Error("it is published")
	}
}
