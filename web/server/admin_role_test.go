package server_test

import (
	"net/http"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/check"
)

// withThird is a draft with a third role and the path of its page.
func withThird(t *testing.T, from string) (*testSite, *visitor, string) {
	t.Helper()
	h, v := openWithNewDraft(t)
	to := v.submit("/admin/roles", "/admin/roles", "name", "Agile coach", "from", from).want(t, http.StatusSeeOther).to()
	return h, v, strings.TrimSuffix(to, "#said")
}

func TestARoleBeginsBlankAndSaysWhatIsMissing(t *testing.T) {
	h, v, path := withThird(t, "")
	draft := h.draft(t)
	r := draft.Roles[draft.RoleIndex("agile_coach")]
	if r.Content.Summary != "" || r.Profile["lens"].Mean != 0 {
		t.Errorf("a blank role has %+v", r)
	}
	v.get(path).want(t, http.StatusOK).says(t, "things about Agile coach keep the draft from being published", "Nothing says what Agile coach is", "Agile coach takes part in no decision")
}

func TestARoleBeginsAsACopy(t *testing.T) {
	h, v, path := withThird(t, "product_manager")
	draft := h.draft(t)
	if r := draft.Roles[draft.RoleIndex("agile_coach")]; r.Content.Summary != draft.Roles[0].Content.Summary {
		t.Errorf("a copy has %+v", r)
	}
	v.get(path).want(t, http.StatusOK).says(t, "Agile coach and Product management")
	v.submit("/admin/roles", "/admin/roles", "name", "Fourth", "from", "nobody").want(t, http.StatusUnprocessableEntity).says(t, "Choose one from the list")
	if refused := v.submit("/admin/roles", "/admin/roles", "name", "", "from", "product_manager").want(t, http.StatusUnprocessableEntity); refused.filled("/admin/roles").Get("from") != "product_manager" {
		t.Error("what it starts from is forgotten")
	}
}

func TestOnePageHasEverythingAboutARole(t *testing.T) {
	h, v, path := withThird(t, "")
	at := "roles.agile_coach."
	v.submit(path, path, at+"short", "Coach", at+"content.tagline", "You help a team along.", at+"profile.lens.mean", "-0,6",
		at+"from", "a guess by Mira", at+"prior", "20", at+"content.talk", "Ask one.").want(t, http.StatusSeeOther, path)
	draft := h.draft(t)
	r := draft.Roles[draft.RoleIndex("agile_coach")]
	if r.Short != "Coach" || r.Content.Tagline == "" || r.Content.Talk != "Ask one." || r.Prior != .2 || draft.Roles[0].Prior != .4 {
		t.Errorf("the draft keeps %+v", r)
	}
	for d, p := range r.Profile {
		if p.Source != "a guess by Mira" {
			t.Errorf("%s comes from %q", d, p.Source)
		}
	}
	if r.Profile["lens"].Mean != -.6 {
		t.Errorf("it stands at %v", r.Profile["lens"].Mean)
	}
	v.submit(path, path, at+"profile.lens.source", "A survey", at+"profile.horizon.source", "").want(t, http.StatusSeeOther)
	if r = h.draft(t).Roles[2]; r.Profile["lens"].Source != "A survey" || r.Profile["horizon"].Source != "" {
		t.Errorf("a source of its own is %+v", r.Profile)
	}
	before := h.draft(t).Revision
	v.submit(path, path).want(t, http.StatusSeeOther)
	if h.draft(t).Revision != before {
		t.Error("a form that changes nothing leaves a trace")
	}
}

func TestTheLineOfARoleIsDrawnAnewBeforeAnythingIsSaved(t *testing.T) {
	h, v, path := withThird(t, "")
	values := v.get(path).filled(path)
	values.Set("roles.agile_coach.profile.lens.mean", "0,8")
	values.Set("preview", "1")
	before := h.draft(t).Revision
	shown := v.postForm(path, values).want(t, http.StatusOK).says(t, "Nothing of this is saved yet")
	if !strings.Contains(shown.body, `x="10.0%"`) || shown.filled(path).Get("roles.agile_coach.profile.lens.mean") != "0,8" {
		t.Error("the mark stands where it stood, or the number is gone")
	}
	if h.draft(t).Revision != before {
		t.Error("it was saved")
	}
	values.Set("roles.agile_coach.profile.lens.mean", "much")
	v.postForm(path, values).want(t, http.StatusUnprocessableEntity).says(t, "“much” is not one")
}

func TestWhoSaysHowCommonARoleIsUndoesNobodysShares(t *testing.T) {
	h, mira, path := withThird(t, "")
	jonas := h.signedIn(t, "ada@example.org", auth.Editor)
	form := mira.get(path).filled(path)
	jonas.submit("/admin/roles", "/admin/priors", "roles.agile_coach.prior", "2").want(t, http.StatusSeeOther)
	form.Set("roles.agile_coach.prior", "10")
	mira.postForm(path, form).want(t, http.StatusConflict)
}

func TestStatementsOfARoleSpeakForTheEndsThatWereChosen(t *testing.T) {
	h, v, path := withThird(t, "")
	n := len(h.draft(t).Questions)
	v.submit(path, path+"/statements", "new.0.text", "I like to see far.", "new.0.end", "horizon.positive", "new.2.text", "I like lists.", "new.2.end", "horizon.negative").
		want(t, http.StatusSeeOther, path)
	added := h.draft(t).Questions[n:]
	if len(added) != 2 {
		t.Fatalf("%d are added", len(added))
	}
	for i, positive := range []bool{true, false} {
		if d, end, ok := added[i].SpeaksFor(); d != "horizon" || end != positive || !ok {
			t.Errorf("%q speaks for %s %v", added[i].Text, d, end)
		}
	}
	refused := v.submit(path, path+"/statements", "new.0.text", strings.Repeat("long ", 80), "new.1.text", "Kept.", "new.1.end", "nowhere.positive").want(t, http.StatusUnprocessableEntity)
	refused.says(t, "Shorten this to 300 characters", "Choose one from the list")
	if refused.filled(path+"/statements").Get("new.1.text") != "Kept." {
		t.Error("what was typed is gone")
	}
	before := h.draft(t).Revision
	v.submit(path, path+"/statements").want(t, http.StatusSeeOther)
	if h.draft(t).Revision != before {
		t.Error("rows nobody wrote in leave a trace")
	}
}

