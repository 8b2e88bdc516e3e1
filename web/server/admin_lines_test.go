package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/quiz"
)

// lineOf is the first sentence of a question's form, as it was shown.
func lineOf(p reply, key string) string {
	_, rest, _ := strings.Cut(p.body, `name="questions.`+key+`.says.0.was" value="`)
	was, _, _ := strings.Cut(rest, `"`)
	return was
}

func shownOf(p reply, key string) string {
	_, rest, _ := strings.Cut(p.body, `name="questions.`+key+`.shown" value="`)
	shown, _, _ := strings.Cut(rest, `"`)
	return strings.ReplaceAll(shown, "&amp;", "&")
}

func TestLoadingsAreSaidInASentenceAndTheGridAgrees(t *testing.T) {
	h, v := openWithNewDraft(t)
	d := h.draft(t)
	q := d.Questions[d.QuestionIndex("h1")]
	page := v.get("/admin/questions/h1").says(t, "Agreeing speaks for", "Add another dimension", "All numbers")
	if was := lineOf(page, "h1"); was != " horizon+ clearly" {
		t.Fatalf("it is shown as %q", was)
	}
	say := func(more ...string) []string {
		return h.typed(t, q, append([]string{
			"~.says.0.was", " horizon+ clearly", "~.says.0.option", "", "~.says.0.end", "horizon+", "~.says.0.size", "clearly", "~.shown", shownOf(page, "h1"),
		}, more...)...)
	}
	v.post("/admin/questions/h1", say()...).want(t, http.StatusSeeOther)
	if h.draft(t).Revision != d.Revision {
		t.Error("a form as it was shown changed the draft")
	}
	two := []string{
		"~.says.0.size", "slightly",
		"~.says.1.was", "  clearly", "~.says.1.option", "", "~.says.1.end", "lens-", "~.says.1.size", "clearly",
	}
	refused := v.post("/admin/questions/h1", say(append(two, "~.options.0.loadings.horizon", "-0.9")...)...).
		want(t, http.StatusUnprocessableEntity).says(t, "both changed and say different things", "The sentences", "The numbers")
	if !strings.Contains(refused.body, `value="-0.9"`) || !strings.Contains(refused.body, `<option value="lens-" selected>`) {
		t.Error("what was typed is not kept")
	}
	v.post("/admin/questions/h1", say(append(two, "~.options.0.loadings.horizon", "-0.9", "~.take", "grid")...)...).want(t, http.StatusSeeOther)
	after := h.draft(t)
	if x := after.Questions[after.QuestionIndex("h1")].Options[0].Loadings["horizon"]; x != -0.9 {
		t.Errorf("the grid was chosen, and it is %v", x)
	}
	v.get("/admin/questions/h1").says(t, "so no sentence says them")
	v.post("/admin/questions/h1", say(two...)...).want(t, http.StatusSeeOther)
	after = h.draft(t)
	got := after.Questions[after.QuestionIndex("h1")]
	for i, want := range []map[string]float64{{"horizon": -0.5, "lens": 1}, {"horizon": -0.25, "lens": 0.5}, {}, {"horizon": 0.25, "lens": -0.5}, {"horizon": 0.5, "lens": -1}} {
		for dimension, x := range want {
			if got.Options[i].Loadings[dimension] != x {
				t.Errorf("option %d says %v, want %v", i, got.Options[i].Loadings, want)
			}
		}
	}
	v.post("/admin/questions/h1", say(append(two, "~.says.1.end", "horizon-")...)...).want(t, http.StatusUnprocessableEntity).says(t, "about this dimension already")
}

func TestPairsAndScenesAreSaidInSentencesToo(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/questions/"+kindOf(h.draft(t), quiz.Pair)).says(t, "The first side speaks for", "The second side speaks for the other end.")
	v.get("/admin/questions/"+kindOf(h.draft(t), quiz.Choice)).says(t, "Option 1 speaks for", "Add another dimension to option 4")
	form := h.typed(t, h.draft(t).Questions[0], "another", "1")
	page := v.post("/admin/questions/"+h.draft(t).Questions[0].Key, form...).want(t, http.StatusOK)
	if n := strings.Count(page.body, "Option 2 speaks for"); n != 3 {
		t.Errorf("option 2 has %d sentences, want the two it had and an empty one", n)
	}
}

func TestTheStepsOfAScaleAreNamedOnceInTheSettings(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.get("/admin/settings").says(t, "What the steps are called", "Set once for 22 statements")
	v.post("/admin/settings", "revision", h.revision(t), "scales.agree5.0", "Not at all").want(t, http.StatusSeeOther)
	for _, q := range h.draft(t).Questions {
		if q.Kind == quiz.Agree && q.Options[0].Label != "Not at all" {
			t.Errorf("%s still says %q", q.Key, q.Options[0].Label)
		}
	}
	v.post("/admin/settings", "revision", h.revision(t), "scales.agree5.1", " ").want(t, http.StatusUnprocessableEntity).says(t, "Write something")
	v.get("/admin/questions/h1").says(t, "Change them for all", "Labels for this statement alone")
}
