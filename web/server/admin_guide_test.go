package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestTheContentOfARoleIsPreviewedAndThenSaved(t *testing.T) {
	h, v := openWithNewDraft(t)
	path, at := "/admin/roles/product_manager", "roles.product_manager.content."
	before := h.draft(t)
	typed := []string{at + "summary", "It is **bold** work.\n\n" + hostile, at + "skills", "One\r\n\r\nTwo\r\n", at + "salary.amount", "100"}
	values := v.get(path).filled(path)
	for i := 0; i < len(typed); i += 2 {
		values.Set(typed[i], typed[i+1])
	}
	values.Set("preview", "1")
	preview := v.send(http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(values.Encode())).want(t, http.StatusOK)
	if !strings.Contains(preview.body, "<strong>bold</strong>") || strings.Contains(preview.body, "<img src=x") {
		t.Error("the preview does not show the text as takers would read it")
	}
	if got := preview.filled(path).Get(at + "summary"); !strings.HasSuffix(got, hostile) {
		t.Errorf("the form holds %q after the preview", got)
	}
	if h.draft(t).Revision != before.Revision {
		t.Error("the preview was saved")
	}
	of := "roles.product_manager.content."
	v.submit(path, path, typed...).want(t, http.StatusSeeOther, path+"?outdated="+of+"skills%2C"+of+"summary")
	c := h.draft(t).Roles[0].Content
	if len(c.Skills) != 2 || c.Skills[1] != "Two" || c.Salary.Amount != 100 || c.Tagline == "" {
		t.Errorf("the draft keeps %+v", c)
	}
	refused := v.submit(path, path, at+"tagline", strings.Repeat("x", 201), at+"salary.year", "soon").want(t, http.StatusUnprocessableEntity)
	refused.says(t, "Shorten this to 200 characters", "“soon” is not one")
	if got := refused.filled(path).Get(at + "salary.year"); got != "soon" {
		t.Errorf("the form holds %q", got)
	}
}

func TestMarkupInContentIsTextOnThePagesForAdmins(t *testing.T) {
	_, v := openWithNewDraft(t)
	path, at := "/admin/roles/product_manager", "roles.product_manager.content."
	probe := hostile + " [x](javascript:alert(1)) <script>alert(2)</script> [y](data:text/html,z) **bold**"
	v.submit(path, path, at+"summary", probe, at+"focus", probe, at+"suits", probe, at+"environment", probe, at+"tagline", hostile).want(t, http.StatusSeeOther)
	v.submit("/admin/guide", "/admin/guide", "guide.working_together", probe, "guide.both_roles", probe,
		"added_guide.questions_people_ask.question", hostile, "added_guide.questions_people_ask.answer", probe).want(t, http.StatusSeeOther)
	for _, address := range []string{"/admin/guide", path, "/admin/roles"} {
		for _, bad := range []string{"<img src=x", "<script>alert", `href="javascript`, `href="data`} {
			if strings.Contains(v.get(address).body, bad) {
				t.Errorf("%s holds %q", address, bad)
			}
		}
	}
}

func TestTheGuideTakesAndLosesEntries(t *testing.T) {
	h, v := openWithNewDraft(t)
	before := h.draft(t).Guide
	v.submit("/admin/guide", "/admin/guide", "guide.questions_people_ask.0.removal", "on",
		"added_guide.questions_people_ask.question", "Is it new?", "added_guide.questions_people_ask.answer", "Yes.",
		"added_set_up.name", "A club", "added_set_up.pole", "setting+", "added_set_up.text", "It is one.",
	).want(t, http.StatusSeeOther, "/admin/guide")
	after := h.draft(t).Guide
	if len(after.FAQ) != len(before.FAQ) || after.FAQ[0] != before.FAQ[1] || after.FAQ[len(after.FAQ)-1].Question != "Is it new?" {
		t.Errorf("the draft keeps %+v", after.FAQ)
	}
	if n := len(after.Companies); n != len(before.Companies)+1 || after.Companies[n-1].Name != "A club" {
		t.Errorf("the draft keeps %+v", after.Companies)
	}
	refused := v.submit("/admin/guide", "/admin/guide", "guide.questions_people_ask.0.removal", "on",
		"added_guide.questions_people_ask.question", "Half a question?", "guide.credit", strings.Repeat("x", 2001)).want(t, http.StatusUnprocessableEntity)
	refused.says(t, "Write something here", "Shorten this to 2000 characters")
	last := len(before.FAQ) - 1
	if got := refused.filled("/admin/guide"); got.Get("guide.questions_people_ask.0.question") != after.FAQ[1].Question ||
		!strings.Contains(refused.body, "Half a question?") || last < 1 || len(got.Get("guide.credit")) != 2001 {
		t.Errorf("the form holds %v", got)
	}
}