func TestTheButtonsBesideTheChecksMendThem(t *testing.T) {
	h, v, path := withThird(t, "")
	at := "roles.agile_coach."
	v.submit(path, path, at+"content.tagline", "You help a team along.", at+"from", "a guess", at+"profile.horizon.mean", "0.8",
		at+"profile.lifecycle.mean", "-0.6", at+"profile.lens.mean", "0.7").want(t, http.StatusSeeOther)
	v.submit(path, path+"/statements", "new.0.text", "I like to see far.", "new.0.end", "lens.positive", "new.1.text", "I ask strangers a lot.", "new.1.end", "lens.positive").
		want(t, http.StatusSeeOther)
	checks := v.get("/admin/checks").want(t, http.StatusOK).says(t, "Turn the sides of question", "Even out what answers speak for", "Say question")
	if !strings.Contains(checks.body, "/turn") || !strings.Contains(checks.body, "/mirror") {
		t.Error("there is no button")
	}
	const keying = "/admin/checks/keying"
	listed := v.get(keying).want(t, http.StatusOK).says(t, "Statements to say the other way round", "I ask strangers a lot.")
	mirrored := "questions." + h.draft(t).Questions[len(h.draft(t).Questions)-1].Key
	v.submit(keying, keying).want(t, http.StatusUnprocessableEntity).says(t, "tick that its wording stays")
	before := check.Scenarios(h.draft(t))
	form := listed.filled(keying)
	form.Set(mirrored+".text", "I would rather ask nobody.")
	v.postForm(keying, form).want(t, http.StatusSeeOther, "/admin/checks")
	draft := h.draft(t)
	for _, f := range check.Version(draft).Findings {
		if f.Spreads() {
			t.Errorf("it is still said that %s", f.What)
		}
	}
	for i, o := range check.Scenarios(draft) {
		if o.Verdict != before[i].Verdict {
			t.Errorf("%s was %s and is %s", o.Scenario.Key, before[i].Verdict, o.Verdict)
		}
	}
	if q := draft.Questions[len(draft.Questions)-1]; q.Text != "I would rather ask nobody." {
		t.Errorf("it says %q", q.Text)
	}
	v.get(keying).want(t, http.StatusOK).says(t, "there is nothing to do here")
	for _, step := range []string{"", "turn", "turn nothing", "turn h1 2", "move c1 0", "strength h1 much", "explode h1"} {
		if got := v.post(keying, "revision", h.revision(t), "step", step); got.StatusCode != http.StatusNotFound && got.StatusCode != http.StatusConflict {
			t.Errorf("%q answers %d", step, got.StatusCode)
		}
	}
	v.post(keying, "revision", h.revision(t), "step", "turn h1").want(t, http.StatusUnprocessableEntity).says(t, "only its sides can be turned")
}

func TestAStatementIsMirroredInOtherWordsOrWithATick(t *testing.T) {
	h, v := openWithNewDraft(t)
	const path = "/admin/questions/h1/mirror"
	v.get(path).want(t, http.StatusOK).says(t, "Making the plan work")
	v.submit(path, path).want(t, http.StatusUnprocessableEntity).says(t, "tick that its wording stays")
	v.submit(path, path, "questions.h1.same", "on").want(t, http.StatusSeeOther, "/admin/checks")
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex("h1")]
	if _, positive, ok := q.SpeaksFor(); positive || !ok {
		t.Error("it still speaks for the same end")
	}
	for _, other := range []string{"/admin/questions/sp/mirror", "/admin/questions/none/mirror"} {
		v.get(other).want(t, http.StatusNotFound)
	}
	v.post("/admin/questions/c1/turn", "revision", h.revision(t)).want(t, http.StatusUnprocessableEntity).says(t, "only its sides")
	wantFlashOnce(t, v, v.post("/admin/questions/sp/turn", "revision", h.revision(t)), "changed places")
	if got := h.draft(t); got.Questions[got.QuestionIndex("sp")].Left != draft.Questions[draft.QuestionIndex("sp")].Right {
		t.Error("the sides stand where they stood")
	}
	wantFlashOnce(t, v, v.post("/admin/questions/c1/options/0/position", "revision", h.revision(t), "to", "1"), "Moved within its scene")
	for _, wrong := range []string{"/admin/questions/c1/options/x/position", "/admin/questions/c1/options/9/position"} {
		v.post(wrong, "revision", h.revision(t), "to", "1").want(t, http.StatusNotFound)
	}
}

func TestNothingOnAPreviewedRoleLosesWhatIsTyped(t *testing.T) {
	_, v := openWithNewDraft(t)
	const role = "/admin/roles/product_manager"
	page := v.submit(role, role, "preview", "1", "roles.product_manager.content.tagline", "Typed and not saved").want(t, http.StatusOK)
	page.says(t, "Typed and not saved", "Save first what you changed above")
	page.lacks(t, `action="`+role+`/statements"`)
	page.lacks(t, `/turn"`)
	page.lacks(t, role+"/removal")
	v.get(role).has(t, `action="`+role+`/statements"`)
}
