package server_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// openWithNewDraft is an editor who has started a draft.
func openWithNewDraft(t *testing.T) (*testSite, *visitor) {
	t.Helper()
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.post("/admin/draft").want(t, http.StatusSeeOther, "/admin/questions")
	return h, v
}

func (h *testSite) revision(t testing.TB) string {
	t.Helper()
	return strconv.FormatInt(h.draft(t).Revision, 10)
}

// typed is the form of a question as it is kept, with the fields given
// changed: name, value, name, value.
func (h *testSite) typed(t testing.TB, q quiz.Question, pairs ...string) []string {
	t.Helper()
	at := "questions." + q.Key + "."
	form := url.Values{}
	for name, value := range map[string]string{
		"text": q.Text, "left": q.Left, "right": q.Right, "source": q.Source, "kind": string(q.Kind),
		"strength": strconv.FormatFloat(q.Strength, 'f', -1, 64),
	} {
		form.Set(at+name, value)
	}
	form.Set("shape", string(q.Kind))
	form.Set("revision", h.revision(t))
	for i, o := range q.Options {
		here := at + "options." + strconv.Itoa(i) + "."
		form.Set(here+"was", strconv.Itoa(i))
		form.Set(here+"label", o.Label)
		for d, loading := range o.Loadings {
			form.Set(here+"loadings."+d, strconv.FormatFloat(loading, 'f', -1, 64))
		}
	}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(strings.Replace(pairs[i], "~", "questions."+q.Key, 1), pairs[i+1])
	}
	var all []string
	for name := range form {
		all = append(all, name, form.Get(name))
	}
	return all
}

func TestWithoutADraftTheQuestionsAreShownAndADraftCanBeStarted(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	page := v.get("/admin/questions").want(t, http.StatusOK).says(t, "Start a draft", counted("{n} questions"))
	if strings.Contains(page.body, "Move up") {
		t.Error("what is published can be moved")
	}
	v.get("/admin/questions/h1").want(t, http.StatusSeeOther, "/admin/questions")
	v.post("/admin/questions/h1/copy", "revision", "1").want(t, http.StatusNotFound)
	v.post("/admin/draft").want(t, http.StatusSeeOther, "/admin/questions")
	before := h.draft(t).ID
	v.post("/admin/draft").want(t, http.StatusSeeOther, "/admin/questions")
	if after := h.draft(t).ID; after != before {
		t.Errorf("starting twice made draft %d of %d", after, before)
	}
	v.get("/admin/questions").says(t, "Draft, not live", "Move up")
}

func TestOnlyAdminsSeeTheQuestions(t *testing.T) {
	h, _ := openWithNewDraft(t)
	stranger := h.visitor(t)
	for _, path := range []string{"/admin/questions", "/admin/questions/h1", "/admin/questions/h1/removal"} {
		if to := stranger.get(path).want(t, http.StatusSeeOther).to(); !strings.HasPrefix(to, "/admin/sign-in") {
			t.Errorf("%s leads a stranger to %s", path, to)
		}
	}
}

func TestEachKindOfQuestionCanBeAdded(t *testing.T) {
	h, v := openWithNewDraft(t)
	for _, kind := range quiz.Kinds() {
		to := v.post("/admin/questions", "revision", h.revision(t), "kind", string(kind)).want(t, http.StatusSeeOther).to()
		page := v.get(to).want(t, http.StatusOK).says(t, "Nobody has written this yet")
		if !strings.Contains(page.body, `placeholder="`) {
			t.Errorf("the fields of a new %s are not empty", kind)
		}
		questions := h.draft(t).Questions
		if last := questions[len(questions)-1]; last.Kind != kind {
			t.Errorf("a %s is added, want %s", last.Kind, kind)
		}
	}
	v.post("/admin/questions", "revision", h.revision(t), "kind", "essay").
		want(t, http.StatusUnprocessableEntity).says(t, "Choose a kind of question")
}

func TestAnEditorChangesEverythingAboutAQuestion(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex(kindOf(draft, quiz.Agree))]
	d := draft.Dimensions[1].Key
	v.post("/admin/questions/"+q.Key, h.typed(t, q,
		"~.text", "I like <b>maps</b>", "~.strength", "1,5", "~.source", "One of us", "~.options.2.loadings."+d, "-0.35",
	)...).want(t, http.StatusSeeOther, "/admin/questions/"+q.Key+"?outdated=questions."+q.Key+".text")
	kept := h.draft(t).Questions[draft.QuestionIndex(q.Key)]
	if kept.Text != "I like <b>maps</b>" || kept.Strength != 1.5 || kept.Source != "One of us" || kept.Options[2].Loadings[d] != -0.35 {
		t.Errorf("kept is %+v", kept)
	}
	page := v.get("/admin/questions/"+q.Key).says(t, "I like <b>maps</b>", "As takers see it", "Effect of this draft", "There are no results that count yet")
	if strings.Contains(page.body, "<b>maps") || strings.Contains(v.get("/admin/questions").body, "<b>maps") {
		t.Error("markup is not shown as text")
	}
}

func kindOf(v *quiz.Version, kind quiz.Kind) string {
	for _, q := range v.Questions {
		if q.Kind == kind {
			return q.Key
		}
	}
	return ""
}