func TestSettingsSayWhatTheyTake(t *testing.T) {
	h, v := openWithNewDraft(t)
	v.submit("/admin/settings", "/admin/settings", "title", "Another title", "settings.clear_from", "0.9", "settings.min_answers", "8").want(t, http.StatusSeeOther)
	if d := h.draft(t); d.Title != "Another title" || d.Settings.ClearFrom != .9 || d.Settings.MinAnswers != 8 {
		t.Errorf("the draft keeps %q, %+v", d.Title, d.Settings)
	}
	refused := v.submit("/admin/settings", "/admin/settings", "title", "", "settings.noise", "NaN", "settings.balanced_below", "x", "settings.min_answers", "3.5", "settings.clear_from", "2")
	refused.want(t, http.StatusUnprocessableEntity).says(t, "Write something here", "“NaN” is not one", "“x” is not one", "“3.5” is not one")
	if got := refused.filled("/admin/settings"); got.Get("settings.min_answers") != "3.5" || got.Get("settings.clear_from") != "2" {
		t.Errorf("the form holds %v", got)
	}
}

func TestAScenarioIsAddedAnsweredAndDeleted(t *testing.T) {
	h, v := openWithNewDraft(t)
	to := v.submit("/admin/scenarios", "/admin/scenarios", "name", "Loves maps").want(t, http.StatusSeeOther).to()
	to = strings.TrimSuffix(to, "#said")
	v.submit("/admin/scenarios", "/admin/scenarios", "name", " ").want(t, http.StatusUnprocessableEntity).says(t, "Write something here")
	draft := h.draft(t)
	at, question := "scenarios.loves_maps", draft.Questions[0].Key
	v.submit(to, to, at+".answers."+question, "1", at+".verdict", "clear", at+".role", "product_manager").want(t, http.StatusSeeOther, to)
	draft = h.draft(t)
	s := draft.Scenarios[draft.ScenarioIndex("loves_maps")]
	if len(s.Answers) != 1 || s.Answers[question] != 1 || s.Verdict != quiz.Clear || s.Role != "product_manager" {
		t.Errorf("the draft keeps %+v", s)
	}
	v.get("/admin/scenarios").want(t, http.StatusOK).says(t, "Loves maps", "Clear: Product", "Not enough answers")
	v.submit(to, to, at+".answers."+question, "99", at+".verdict", "surely", at+".role", "nobody").want(t, http.StatusUnprocessableEntity).
		says(t, "Choose an option from", "Use not_enough", "Name a role of this quiz")
	v.submit(to, to, "revision", "0", at+".name", "Other").want(t, http.StatusConflict).says(t, "Other")
	v.submit(to, to+"/removal").want(t, http.StatusSeeOther, "/admin/scenarios")
	if h.draft(t).ScenarioIndex("loves_maps") >= 0 {
		t.Error("the scenario is still there")
	}
}

func TestTheChecksLeadToTheEditorOfEachPlace(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "jonas@example.org", auth.Editor)
	v.get("/admin/checks").want(t, http.StatusOK).says(t, "Nothing blocks publishing", "What was measured", "Agreeing to everything")
	v.post("/admin/draft").want(t, http.StatusSeeOther)
	path, on := "/admin/roles/product_manager", "roles.product_manager.profile.horizon"
	v.submit(path, path, on+".source", "").want(t, http.StatusSeeOther)
	checks := v.get("/admin/checks").want(t, http.StatusOK).says(t, "1 error blocks publishing", "Every number has a source")
	if !strings.Contains(checks.body, `href="`+path+"#"+on+`.source"`) {
		t.Error("the error does not lead to its field")
	}
	if !strings.Contains(v.get(path).body, `id="`+on+`.source"`) {
		t.Error("the field has no place to link to")
	}
}

