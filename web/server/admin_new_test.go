package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
)

// openEmpty is a site on a database without a version.
func openEmpty(t *testing.T) *testSite {
	t.Helper()
	t.Parallel()
	return openOver(t, storetest.Empty(t), admin.Config{})
}

// gardens is what somebody types into the steps: which garden suits you.
var gardens = struct{ title, language, roles, dimensions, questions []string }{
	title:    []string{"title", "Which garden suits you?", "about.lead", "Twelve statements about how you would like to spend time outside."},
	language: []string{"language", "en", "about.no_jobs", "on", "about.roles", "gardens"},
	roles: []string{
		"new.0.name", "Kitchen garden", "new.0.content.tagline", "Beds that feed you.", "new.0.content.summary", "Rows of herbs and greens.",
		"new.1.name", "Wild meadow", "new.1.content.tagline", "A place that looks after itself.", "new.1.content.summary", "Cut once a year.",
		"new.2.name", "A small garden for looking at in the evening", "new.2.short", "Quiet corner", "new.2.content.tagline", "A seat among leaves.", "new.2.content.summary", "Little to do, much to see.",
	},
	dimensions: []string{
		"new.0.name", "Harvest or view", "new.0.positive_pole", "Harvest", "new.0.negative_pole", "View",
		"new.0.place.kitchen_garden", "0.6", "new.0.place.wild_meadow", "-0.3", "new.0.place.a_small_garden_for_looking_at_in_the_eve", "-0.6", "new.0.from", "a guess by Ada",
		"new.1.name", "Order or surprise", "new.1.positive_pole", "Order", "new.1.negative_pole", "Surprise",
		"new.1.place.kitchen_garden", "0.3", "new.1.place.wild_meadow", "-0.6", "new.1.from", "a guess by Ada",
	},
	questions: []string{
		"new.harvest_or_view.positive.0", "A plant should give me something to eat.", "new.harvest_or_view.positive.1", "I would trade a flower for a bean.",
		"new.harvest_or_view.negative.0", "I could look at leaves for an hour.", "new.harvest_or_view.negative.1", "Colours matter more to me than taste.",
		"new.order_or_surprise.positive.0", "I like straight edges.", "new.order_or_surprise.positive.1", "Each thing needs its own place.",
		"new.order_or_surprise.negative.0", "I am glad when a seed lands by itself.", "new.order_or_surprise.negative.1", "I let things grow where they want.",
	},
}

// fillSteps goes through the five steps.
func (v *visitor) fillSteps() {
	v.t.Helper()
	at := v.submit("/admin/new", "/admin/new").want(v.t, http.StatusSeeOther, "/admin/new/title").to()
	for _, step := range []struct {
		typed []string
		to    string
	}{
		{gardens.title, "/admin/new/language"},
		{gardens.language, "/admin/new/roles"},
		{v.withKeys(gardens.roles), "/admin/new/dimensions"},
		{gardens.dimensions, "/admin/new/questions"},
		{gardens.questions, "/admin/checks"},
	} {
		typed := step.typed
		if at == "/admin/new/dimensions" {
			typed = v.withKeys(typed)
		}
		at = v.submit(at, at, typed...).want(v.t, http.StatusSeeOther, step.to).to()
	}
}

// withKeys puts the keys of the roles as they are into what is typed.
func (v *visitor) withKeys(typed []string) []string {
	draft, _, err := v.site.store.Draft(v.t.Context())
	if err != nil {
		v.t.Fatal(err)
	}
	keyed := strings.Join(typed, "\n")
	for _, r := range draft.Roles {
		if strings.HasPrefix(r.Name, "A small garden") {
			keyed = strings.ReplaceAll(keyed, "a_small_garden_for_looking_at_in_the_eve", r.Key)
		}
	}
	return strings.Split(keyed, "\n")
}

func TestFromAnEmptyDatabaseFiveStepsLeadToAQuizThatIsPublishedAndTaken(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.get("/admin/versions").want(t, http.StatusOK).says(t, "New quiz")
	v.get("/admin/new/roles").want(t, http.StatusSeeOther, "/admin/new")
	v.get("/admin/new").want(t, http.StatusOK).says(t, "Five steps lead from nothing", "Start from nothing")
	v.fillSteps()
	if findings := check.Version(h.draft(t)); findings.Count(check.Error) > 0 {
		t.Fatalf("the checks find %+v", findings.Findings)
	}
	v.get("/admin/new/questions").want(t, http.StatusOK).says(t, "Nothing is missing until it can be published", "An owner can publish it")
	v.post("/admin/publication", "revision", revision(h.draft(t)), "note", "Open").want(t, http.StatusSeeOther)
	ada := h.visitor(t)
	ada.get("/").want(t, http.StatusOK).says(t, "Which garden suits you?", "how you would like to spend time outside")
	ada.get(ada.finishCalmly()).want(t, http.StatusOK).says(t, "Wild meadow")
	h.wantAudit(t, "mira@example.org", "publish", "save draft", "save draft", "save draft", "save draft", "save draft", "new quiz", "sign in")
}

