package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestSeveralQuestionsAreRetiredAskedAgainStrengthenedAndDeletedAsOneChangeEach(t *testing.T) {
	h, v := openWithNewDraft(t)
	first, second := h.draft(t).Questions[1].Key, h.draft(t).Questions[4].Key
	at := func(key string) quiz.Question { d := h.draft(t); return d.Questions[d.QuestionIndex(key)] }
	several := func(do string, more ...string) reply {
		form := url.Values{"revision": {h.revision(t)}, "do": {do}, "question": {first, second}, "filter": {"type=agree5"}}
		for i := 0; i < len(more); i += 2 {
			form.Set(more[i], more[i+1])
		}
		return v.postForm("/admin/questions-several", form)
	}
	before := h.draft(t).Revision
	several("retire").want(t, http.StatusSeeOther, "/admin/questions?type=agree5")
	if d := h.draft(t); !at(first).Retired || !at(second).Retired || d.Revision != before+1 {
		t.Errorf("retired: %v and %v, %d saves", at(first).Retired, at(second).Retired, d.Revision-before)
	}
	several("ask").want(t, http.StatusSeeOther)
	several("strength", "strength", "0.5").want(t, http.StatusSeeOther)
	if at(first).Retired || at(second).Strength != 0.5 || at(first).Strength != 0.5 {
		t.Errorf("asked again and strengthened: %+v", at(first))
	}
	several("strength", "strength", "much").want(t, http.StatusUnprocessableEntity).says(t, "from 0 to 3")
	query := url.Values{"question": {first, second}, "revision": {h.revision(t)}}
	v.get("/admin/questions-several/removal?"+query.Encode()).want(t, http.StatusOK).says(t, "Delete 2 questions?", at(first).Text, at(second).Text)
	v.postForm("/admin/questions-several/removal", query).want(t, http.StatusSeeOther, "/admin/questions")
	if d := h.draft(t); d.QuestionIndex(first) >= 0 || d.QuestionIndex(second) >= 0 {
		t.Error("they are still there")
	}
	v.get("/admin/questions-several/removal").want(t, http.StatusSeeOther, "/admin/questions")
}

func TestWhatCannotBeDoneToSeveralQuestionsNamesWhichAndWhyAndKeepsTheTicks(t *testing.T) {
	h, v := openWithNewDraft(t)
	d := h.draft(t)
	all := url.Values{"revision": {h.revision(t)}, "do": {"retire"}}
	for _, q := range d.Questions {
		all.Add("question", q.Key)
	}
	last := d.Questions[len(d.Questions)-1]
	page := v.postForm("/admin/questions-several", all).want(t, http.StatusUnprocessableEntity).says(t, last.Text, "is the last one that is asked")
	if n := strings.Count(page.body, " checked"); n != len(d.Questions) {
		t.Errorf("%d of %d are still ticked", n, len(d.Questions))
	}
	v.post("/admin/questions-several", "revision", h.revision(t), "do", "retire").want(t, http.StatusUnprocessableEntity).says(t, "Tick the questions first")
	v.post("/admin/questions-several", "revision", h.revision(t), "do", "ask", "question", "nope").want(t, http.StatusUnprocessableEntity).says(t, `"nope" is not in the draft any more`)
	if h.draft(t).Revision != d.Revision {
		t.Error("a refused change was saved")
	}
}

func TestTheListIsFilteredByStateFindingsAndWhatAnswersSay(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Questions[2].Key
	v.post("/admin/questions/"+key+"/retirement", "revision", h.revision(t), "retired", "yes").want(t, http.StatusSeeOther)
	v.get("/admin/questions?state=retired").says(t, counted("1 of {n} questions shown"), h.draft(t).Questions[2].Text)
	v.post("/admin/questions", "revision", h.revision(t), "kind", "choice", "at", "first").want(t, http.StatusSeeOther)
	if h.draft(t).Questions[0].Text != "" {
		t.Error("the new question is not the first, or has a text")
	}
	v.get("/admin/questions?findings=errors").says(t, "1 of ", "Not written yet")
	v.get("/admin/questions?answers=tell_little").says(t, "No question matches")
}

func TestEveryListOfTheDraftCanBePutInAnotherOrder(t *testing.T) {
	h, v := openWithNewDraft(t)
	for path, key := range map[string]func(d *quiz.Version, n int) string{
		"/admin/questions/":  func(d *quiz.Version, n int) string { return d.Questions[n].Key },
		"/admin/dimensions/": func(d *quiz.Version, n int) string { return d.Dimensions[n].Key },
		"/admin/roles/":      func(d *quiz.Version, n int) string { return d.Roles[n].Key },
		"/admin/scenarios/":  func(d *quiz.Version, n int) string { return d.Scenarios[n].Key },
	} {
		was := key(h.draft(t), 0)
		at := path + was + "/position"
		v.post(at, "revision", h.revision(t), "by", "1").want(t, http.StatusSeeOther)
		if key(h.draft(t), 1) != was {
			t.Errorf("%s did not move down", at)
		}
		v.post(at, "revision", h.revision(t), "to", "1").want(t, http.StatusSeeOther)
		if key(h.draft(t), 0) != was {
			t.Errorf("%s did not move to the first place", at)
		}
		v.post(at, "revision", h.revision(t), "to", "99").want(t, http.StatusUnprocessableEntity).says(t, "Choose a place from 1 to")
		if page := v.get(strings.TrimSuffix(path, "/")); !strings.Contains(page.body, "data-handle") || !strings.Contains(page.body, "data-place") {
			t.Errorf("%s cannot be drawn", path)
		}
	}
}

func TestANewDimensionHasEmptyEndsThatAreMissing(t *testing.T) {
	h, v := openWithNewDraft(t)
	to := v.post("/admin/dimensions", "revision", h.revision(t), "name", "Pace").want(t, http.StatusSeeOther).to()
	d, _ := h.draft(t).Dimension("pace")
	if d.Positive != "" || d.Negative != "" {
		t.Errorf("its ends are %q and %q", d.Positive, d.Negative)
	}
	if page := v.get(to); !strings.Contains(page.body, `placeholder="One end"`) {
		t.Error("the field does not say what belongs there")
	}
	v.get("/admin/checks").says(t, "Nobody has written this yet")
	v.post("/admin/dimensions/pace", "revision", h.revision(t), "dimensions.pace.positive_pole", "Fast").want(t, http.StatusSeeOther)
	v.post("/admin/dimensions/pace", "revision", h.revision(t), "dimensions.pace.positive_pole", "").want(t, http.StatusUnprocessableEntity).says(t, "Write something")
}

func TestEnterInTheStrengthOfSeveralQuestionsSetsIt(t *testing.T) {
	_, v := openWithNewDraft(t)
	page := v.get("/admin/questions").want(t, http.StatusOK)
	_, form, _ := strings.Cut(page.body, `action="/admin/questions-several"`)
	_, button, _ := strings.Cut(form, `name="do"`)
	if first, _, _ := strings.Cut(button, ">"); !strings.Contains(first, "strength") {
		t.Errorf("Enter means the first button, %s", first)
	}
}