func TestARefusedQuestionKeepsAllThatWasTyped(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex(kindOf(draft, quiz.Choice))]
	d := draft.Dimensions[0].Key
	long := strings.Repeat("long ", 100)
	page := v.post("/admin/questions/"+q.Key, h.typed(t, q,
		"~.text", "", "~.strength", "much", "~.options.0.label", long, "~.options.1.loadings."+d, "1.5", "~.source", "still here",
	)...).want(t, http.StatusUnprocessableEntity)
	page.says(t, "There is a problem", "still here", "Use a number from 0 to 3; “much” is not one", "Use a number from -1 to 1; it is 1.5",
		"The draft cannot be scored like this")
	for name, want := range map[string]string{"strength": "much", "options.0.label": long, "options.1.loadings." + d: "1.5"} {
		if got := page.value("questions." + q.Key + "." + name); got != want {
			t.Errorf("%s holds %q, want %q", name, got, want)
		}
	}
	if !strings.Contains(page.body, "<title>Error: ") {
		t.Error("the title does not say that there is a problem")
	}
	if h.draft(t).Questions[draft.QuestionIndex(q.Key)].Text != q.Text {
		t.Error("it is saved")
	}
}

func TestAPreviewShowsWhatIsTypedAndSavesNothing(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex(kindOf(draft, quiz.Pair))]
	v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.left", "ride a <i>bicycle</i>", "preview", "1")...).
		want(t, http.StatusOK).says(t, "Nothing of this is saved yet", "ride a <i>bicycle</i>")
	page := v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.kind", "choice", "preview", "1")...).want(t, http.StatusOK)
	if label := page.value("questions." + q.Key + ".options.1.label"); label != q.Right {
		t.Errorf("the second side becomes %q", label)
	}
	if after := h.draft(t); after.Revision != draft.Revision || after.Hash() != draft.Hash() {
		t.Error("a preview changed the draft")
	}
}

func TestAnOptionIsAddedAndRemovedWithoutLosingWhatIsTyped(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex(kindOf(draft, quiz.Choice))]
	page := v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", "half wri", "add", "1")...).want(t, http.StatusOK).says(t, "half wri")
	if !strings.Contains(page.body, `name="questions.`+q.Key+`.options.`+strconv.Itoa(len(q.Options))+`.label"`) {
		t.Error("there is no field for another option")
	}
	page = v.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", "half wri", "remove", "0")...).want(t, http.StatusOK).says(t, "half wri")
	if label := page.value("questions." + q.Key + ".options.0.label"); label != q.Options[1].Label {
		t.Errorf("the first option is now %q", label)
	}
}

func TestAStaleQuestionShowsBothTextsAndWhoSaved(t *testing.T) {
	h, jonas := openWithNewDraft(t)
	mira := h.signedIn(t, "mira@example.org", auth.Owner)
	q := h.draft(t).Questions[1]
	mine := h.typed(t, q, "~.text", "What Jonas wrote")
	mira.post("/admin/questions/"+q.Key, h.typed(t, q, "~.text", "What Mira wrote")...).want(t, http.StatusSeeOther)
	page := jonas.post("/admin/questions/"+q.Key, mine...).want(t, http.StatusConflict).
		says(t, "mira@example.org", "just now", "What Jonas wrote", "What Mira wrote")
	if got := h.draft(t).Questions[1].Text; got != "What Mira wrote" {
		t.Errorf("it is overwritten with %q", got)
	}
	if page.value("revision") != h.revision(t) {
		t.Error("what was typed cannot be saved over it")
	}
	jonas.get("/admin/questions/"+q.Key+"/position").want(t, http.StatusSeeOther, "/admin/questions")
}

func TestAQuestionNobodyKnowsIsNotFound(t *testing.T) {
	_, v := openWithNewDraft(t)
	for _, key := range []string{"nobody", "H1", "%3Cb%3E", "questions.h1"} {
		v.get("/admin/questions/"+key).want(t, http.StatusNotFound)
		v.get("/admin/questions/"+key+"/removal").want(t, http.StatusNotFound)
		for _, what := range []string{"", "/position", "/copy", "/retirement", "/removal"} {
			v.post("/admin/questions/"+key+what, "revision", "1", "to", "1").want(t, http.StatusNotFound)
		}
	}
}

func TestTheEffectNamesWhatChangesResults(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	answers, enough := draft.NoAnswers(), draft.Settings.MinAnswers
	for i := range enough {
		answers[i] = 0
	}
	id, err := h.store.PublishedID(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	result := quiz.Result{Version: id, Form: quiz.Full, FinishedAt: h.now(), Answers: answers.Text(), Verdict: quiz.Balanced, Top: draft.Roles[0].Key, Probability: 0.5}
	if err := h.store.AddResult(t.Context(), result); err != nil {
		t.Fatal(err)
	}
	last := draft.Questions[len(draft.Questions)-1].Key
	v.get("/admin/questions/"+last).want(t, http.StatusOK).says(t, "Of the last 1 result, none would change")
	v.post("/admin/questions/"+draft.Questions[0].Key+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther)
	v.get("/admin/questions/"+last).want(t, http.StatusOK).
		says(t, "Of the last 1 result, 1 would change, and a question that was deleted causes all of it", draft.Questions[0].Text, "Not enough answers")
}