func TestEachStepSaysWhatIsMissingAndLeadsThere(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Editor)
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther)
	begun := v.get("/admin/new/title").want(t, http.StatusOK)
	begun.says(t, "Step 1 of 5: Title", "5 things are missing until it can be published", "Name role 1 and say what it is.", "Name role 2 and say what it is.", "Name a dimension.", "Write the first questions.")
	if got := begun.filled("/admin/new/title").Get("title"); got != "" {
		t.Errorf("a title nobody wrote stands in the field: %q", got)
	}
	v.submit("/admin/new/title", "/admin/new/title").want(t, http.StatusSeeOther, "/admin/new/language") // nothing typed, nothing changed
	v.submit("/admin/new/roles", "/admin/new/roles", "new.0.name", "Kitchen garden", "to", "more").want(t, http.StatusSeeOther, "/admin/new/roles")
	roles := v.get("/admin/new/roles").want(t, http.StatusOK).says(t, "Name role 2 and say what it is.", "Kitchen garden")
	if !strings.Contains(roles.body, `href="/admin/new/roles#roles.kitchen_garden.content.tagline"`) {
		t.Error("a role of which nothing is said is not missing")
	}
	v.submit("/admin/new/roles", "/admin/new/roles", "new.0.name", "Meadow", "new.0.content.tagline", "Wild.").want(t, http.StatusSeeOther)
	v.submit("/admin/new/dimensions", "/admin/new/dimensions", "new.0.name", "Order").want(t, http.StatusSeeOther)
	dimensions := v.get("/admin/new/dimensions").want(t, http.StatusOK)
	for _, link := range []string{"/admin/new/title#title", "/admin/new/dimensions#dimensions.order.positive_pole", "/admin/new/dimensions#dimensions.order"} {
		if !strings.Contains(dimensions.body, `href="`+link+`"`) {
			t.Errorf("nothing leads to %s", link)
		}
	}
	if draft := h.draft(t); len(draft.Roles) != 2 || len(draft.Dimensions) != 1 || draft.Roles[0].Profile["order"].Weight != 1 {
		t.Errorf("the draft keeps %+v and %+v", draft.Roles, draft.Dimensions)
	}
}

func TestAStepKeepsWhatWasTypedWhenItIsRefused(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Editor)
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther)
	long := strings.Repeat("x", 81)
	refused := v.submit("/admin/new/roles", "/admin/new/roles",
		"new.0.name", "Kitchen garden", "new.1.name", long, "new.2.content.tagline", hostile).want(t, http.StatusUnprocessableEntity)
	refused.says(t, "Shorten this to 80 characters; it has 81", "Write something here")
	for field, want := range map[string]string{"new.0.name": "Kitchen garden", "new.1.name": long, "new.2.content.tagline": hostile, "new.2.name": ""} {
		if got := refused.filled("/admin/new/roles"); got.Get(field) != want {
			t.Errorf("%s holds %q", field, got.Get(field))
		}
	}
	for _, link := range []string{"#new.1.name", "#new.2.name"} {
		if !strings.Contains(refused.body, `href="`+link+`"`) {
			t.Errorf("the summary does not lead to %s", link)
		}
	}
	if draft := h.draft(t); !draft.Roles[0].Unwritten() {
		t.Errorf("the draft keeps %+v", draft.Roles)
	}
	v.submit("/admin/new/language", "/admin/new/language", "language", "?").want(t, http.StatusUnprocessableEntity)
	v.submit("/admin/new/language", "/admin/new/language", "language", "ja").want(t, http.StatusSeeOther)
	v.submit("/admin/new/roles", "/admin/new/roles", "new.0.name", "庭", "new.1.name", "野").want(t, http.StatusSeeOther)
	v.submit("/admin/new/dimensions", "/admin/new/dimensions", "new.0.name", "秩序", "new.0.positive_pole", "甲", "new.0.negative_pole", "乙").want(t, http.StatusSeeOther)
	key := h.draft(t).Dimensions[0].Key
	row := "new." + key + ".positive.0"
	v.submit("/admin/new/questions", "/admin/new/questions").want(t, http.StatusSeeOther) // nothing typed, nothing asked
	unlabelled := v.submit("/admin/new/questions", "/admin/new/questions", row, "まっすぐが好きだ。").want(t, http.StatusUnprocessableEntity)
	unlabelled.says(t, "Write something here")
	typed := []string{row, "まっすぐが好きだ。"}
	for i, label := range []string{"一", "二", "三", "四", "五"} {
		typed = append(typed, "labels."+strconv.Itoa(i), label)
	}
	v.submit("/admin/new/questions", "/admin/new/questions", typed...).want(t, http.StatusSeeOther)
	if q := h.draft(t).Questions; len(q) != 1 || q[0].Options[4].Label != "五" || q[0].Options[4].Loadings[key] != 1 {
		t.Errorf("the draft keeps %+v", q)
	}
}