func TestTheListsOfTheGuideTakeAndLoseEntriesWithTheirTranslations(t *testing.T) {
	h, v := openWithNewDraft(t)
	before := h.draft(t)
	was := before.Translations["de"]
	v.submit("/admin/guide", "/admin/guide",
		"guide.close_roles.0.removal", "on", "added_guide.close_roles.name", "Tester", "added_guide.close_roles.text", "Finds what is wrong.",
		"added_guide.close_roles.between", "on", "guide.myths.1.removal", "on",
		"guide.decisions.0.parts.project_manager.part", "none",
		"added_guide.decisions.decision", "What to pay", "added_guide.decisions.parts.product_manager.part", "shares",
	).want(t, http.StatusSeeOther, "/admin/guide")
	draft := h.draft(t)
	g, n := draft.Guide, len(before.Guide.CloseRoles)
	if len(g.CloseRoles) != n || g.CloseRoles[0] != before.Guide.CloseRoles[1] || g.CloseRoles[n-1] != (quiz.CloseRole{Name: "Tester", Text: "Finds what is wrong.", Between: true}) {
		t.Errorf("the draft keeps %+v", g.CloseRoles)
	}
	if len(g.Myths) != len(before.Guide.Myths)-1 || g.Myths[1] != before.Guide.Myths[2] {
		t.Errorf("the draft keeps %+v", g.Myths)
	}
	if got := draft.Translations["de"]["guide.myths.1.claim"]; got != was["guide.myths.2.claim"] {
		t.Errorf("the German of a myth stays behind: %+v", got)
	}
	if d := g.Decisions[0]; d.PartOf("project_manager").Part != quiz.NoPart || len(d.Parts) != 1 {
		t.Errorf("a role that has no part any more: %+v", d)
	}
	if d := g.Decisions[len(g.Decisions)-1]; d.Decision != "What to pay" || d.PartOf("product_manager").Part != quiz.Shares || len(d.Parts) != 1 {
		t.Errorf("the new decision is kept as %+v", d)
	}
	refused := v.submit("/admin/guide", "/admin/guide", "guide.glossary.0.removal", "on", "guide.glossary.1.meaning", "",
		"guide.decisions.0.parts.product_manager.part", "rules").want(t, http.StatusUnprocessableEntity)
	refused.says(t, "Write something here", "Use decides, shares, asked or none")
	if got := refused.filled("/admin/guide"); got.Get("guide.glossary.0.word") != g.Glossary[1].Word || got.Get("guide.glossary.0.was") != "1" {
		t.Errorf("the form holds %v", got)
	}
}

func TestTheDayAndThePayOfARoleAreWrittenInItsForm(t *testing.T) {
	h, v := openWithNewDraft(t)
	path, at := "/admin/roles/project_manager", "roles.project_manager.content."
	before := h.draft(t).Roles[1].Content
	v.submit(path, path, at+"hours.0.removal", "on", at+"hours.1.hours", "1.25", "added_"+at+"hours.text", "Lunch", "added_"+at+"hours.hours", "0.5",
		at+"pay.0.year", "2025", at+"pay.1.removal", "on").want(t, http.StatusSeeOther)
	c := h.draft(t).Roles[1].Content
	if n := len(before.Hours); len(c.Hours) != n || c.Hours[0] != (quiz.Hours{Text: before.Hours[1].Text, Hours: 1.25}) || c.Hours[n-1] != (quiz.Hours{Text: "Lunch", Hours: .5}) {
		t.Errorf("the draft keeps %+v", c.Hours)
	}
	if len(c.Pay) != 1 || c.Pay[0].Year != 2025 || c.Pay[0].Figure != before.Pay[0].Figure {
		t.Errorf("the draft keeps %+v", c.Pay)
	}
	refused := v.submit(path, path, at+"hours.0.removal", "on", at+"hours.2.hours", "long", "added_"+at+"pay.figure", "$1").want(t, http.StatusUnprocessableEntity)
	refused.says(t, "“long” is not one", "Write something here")
	if got := refused.filled(path); got.Get(at+"hours.1.hours") != "long" || got.Get(at+"pay.1.figure") != "$1" {
		t.Errorf("the form holds %v", got)
	}
}
