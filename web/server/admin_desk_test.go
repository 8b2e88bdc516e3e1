package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

func TestAQuestionThatSomebodyAddedEmptyStaysWhereStatementsAreAdded(t *testing.T) {
	h, v, path := withThird(t, "")
	v.post("/admin/questions", "revision", h.revision(t), "kind", "choice").want(t, http.StatusSeeOther)
	n := len(h.draft(t).Questions)
	empty := h.draft(t).Questions[n-1].Key
	v.submit(path, path+"/statements", "new.0.text", "I like to see far.", "new.0.end", "horizon.positive").want(t, http.StatusSeeOther)
	v.submit("/admin/new/questions", "/admin/new/questions", "new.lens.positive.0", "I ask strangers a lot.").want(t, http.StatusSeeOther)
	if draft := h.draft(t); len(draft.Questions) != n+2 || draft.QuestionIndex(empty) < 0 {
		t.Errorf("of %d questions and two more there are %d, and the empty one stands at %d", n, len(draft.Questions), draft.QuestionIndex(empty))
	}
}

func TestStatementsSentTwiceAreAddedOnce(t *testing.T) {
	h, v, path := withThird(t, "")
	n := len(h.draft(t).Questions)
	form := v.openForm(path, path+"/statements", "new.0.text", "I like to see far.", "new.0.end", "horizon.positive", "new.1.text", "I like lists.", "new.1.end", "horizon.negative")
	first := v.sendForm(path+"/statements", form).want(t, http.StatusSeeOther).to()
	if again := v.sendForm(path+"/statements", form).want(t, http.StatusSeeOther).to(); again != first {
		t.Errorf("they lead to %s, and sent twice to %s", first, again)
	}
	v.get(first).says(t, "Added to the draft.")
	form.Set("new.1.text", "I keep a diary.")
	v.sendForm(path+"/statements", form).want(t, http.StatusConflict).says(t, "You changed this yourself", "I keep a diary.")
	if draft := h.draft(t); len(draft.Questions) != n+2 {
		t.Errorf("%d questions became %d", n, len(draft.Questions))
	}
}

func TestANoteOnPublishingMayHaveLines(t *testing.T) {
	h := open(t)
	owner := h.signedIn(t, "mira@example.org", auth.Owner)
	draft := rewordAll(t, h)
	owner.post("/admin/publication", "revision", revision(draft), "note", "Plainer words,\r\n\r\nas people asked for\r\n").want(t, http.StatusSeeOther, "/admin/versions")
	versions, err := h.store.Versions(t.Context())
	if err != nil || versions[0].Note != "Plainer words,\n\nas people asked for" {
		t.Errorf("the note is kept as %q, %v", versions[0].Note, err)
	}
}

func TestWhoAddsAQuestionWithoutAKindIsAskedInPlainWords(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.post("/admin/questions", "revision", h.revision(t)).want(t, http.StatusUnprocessableEntity).says(t, "Choose a kind of question").lacks(t, "agree5, agree4")
}

func TestWhatWasFilteredAndFoundIsWhereFocusGoes(t *testing.T) {
	_, v := openWithNewDraft(t)
	v.get("/admin/questions").want(t, http.StatusOK).has(t, `action="/admin/questions#questions"`).has(t, `<h2 id="questions" tabindex="-1">`)
	v.get("/admin/find?words=plan").want(t, http.StatusOK).has(t, `action="/admin/find#found"`).has(t, `<h2 id="found" tabindex="-1">`)
}

func TestTheLineAskedForIsWhereFocusGoes(t *testing.T) {
	h, v := openWithNewDraft(t)
	const at = "/admin/questions/h1"
	page := v.get(at).want(t, http.StatusOK)
	if !strings.Contains(page.body, `formaction="`+at+`#questions.h1.says.new"`) {
		t.Error("the button does not lead to the new line")
	}
	v.submit(at, at, "another", "-1").want(t, http.StatusOK).has(t, `id="questions.h1.says.new"`)
	v.get(at).lacks(t, `id="questions.h1.says.new"`)
	if h.draft(t).QuestionIndex("h1") < 0 {
		t.Error("the question is gone")
	}
}

func TestAListLeadsToEveryPartOfTheLongPageOfARole(t *testing.T) {
	_, v, path := withThird(t, "product_manager")
	for page, parts := range map[string][]string{
		v.get(path).want(t, http.StatusOK).body:                          {"words", "roles.agile_coach.profile", "common", "roles.agile_coach.content", "findings", "looks", "effect", "statements"},
		v.submit(path, path, "preview", "1").want(t, http.StatusOK).body: {"words", "roles.agile_coach.profile", "findings", "looks"},
	} {
		for _, part := range parts {
			if !strings.Contains(page, `<a href="#`+part+`">`) || !strings.Contains(page, `id="`+part+`"`) {
				t.Errorf("no link leads to %s", part)
			}
		}
	}
	v.submit(path, path, "preview", "1").want(t, http.StatusOK).has(t, `id="looks" open`).lacks(t, `href="#statements"`)
	v.get(path).lacks(t, `id="looks" open`)
}
