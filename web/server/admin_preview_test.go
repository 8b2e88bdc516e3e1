package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// stored is what a preview must leave alone.
type stored struct {
	results, versions, entries int
	revision                   int64
	hash                       string
}

func (h *testSite) stored(t testing.TB) stored {
	t.Helper()
	results, err := h.store.LatestResults(t.Context(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	versions, err := h.store.Versions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	entries, err := h.store.Audit(t.Context(), quiz.AuditFilter{})
	if err != nil {
		t.Fatal(err)
	}
	draft := h.draft(t)
	return stored{len(results), len(versions), len(entries), draft.Revision, draft.Hash()}
}

func TestEveryPageOfTheDraftCanBePreviewedAndNothingIsStored(t *testing.T) {
	h, v := openWithNewDraft(t)
	q := h.draft(t).Questions[1]
	v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", "Only in the <em>draft</em>")...).want(t, http.StatusSeeOther)
	before, role := h.stored(t), h.draft(t).Roles[0].Key
	for path, says := range map[string]string{
		"/admin/preview":                                                  "Only in the <em>draft</em>",
		"/admin/preview/landing":                                          "Start",
		"/admin/preview/guide":                                            "How they work together",
		"/admin/preview/method":                                           "Only in the <em>draft</em>",
		"/admin/preview/questions/" + q.Key:                               "Only in the <em>draft</em>",
		"/admin/preview/result?role=" + role + "&draw=1":                  "Why this result",
		"/admin/preview/result?answers=" + strings.Repeat("0", questions): "Your profile",
	} {
		page := v.get(path).want(t, http.StatusOK).says(t, says)
		if path != "/admin/preview" && !strings.Contains(page.text("header"), "Preview of the draft") {
			t.Errorf("%s is not marked as a preview", path)
		}
		if strings.Contains(page.body, `action="/start"`) || strings.Contains(page.body, "Save and finish later") {
			t.Errorf("%s leads into the live quiz", path)
		}
		for _, c := range page.Cookies() {
			t.Errorf("%s sets the cookie %s", path, c.Name)
		}
	}
	v.post("/admin/preview/questions/"+q.Key, "answer", "1").
		want(t, http.StatusSeeOther, "/admin/preview/questions/"+h.draft(t).Questions[2].Key)
	if after := h.stored(t); after != before {
		t.Errorf("a preview stored something: %+v, then %+v", before, after)
	}
	if strings.Contains(h.visitor(t).get("/method").body, "Only in the") {
		t.Error("takers see the draft")
	}
}

func TestImpossibleSampleAnswersAreRefusedWithWhatWasTyped(t *testing.T) {
	_, v := openWithNewDraft(t)
	for query, says := range map[string]string{
		"answers=999":                   counted("Type {n} characters"),
		"answers=":                      counted("Type {n} characters"),
		"role=nobody&draw=1":            "Choose one of the roles shown",
		"":                              "Choose one of the roles shown",
		"role=product_manager&draw=-1":  "Type a whole number from 1",
		"role=product_manager&draw=two": "Type a whole number from 1",
	} {
		page := v.get("/admin/preview/result?"+query).want(t, http.StatusUnprocessableEntity).says(t, says)
		if query == "answers=999" && page.value("answers") != "999" {
			t.Error("what was typed is lost")
		}
	}
	v.get("/admin/preview/questions/nobody").want(t, http.StatusNotFound)
}

func TestTheDraftIsPlayedThroughToItsResultAndNothingIsStored(t *testing.T) {
	h, v := openWithNewDraft(t)
	before := h.stored(t)
	for _, form := range []string{"short", "full"} {
		at := v.post("/admin/play", "form", form).want(t, http.StatusSeeOther).to()
		n := 0
		for ; strings.Contains(v.get(at).want(t, http.StatusOK).body, `name="answer"`); n++ {
			at = v.post(at, "answer", "0").want(t, http.StatusSeeOther).to()
		}
		if form == "full" && n != questions || n > questions || n < 5 {
			t.Errorf("%s asks %d questions", form, n)
		}
		page := v.get(at).want(t, http.StatusOK).says(t, "Your profile")
		for _, part := range []string{"Delete my result", "Your private link", "share link", "Download"} {
			if strings.Contains(page.body, part) {
				t.Errorf("a result of the draft offers %q", part)
			}
		}
		v.post(at, "answer", "0").want(t, http.StatusSeeOther, at)
	}
	if after := h.stored(t); after != before {
		t.Errorf("playing stored something: %+v, then %+v", before, after)
	}
}

func TestAStepOfAPlayCanBeSkippedAndTakenBackAndNeedsAnAnswer(t *testing.T) {
	_, v := openWithNewDraft(t)
	first := v.post("/admin/play", "form", "full").want(t, http.StatusSeeOther).to()
	v.post(first).want(t, http.StatusUnprocessableEntity).says(t, "Choose the answer that fits you best")
	v.post(first, "answer", "9").want(t, http.StatusUnprocessableEntity)
	second := v.post(first, "skip", "1").want(t, http.StatusSeeOther).to()
	page := v.get(second).want(t, http.StatusOK).says(t, counted("Question 2 of {n}"))
	_, rest, _ := strings.Cut(page.body, `class="back" href="`)
	back, _, _ := strings.Cut(rest, `"`)
	v.get(back).want(t, http.StatusOK).says(t, counted("Question 1 of {n}"))
}

func TestAPlayOfAnEarlierDraftOrADamagedOneStartsAgain(t *testing.T) {
	h, v := openWithNewDraft(t)
	at := v.post("/admin/play", "form", "full").want(t, http.StatusSeeOther).to()
	v.get(at+"x").want(t, http.StatusBadRequest).says(t, "Please start again")
	v.get("/admin/play/1/x").want(t, http.StatusBadRequest)
	q := h.draft(t).Questions[1]
	v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", "Changed meanwhile")...).want(t, http.StatusSeeOther)
	v.get(at).want(t, http.StatusConflict).says(t, "The draft was changed while you played it")
	v.post(at, "answer", "0").want(t, http.StatusConflict)
}

func TestWithoutADraftThereIsNothingToPreview(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", "editor")
	for _, path := range []string{"/admin/preview", "/admin/preview/landing", "/admin/preview/result", "/admin/play"} {
		v.get(path).want(t, http.StatusNotFound).says(t, "There is no draft")
	}
	v.post("/admin/play", "form", "full").want(t, http.StatusNotFound)
}

func TestAnswersToPreviewAreChosenFromListsAndChangedOneByOne(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/preview").says(t, "Choose the answers from lists")
	chosen := v.get("/admin/preview/result?answers=chosen&a1=2&a3=0&a4=&a5=99&a6=x").want(t, http.StatusSeeOther)
	want := "2-0" + strings.Repeat("-", questions-3)
	chosen.want(t, http.StatusSeeOther, "/admin/preview/result?answers="+want)
	v.get(chosen.to()).want(t, http.StatusOK).says(t, "2 of").has(t, `href="/admin/preview?answers=`+want+`"`)
	again := v.get("/admin/preview?answers="+want).want(t, http.StatusOK)
	again.has(t, `<details open>`, `value="`+want+`"`)
	if n := strings.Count(again.body, " selected"); n < 2 {
		t.Errorf("%d answers are chosen already", n)
	}
	before := h.stored(t)
	v.get("/admin/preview?answers=none").want(t, http.StatusOK)
	if h.stored(t) != before {
		t.Error("something is stored")
	}
}
