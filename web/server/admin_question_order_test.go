package server_test

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

func TestTheListIsFilteredByWordsDimensionAndKind(t *testing.T) {
	h, v := openWithNewDraft(t)
	q := h.draft(t).Questions[3]
	words := url.Values{"text": {strings.ToUpper(q.Text)}}
	v.get("/admin/questions?"+words.Encode()).says(t, counted("1 of {n} questions shown"), q.Text)
	v.get("/admin/questions?text=xyzzy").says(t, "No question matches", "Show all")
	pairs := 0
	for _, q := range h.draft(t).Questions {
		if q.Kind == quiz.Pair {
			pairs++
		}
	}
	v.get("/admin/questions?type=pair5&dimension=").says(t, strconv.Itoa(pairs)+counted(" of {n} questions shown"))
}

func TestAQuestionIsMovedCopiedRetiredAndDeleted(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Questions[4].Key
	at := "/admin/questions/" + key

	v.post(at+"/position", "revision", h.revision(t), "to", "2", "filter", "type=pair5&evil=1").
		want(t, http.StatusSeeOther, "/admin/questions?type=pair5")
	if place := h.draft(t).QuestionIndex(key); place != 1 {
		t.Errorf("it is moved to index %d", place)
	}
	to := v.post(at+"/copy", "revision", h.revision(t)).want(t, http.StatusSeeOther).to()
	if copied := strings.TrimSuffix(strings.TrimPrefix(to, "/admin/questions/"), "#said"); h.draft(t).QuestionIndex(copied) != 2 {
		t.Errorf("the copy %s is not right behind", copied)
	}
	v.post(at+"/retirement", "revision", h.revision(t), "retired", "yes").want(t, http.StatusSeeOther)
	v.get("/admin/questions").says(t, "Retired, not asked", "Ask again")
	v.post(at+"/retirement", "revision", h.revision(t), "retired", "no").want(t, http.StatusSeeOther)
	if h.draft(t).Questions[1].Retired {
		t.Error("it is not asked again")
	}
	v.get(at+"/removal").want(t, http.StatusOK).says(t, "Delete it", "retire it instead")
	v.post(at+"/removal", "revision", h.revision(t)).want(t, http.StatusSeeOther, "/admin/questions")
	if h.draft(t).QuestionIndex(key) >= 0 {
		t.Error("it is still there")
	}
	v.get(at).want(t, http.StatusNotFound)
}

func TestAnInvalidPositionIsRefusedBesideItsField(t *testing.T) {
	h, v := openWithNewDraft(t)
	key := h.draft(t).Questions[4].Key
	for _, place := range []string{"0", strconv.Itoa(questions + 1), "-1", "two", "", "99999999999999999999"} {
		page := v.post("/admin/questions/"+key+"/position", "revision", h.revision(t), "to", place).
			want(t, http.StatusUnprocessableEntity).says(t, counted("Choose a place from 1 to {n}"))
		if place != "" && !strings.Contains(page.body, `value="`+place+`"`) {
			t.Errorf("%q is not kept", place)
		}
	}
}

func TestAScenarioFollowsItsOptionWhenAnotherIsRemoved(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	i := draft.QuestionIndex(kindOf(draft, quiz.Choice))
	q := draft.Questions[i]
	s := quiz.Scenario{Name: "Chooses the last", Verdict: quiz.NotEnough, Answers: map[string]int{q.Key: len(q.Options) - 1}}
	scenario, err := draft.AddScenario(s)
	if problems, refused := errors.AsType[quiz.Problems](err); refused {
		t.Fatal(problems)
	}
	if err := h.store.SaveDraft(t.Context(), draft, quiz.AuditEntry{At: h.now(), By: "test", Action: quiz.ActionSaveDraft}); err != nil {
		t.Fatal(err)
	}
	fewer := q.Clone()
	fewer.Options = fewer.Options[1:]
	form := h.typed(t, fewer)
	for j := range fewer.Options {
		form = append(form, "questions."+q.Key+".options."+strconv.Itoa(j)+".was", strconv.Itoa(j+1))
	}
	v.post("/admin/questions/"+q.Key, form...).want(t, http.StatusSeeOther)
	after := h.draft(t)
	if got := after.Scenarios[after.ScenarioIndex(scenario)].Answers[q.Key]; got != len(q.Options)-2 {
		t.Errorf("the scenario now chooses option %d", got)
	}
}
