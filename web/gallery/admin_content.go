package gallery

import (
	"fmt"
	"net/url"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// editedAs is a page that edits a version.
func editedAs(l words.Language, v *quiz.Version, state quiz.State) adminview.Form {
	v.State, v.Revision = state, 7
	return adminview.Form{Page: adminview.Page{Viewer: editor(l)}, Version: v, Revision: 7}
}

func formSaying(f adminview.Form, what, at string) adminview.Form {
	f.Viewer = told(f.Viewer, what, at)
	return f
}

func adminContent(l words.Language) []State {
	draft := func() adminview.Form { return editedAs(l, published(), quiz.Draft) }
	live := func() adminview.Form { return editedAs(l, published(), quiz.Published) }
	long := func() adminview.Form { return editedAs(l, wordy(), quiz.Draft) }
	return []State{
		{"admin", "dimensions", adminview.Dimensions(draft())},
		{"admin", "dimension deleted", adminview.Dimensions(formSaying(draft(), adminview.Deleted, adminview.AtList))},
		{"admin", "dimensions live", adminview.Dimensions(live())},
		{"admin", "dimensions longest text", adminview.Dimensions(long())},
		{"admin", "dimension", adminview.Dimension(draft(), "horizon")},
		{"admin", "dimension saved", adminview.Dimension(formSaying(draft(), adminview.Saved, adminview.AtSave), "horizon")},
		{"admin", "dimension live", adminview.Dimension(live(), "horizon")},
		{"admin", "dimension refused", adminview.Dimension(refusedAs(draft(), "dimensions.horizon.", url.Values{
			"name": {""}, "positive_pole": {strings.Repeat("long ", 20)}, "negative_pole": {"Near"}, "question": {"<b>?</b>"}, "source": {""},
		}, quiz.Problems{
			problemIn(l, "name", "draft_some"), problemIn(l, "positive_pole", "draft_long", "n", 80, "has", 100),
		}), "horizon")},
		{"admin", "dimension removal", adminview.DimensionRemoval(draft(), "setting")},
		{"admin", "roles", adminview.Roles(draft())},
		{"admin", "four roles", adminview.Roles(editedAs(l, withRoles(4), quiz.Draft))},
		{"admin", "roles live", adminview.Roles(live())},
		{"admin", "roles longest text", adminview.Roles(long())},
		{"admin", "shares saved", adminview.Roles(formSaying(draft(), adminview.Saved, adminview.AtShares))},
		{"admin", "shares refused", adminview.Roles(refusedAs(draft(), "roles.", url.Values{
			"product_manager.prior": {"many"}, "project_manager.prior": {"1"},
		}, quiz.Problems{problemIn(l, "product_manager.prior", "draft_share_unread", "typed", "many")}))},
		{"admin", "role", adminview.Role(rolePage(draft(), "product_manager"))},
		{"admin", "role saved", adminview.Role(rolePage(formSaying(draft(), adminview.Saved, adminview.AtSave), "product_manager"))},
		{"admin", "role live", adminview.Role(adminview.RoleProps{Form: live(), Key: "product_manager"})},
		{"admin", "role blank", adminview.Role(rolePage(formSaying(withBlank(draft()), adminview.Added, adminview.AtTop), "agile_coach"))},
		{"admin", "role statements added", adminview.Role(rolePage(formSaying(withBlank(draft()), adminview.Added, adminview.AtStatements), "agile_coach"))},
		{"admin", "role among many", adminview.Role(rolePage(editedAs(l, Garden(12), quiz.Draft), Garden(12).Roles[1].Key))},
		{"admin", "role refused", adminview.Role(adminview.RoleProps{Form: refusedAs(withBlank(draft()), "roles.agile_coach.", url.Values{
			"name": {""}, "profile.lens.mean": {"much"}, "profile.horizon.spread": {"9"}, "prior": {"100"}, "content.talk": {"<b>?</b>"},
		}, quiz.Problems{
			problemIn(l, "name", "draft_some"), problemIn(l, "profile.lens.mean", "draft_within_unread", "least", -3, "most", 3, "typed", "much"),
			problemIn(l, "profile.horizon.spread", "draft_within", "least", .05, "most", 5, "it", 9), problemIn(l, "prior", "draft_within", "least", .1, "most", 99.9, "it", 100),
		}), Key: "agile_coach", Unsaved: true})},
		{"admin", "role longest text", adminview.Role(rolePage(long(), "product_manager"))},
		{"admin", "role added refused", adminview.Roles(addingRole(draft()))},
		{"admin", "role removal", adminview.RoleRemoval(editedAs(l, withRoles(3), quiz.Draft), "product_manager")},
		{"admin", "settings", adminview.Settings(draft())},
		{"admin", "settings live", adminview.Settings(live())},
		{"admin", "settings refused", adminview.Settings(refusedAs(draft(), "settings.", url.Values{
			"balanced_below": {"0.6"}, "clear_from": {"0.5"}, "noise": {"loud"},
		}, quiz.Problems{
			problemIn(l, "clear_from", "draft_within", "least", .6, "most", 1, "it", .5),
			problemIn(l, "noise", "draft_within_unread", "least", .01, "most", 10, "typed", "loud"),
		}))},
		{"admin", "guide", adminview.Guide(draft())},
		{"admin", "guide live", adminview.Guide(live())},
		{"admin", "guide empty", adminview.Guide(editedAs(l, sparse(), quiz.Draft))},
		{"admin", "scenarios", adminview.Scenarios(draft(), scenarioLines(l))},
		{"admin", "scenarios live", adminview.Scenarios(live(), scenarioLines(l))},
		{"admin", "no scenarios", adminview.Scenarios(draft(), nil)},
		{"admin", "scenario", adminview.Scenario(withScenario(draft()), "planner", said(l, quiz.Leaning, "Project", 71))},
		{"admin", "scenario live", adminview.Scenario(withScenario(live()), "planner", said(l, quiz.Leaning, "Project", 71))},
		{"admin", "scenarios longest text", adminview.Scenarios(long(), []adminview.ScenarioLine{
			{Key: "planner", Name: unbreakable, Expected: said(l, quiz.Clear, wordy().Roles[1].Short, 0), Live: said(l, quiz.Clear, wordy().Roles[1].Short, 91), Draft: said(l, quiz.Balanced, "", 51)},
		})},
		{"admin", "scenario longest text", adminview.Scenario(withScenario(long()), "planner", said(l, quiz.Leaning, wordy().Roles[1].Short, 71))},
		{"admin", "checks", adminview.Checks(draft(), checked(l))},
		{"admin", "checks to mend", adminview.Checks(formSaying(withBlank(draft()), adminview.Turned, adminview.AtList), mendable(l))},
		{"admin", "keying", adminview.Keying(keyingOf(draft()))},
		{"admin", "keying longest text", adminview.Keying(keyingOf(long()))},
		{"admin", "keying without steps", adminview.Keying(adminview.KeyingProps{Form: draft()})},
		{"admin", "keying refused", adminview.Keying(keyingRefused(draft()))},
		{"admin", "mirror", adminview.Mirror(adminview.MirrorProps{Form: draft(), Row: mirrored(draft().Version, "")})},
		{"admin", "checks live", adminview.Checks(live(), adminview.ChecksProps{Lines: checked(l).Lines})},
	}
}

// refusedAs is a form with what was typed at a place, and its problems.
func refusedAs(f adminview.Form, at string, typed url.Values, problems quiz.Problems) adminview.Form {
	f.Values = url.Values{}
	for name, values := range typed {
		f.Values[at+name] = values
	}
	for _, p := range problems {
		f.Problems = append(f.Problems, quiz.Problem{Field: at + p.Field, Message: p.Message})
	}
	return f
}

// said is a verdict as it stands in a table, with its role and its chance in
// percent, where there are any.
func said(l words.Language, v quiz.Verdict, role string, chance int) string {
	text := l.Localize(v.Message())
	if role != "" {
		text += ": " + role
	}
	if chance > 0 {
		text += fmt.Sprintf(", %d\u00a0%%", chance)
	}
	return text
}

func scenarioLines(l words.Language) []adminview.ScenarioLine {
	return []adminview.ScenarioLine{
		{Key: "planner", Name: "Loves a clear plan", Expected: said(l, quiz.Clear, "Project", 0), Live: said(l, quiz.Clear, "Project", 91), Draft: said(l, quiz.Leaning, "Project", 74)},
		{Key: "caller", Name: "Calls customers first", Expected: said(l, quiz.Clear, "Product", 0), Live: said(l, quiz.Clear, "Product", 93), Draft: said(l, quiz.Clear, "Product", 95), OK: true},
		{Key: "hurried", Name: strings.Repeat("Answers little ", 5), Expected: said(l, quiz.NotEnough, "", 0), Live: said(l, quiz.NotEnough, "", 0), Draft: said(l, quiz.NotEnough, "", 0), OK: true},
	}
}

func withScenario(f adminview.Form) adminview.Form {
	f.Version.Scenarios = []quiz.Scenario{{
		Key: "planner", Name: "Loves a clear plan", Verdict: quiz.Clear, Role: "project_manager",
		Answers: map[string]int{f.Version.Questions[0].Key: 1, f.Version.Questions[3].Key: 0},
	}}
	return f
}
