package quiz_test

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// draft is the first version as a draft with number 4.
func draft(t testing.TB) *quiz.Version {
	t.Helper()
	v := content.First()
	v.ID, v.Revision = 4, 1
	return v
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sound fails for a draft that could not be kept.
func sound(t testing.TB, v *quiz.Version) {
	t.Helper()
	if problems := v.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
}

// refused fails unless err is Problems that name the field.
func refused(t testing.TB, err error, field string) {
	t.Helper()
	problems, _ := errors.AsType[quiz.Problems](err)
	if problems.For(field) == "" {
		t.Errorf("got %v, want a problem at %s", err, field)
	}
}

func order(v *quiz.Version) string {
	var keys []string
	for _, q := range v.Questions[:5] {
		keys = append(keys, q.Key)
	}
	return strings.Join(keys, " ")
}

func TestANewQuestionOfAnyKindCanBeKept(t *testing.T) {
	for kind, want := range map[quiz.Kind]string{quiz.Agree: "statement_4_1", quiz.Pair: "pair_4_1", quiz.Choice: "scene_4_1"} {
		v := draft(t)
		key, err := v.AddQuestion(kind, 2)
		must(t, err)
		sound(t, v)
		if key != want || v.Questions[1].Key != key || v.Questions[1].Kind != kind {
			t.Errorf("%s is %q: %s", kind, key, order(v))
		}
		if second, err := v.AddQuestion(kind, 0); err != nil || second == key || v.QuestionIndex(second) != len(v.Questions)-1 {
			t.Errorf("the second is %q at %d: %v", second, v.QuestionIndex(second), err)
		}
	}
	_, err := draft(t).AddQuestion("agree7", 1)
	refused(t, err, "kind")
}

func TestAQuizHasRoomForSoManyQuestions(t *testing.T) {
	v := draft(t)
	for len(v.Questions) < quiz.MaxQuestions {
		_, err := v.AddQuestion(quiz.Choice, 0)
		must(t, err)
	}
	sound(t, v)
	_, err := v.CopyQuestion("h1")
	refused(t, err, "questions")
}

func TestACopyOfAQuestionIsNextToItAndSharesNothing(t *testing.T) {
	v := draft(t)
	key, err := v.CopyQuestion("h1")
	must(t, err)
	if got := order(v); got != "c1 h1 "+key+" u2 sp" {
		t.Errorf("order %s", got)
	}
	v.Questions[2].Options[0].Loadings["horizon"] = 0.25
	if v.Questions[1].Options[0].Loadings["horizon"] != -1 {
		t.Error("the original changed with its copy")
	}
	sound(t, v)
}

func TestAQuestionMovesToAnyPlace(t *testing.T) {
	for to, want := range map[int]string{1: "u2 c1 h1 sp r1", 2: "c1 u2 h1 sp r1", 3: "c1 h1 u2 sp r1", 4: "c1 h1 sp u2 r1", 28: "c1 h1 sp r1 o2"} {
		v := draft(t)
		must(t, v.MoveQuestion("u2", to))
		if got := order(v); got != want || v.QuestionIndex("u2") != to-1 {
			t.Errorf("to %d: %s", to, got)
		}
	}
	for _, to := range []int{-1, 0, 29} {
		refused(t, draft(t).MoveQuestion("u2", to), "questions.u2.position")
	}
}

func TestAQuestionIsTidiedAsItIsSet(t *testing.T) {
	v := draft(t)
	q := v.Questions[v.QuestionIndex("sp")].Clone()
	q.Prompt, q.Source = "  Which\r\n one? ", "One\r\ntwo\n"
	q.Options[0].Label, q.Options[0].Loadings["lens"] = "mine", 0
	must(t, v.SetQuestion(q))
	got := v.Questions[v.QuestionIndex("sp")]
	if got.Prompt != "Which one?" || got.Source != "One\ntwo" || got.Options[0].Label != quiz.PairSteps[0] || len(got.Options[0].Loadings) != 1 {
		t.Errorf("got %+v", got)
	}
	q.Strength = math.NaN()
	refused(t, v.SetQuestion(q), "questions.sp.strength")
	q.Key = "nope"
	if err := v.SetQuestion(q); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestAQuestionOfAnotherKindStartsAfresh(t *testing.T) {
	for _, kind := range []quiz.Kind{quiz.Agree, quiz.Pair, quiz.Choice} {
		v := draft(t)
		must(t, v.SetKind("c1", kind))
		must(t, v.SetKind("h1", kind))
		sound(t, v)
	}
	refused(t, draft(t).SetKind("h1", "agree7"), "questions.h1.kind")
}

func TestARetiredQuestionKeepsItsPlace(t *testing.T) {
	v := draft(t)
	must(t, v.RetireQuestion("h1", true))
	if !v.Questions[1].Retired || v.Questions[1].Key != "h1" {
		t.Error("it is not retired in its place")
	}
	must(t, v.RetireQuestion("h1", false))
	if v.Questions[1].Retired {
		t.Error("it was not taken back")
	}
	var err error
	for _, q := range v.Questions {
		err = v.RetireQuestion(q.Key, true)
	}
	refused(t, err, "questions")
}

func TestADeletedQuestionLeavesTheScenariosToo(t *testing.T) {
	v := draft(t)
	must(t, v.DeleteQuestion("h1"))
	sound(t, v)
	for _, s := range v.Scenarios {
		if _, answered := s.Answers["h1"]; answered {
			t.Errorf("%s still answers it", s.Key)
		}
	}
	for _, q := range slices.Clone(v.Questions[1:]) {
		must(t, v.DeleteQuestion(q.Key))
	}
	refused(t, v.DeleteQuestion(v.Questions[0].Key), "questions")
}

func TestASceneHasTwoToSixWaysToAct(t *testing.T) {
	v := draft(t)
	s := v.Scenarios[0] // answers c1 with option 0 and c2 with option 2
	must(t, v.RemoveOption("c2", 0))
	must(t, v.RemoveOption("c1", 0))
	if _, answered := s.Answers["c1"]; answered || s.Answers["c2"] != 1 {
		t.Errorf("the scenario answers %v", s.Answers)
	}
	must(t, v.RemoveOption("c2", 2))
	refused(t, v.RemoveOption("c2", 0), "questions.c2.options")
	for range 4 {
		must(t, v.AddOption("c2"))
	}
	refused(t, v.AddOption("c2"), "questions.c2.options")
	refused(t, v.AddOption("h1"), "questions.h1.options")
	if err := v.RemoveOption("c1", 9); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	sound(t, v)
}

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
	if len(v.Guide.SetUps) != 0 || v.Questions[v.QuestionIndex("e1")].Loads("setting") {
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