func TestADraftIsEmptiedOnlyAsItWasLookedAt(t *testing.T) {
	h, v := openWithNewDraft(t)
	page := v.get("/admin/new").want(t, http.StatusOK)
	page.says(t, "Empty the draft?", "Export it first", "people keep taking it until you publish", "Continue with the draft")
	h.reword(t, "mira@example.org", "Another wording")
	v.post("/admin/new", "revision", page.value("revision")).want(t, http.StatusConflict).says(t, "Nothing was emptied", "Another wording")
	v.post("/admin/new", "revision", "0").want(t, http.StatusConflict)
	if draft := h.draft(t); len(draft.Questions) != questions {
		t.Fatalf("the draft has %d questions", len(draft.Questions))
	}
	v.submit("/admin/new", "/admin/new").want(t, http.StatusSeeOther, "/admin/new/title")
	if draft := h.draft(t); len(draft.Questions) != 1 || !draft.Roles[0].Unwritten() {
		t.Errorf("the draft has %d questions", len(draft.Questions))
	}
	h.visitor(t).get("/").want(t, http.StatusOK).says(t, "Which way of working suits you?")
}

func TestAStepOverwritesNothingAndBeginsNoDraft(t *testing.T) {
	h, v := openWithNewDraft(t)
	draft := h.draft(t)
	q := draft.Questions[draft.QuestionIndex("h1")]
	at := "questions." + q.Key + ".text"
	typed := v.get("/admin/new/questions").want(t, http.StatusOK)
	if got := typed.filled("/admin/new/questions").Get(at); got != q.Text {
		t.Fatalf("the step holds %q", got)
	}
	for _, step := range []string{"title", "language", "roles", "dimensions", "questions"} {
		v.submit("/admin/new/"+step, "/admin/new/"+step).want(t, http.StatusSeeOther)
	}
	if now := h.draft(t); now.Revision != draft.Revision {
		t.Error("saving what is there changed the draft")
	}
	v.submit("/admin/new/title", "/admin/new/title", "revision", "0", "title", "Another title").want(t, http.StatusConflict).says(t, "Another title")
	form := typed.filled("/admin/new/questions")
	form.Set(at, "Kept while the draft went.")
	v.post("/admin/versions/draft/removal", "revision", revision(h.draft(t))).want(t, http.StatusSeeOther)
	gone := v.send(http.MethodPost, "/admin/new/questions", "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
	gone.want(t, http.StatusConflict).says(t, "Kept while the draft went.")
	if _, _, err := h.store.Draft(t.Context()); err == nil {
		t.Error("the form of a step began a draft")
	}
}

func TestARowThatIsEmptiedIsTakenOut(t *testing.T) {
	h := openEmpty(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	v.fillSteps()
	draft := h.draft(t)
	statement := "questions." + draft.Questions[0].Key + ".text"
	v.submit("/admin/new/questions", "/admin/new/questions", statement, " ").want(t, http.StatusSeeOther)
	v.submit("/admin/new/dimensions", "/admin/new/dimensions",
		"dimensions.order_or_surprise.name", "", "dimensions.order_or_surprise.positive_pole", "", "dimensions.order_or_surprise.negative_pole", "").want(t, http.StatusSeeOther)
	for _, key := range []string{"kitchen_garden", "wild_meadow"} {
		at := "roles." + key + "."
		v.submit("/admin/new/roles", "/admin/new/roles", at+"name", "", at+"short", "", at+"content.tagline", "", at+"content.summary", "").want(t, http.StatusSeeOther)
	}
	now := h.draft(t)
	if len(now.Questions) != 3 || now.DimensionIndex("order_or_surprise") >= 0 || now.RoleIndex("kitchen_garden") >= 0 {
		t.Errorf("the draft keeps %d questions, %+v", len(now.Questions), now.Dimensions)
	}
	if len(now.Roles) != quiz.MinRoles || !now.Roles[1].Unwritten() {
		t.Errorf("the draft has the roles %+v", now.Roles)
	}
	v.get("/admin/new/roles").want(t, http.StatusOK).says(t, "Name role 2 and say what it is.")
}
