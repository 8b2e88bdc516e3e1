package quiz_test

import (
	"errors"
	"maps"
	"math"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestADraftCanHaveAThirdRole(t *testing.T) {
	v := draft(t)
	key, err := v.AddRole("Product operations")
	must(t, err)
	sound(t, v)
	r := v.Roles[v.RoleIndex(key)]
	if key != "product_operations" || math.Abs(r.Prior-1.0/3) > 1e-12 || math.Abs(v.Roles[0].Prior-1.0/3) > 1e-12 {
		t.Errorf("%s with prior %f beside %f", key, r.Prior, v.Roles[0].Prior)
	}
	if p := r.Profile["setting"]; p != (quiz.Profile{Spread: 1, SE: 0.25}) {
		t.Errorf("it counts on a dimension no other role counts on: %+v", p)
	}
	if again, err := v.AddRole("Product operations"); err != nil || again == key {
		t.Errorf("two roles have the key %s: %v", again, err)
	}
	if strange, err := v.AddRole("Продукт"); err != nil || strange == "" {
		t.Errorf("key %q: %v", strange, err)
	}
	sound(t, v)
	must(t, v.SetPriors(map[string]float64{"product_manager": 60, "project_manager": 20, key: 10, v.Roles[3].Key: 5, v.Roles[4].Key: 5}))
	sound(t, v)
	if v.Roles[0].Prior != 0.6 {
		t.Errorf("prior %f", v.Roles[0].Prior)
	}
	refused(t, v.SetPriors(map[string]float64{"product_manager": 1}), "roles.project_manager.prior")
}

func TestSharesOfRolesAreScaledInSixDecimals(t *testing.T) {
	v := draft(t)
	key, err := v.AddRole("Third")
	must(t, err)
	for _, shares := range [][3]float64{{1, 1, 1}, {5000, 5000, 5000}, {1e6, 1e6, 7}, {1e-9, 2e-9, 4e-9}, {997, 2, 1.5}} {
		err := v.SetPriors(map[string]float64{"product_manager": shares[0], "project_manager": shares[1], key: shares[2]})
		if shares[2] == 7 {
			refused(t, err, "roles.third.prior")
			continue
		}
		must(t, err)
		sound(t, v)
		whole := 0
		for _, r := range v.Roles {
			part := math.Round(r.Prior * 1e6)
			whole += int(part)
			if r.Prior != part/1e6 {
				t.Errorf("%v: %s has %v", shares, r.Key, r.Prior)
			}
		}
		if whole != 1e6 {
			t.Errorf("%v: they add up to %d millionths", shares, whole)
		}
	}
	must(t, v.SetPriors(map[string]float64{"product_manager": 2, "project_manager": 2, key: 2.0001}))
	if v.Roles[2].Prior != 0.333344 || v.Roles[0].Prior != 0.333328 {
		t.Errorf("priors %v, %v", v.Roles[0].Prior, v.Roles[2].Prior)
	}
}

func TestAShareThatIsRefusedIsSaidBesideItsRole(t *testing.T) {
	tests := []struct {
		product, project float64
		field, says      string
	}{
		{0, 1, "product", "Use a number above 0, at most 1,000,000; it is 0"},
		{1, -2, "project", "Use a number above 0, at most 1,000,000; it is -2"},
		{1e7, 1, "product", "at most 1,000,000"},
		{math.NaN(), 1, "product", "above 0"},
		{1, math.Inf(1), "project", "above 0"},
		{5000, 1, "project", "under 0.1 % of the whole; use at least 5.01"},
		{0.02, 1000, "product", "use at least 1.01"},
	}
	for _, tt := range tests {
		v := draft(t)
		err := v.SetPriors(map[string]float64{"product_manager": tt.product, "project_manager": tt.project})
		problems, _ := errors.AsType[quiz.Problems](err)
		if len(problems) != 1 || !strings.Contains(problems.For("roles."+tt.field+"_manager.prior"), tt.says) {
			t.Errorf("%v and %v get %v", tt.product, tt.project, err)
		}
		if v.Roles[0].Prior != 0.5 {
			t.Errorf("%v and %v are kept", tt.product, tt.project)
		}
	}
	v := draft(t)
	must(t, v.SetPriors(map[string]float64{"product_manager": 5000, "project_manager": 5.01}))
	sound(t, v)
}

func TestTheLimitOfOneSettingIsNeverOutOfReach(t *testing.T) {
	for below, want := range map[float64]string{
		2: "Use a number from 1 to 1; it is 0.5", -1: "", 0.7: "Use a number from 0.7 to 1; it is 0.5", math.NaN(): "",
	} {
		v := draft(t)
		s := v.Settings
		s.BalancedBelow, s.ClearFrom = below, 0.5
		problems, _ := errors.AsType[quiz.Problems](v.SetSettings(s))
		if got := problems.For("settings.clear_from"); got != want {
			t.Errorf("%v: %q, want %q", below, got, want)
		}
	}
}

func TestADeletedRoleLeavesItsShareToTheOthers(t *testing.T) {
	v := draft(t)
	refused(t, v.DeleteRole("product_manager"), "roles")
	_, err := v.AddRole("Third")
	must(t, err)
	must(t, v.DeleteRole("product_manager"))
	sound(t, v)
	if v.Scenarios[0].Role != "" || v.Scenarios[1].Role != "project_manager" {
		t.Error("the scenarios expect other roles than before")
	}
}

func TestADeletedDimensionTakesWhatIsAboutItAlong(t *testing.T) {
	v := draft(t)
	must(t, v.DeleteDimension("setting"))
	sound(t, v)
	if len(v.Guide.Companies) != 0 || v.Questions[v.QuestionIndex("ep")].Loads("setting") {
		t.Error("something about it is left")
	}
	key, err := v.AddDimension("Pace of work")
	must(t, err)
	sound(t, v)
	if key != "pace_of_work" || v.Scored(key) {
		t.Errorf("%s counts at once", key)
	}
	d, _ := v.Dimension(key)
	d.Name = strings.Repeat("x", 81)
	refused(t, v.SetDimension(d), "dimensions.pace_of_work.name")
}

func TestWhatIsSetWrongIsSaidBesideTheField(t *testing.T) {
	v := draft(t)
	s := v.Settings
	s.Noise = 0
	refused(t, v.SetSettings(s), "settings.noise")
	refused(t, v.SetTitle(" "), "title")
	g := v.Guide
	g.Credit = strings.Repeat("x", 2001)
	refused(t, v.SetGuide(g), "guide.credit")
	r := v.Roles[0].Clone()
	r.Content.Skills = []string{"one", "", strings.Repeat("x", 501)}
	refused(t, v.SetRole(r), "roles.product_manager.content.skills")
	_, err := v.AddRole("")
	refused(t, err, "roles.role_4_1.name")
	_, err = v.AddScenario(quiz.Scenario{Name: "Odd", Verdict: "sure", Role: "nobody", Answers: map[string]int{"h1": 5, "zz": 1}})
	for _, field := range []string{"verdict", "role", "answers.h1", "answers.zz"} {
		refused(t, err, "scenarios.odd."+field)
	}
}

func TestScenariosAreAddedChangedAndDeleted(t *testing.T) {
	v := draft(t)
	answers := map[string]int{"h1": 4}
	key, err := v.AddScenario(quiz.Scenario{Name: " Says  little ", Verdict: quiz.NotEnough, Answers: answers})
	must(t, err)
	answers["h1"] = 0
	s := v.Scenarios[v.ScenarioIndex(key)]
	if key != "says_little" || s.Name != "Says little" || s.Answers["h1"] != 4 {
		t.Errorf("%s: %+v", key, s)
	}
	s.Name = "Says nearly nothing"
	must(t, v.SetScenario(s))
	must(t, v.DeleteScenario(key))
	if err := v.DeleteScenario(key); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if !maps.Equal(v.Scenarios[0].Answers, content.First().Scenarios[0].Answers) {
		t.Error("another scenario changed")
	}
}

func TestADeletedRoleGoesOutOfTheDecisions(t *testing.T) {
	v := first(t)
	key, err := v.AddRole("Third")
	must(t, err)
	d := &v.Guide.Decisions[0]
	d.SetPart(quiz.RolePart{Role: key, Part: quiz.Asked})
	must(t, v.DeleteRole("product_manager"))
	if got := v.Guide.Decisions[0]; got.PartOf("product_manager").Part != quiz.NoPart || got.PartOf(key).Part != quiz.Asked {
		t.Errorf("the decision has %+v", got.Parts)
	}
	if problems := v.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
}
