package quiz_test

import (
	"errors"
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
	for kind, want := range map[quiz.Kind]string{quiz.Agree: "statement_4_1", quiz.Agree7: "statement_4_1", quiz.Pair: "pair_4_1", quiz.Choice: "scene_4_1"} {
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
	_, err := draft(t).AddQuestion("essay", 1)
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
	for to, want := range map[int]string{1: "u2 c1 h1 sp r1", 2: "c1 u2 h1 sp r1", 3: "c1 h1 u2 sp r1", 4: "c1 h1 sp u2 r1", len(draft(t).Questions): "c1 h1 sp r1 o2"} {
		v := draft(t)
		must(t, v.MoveQuestion("u2", quiz.Move{To: to}))
		if got := order(v); got != want || v.QuestionIndex("u2") != to-1 {
			t.Errorf("to %d: %s", to, got)
		}
	}
	for _, to := range []int{-1, 0, len(draft(t).Questions) + 1} {
		refused(t, draft(t).MoveQuestion("u2", quiz.Move{To: to}), "questions.u2.position")
	}
}

func TestAQuestionIsTidiedAsItIsSet(t *testing.T) {
	v := draft(t)
	q := v.Questions[v.QuestionIndex("sp")].Clone()
	q.Text, q.Source = "  Which\r\n one? ", "One\r\ntwo\n"
	q.Options[0].Label, q.Options[0].Loadings["lens"] = "mine", 0
	must(t, v.SetQuestion(q))
	got := v.Questions[v.QuestionIndex("sp")]
	if got.Text != "Which one?" || got.Source != "One\ntwo" || got.Options[0].Label != quiz.Pair.Labels()[0] || len(got.Options[0].Loadings) != 1 {
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
	refused(t, draft(t).SetKind("h1", "agree9"), "questions.h1.kind")
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

func TestASceneHasTwoToTenWaysToAct(t *testing.T) {
	v := draft(t)
	s := v.Scenarios[0] // answers c1 with option 0 and c2 with option 2
	must(t, v.RemoveOption("c2", 0))
	must(t, v.RemoveOption("c1", 0))
	if _, answered := s.Answers["c1"]; answered || s.Answers["c2"] != 1 {
		t.Errorf("the scenario answers %v", s.Answers)
	}
	must(t, v.RemoveOption("c2", 2))
	refused(t, v.RemoveOption("c2", 0), "questions.c2.options")
	for range quiz.MaxOptions - 2 {
		must(t, v.AddOption("c2"))
	}
	refused(t, v.AddOption("c2"), "questions.c2.options")
	refused(t, v.AddOption("h1"), "questions.h1.options")
	if err := v.RemoveOption("c1", 9); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	sound(t, v)
}

func TestACopiedQuestionHasItsTranslationsAsNotReviewed(t *testing.T) {
	v := draft(t)
	for field, text := range v.Translations["de"] {
		text.Reviewed = true
		v.Translations["de"][field] = text
	}
	key, err := v.CopyQuestion("h1")
	must(t, err)
	was, copied := v.Translations["de"]["questions.h1.text"], v.Translations["de"]["questions."+key+".text"]
	if copied.Text != was.Text || copied.Reviewed || !was.Reviewed {
		t.Errorf("the copy has %+v of %+v", copied, was)
	}
}

func TestWhatNobodyHasWrittenYetMayWaitAndWhatIsWrittenIsNotLost(t *testing.T) {
	v := draft(t)
	key, err := v.AddQuestion(quiz.Pair, 0)
	must(t, err)
	q := v.Questions[v.QuestionIndex(key)].Clone()
	q.Left = "One"
	must(t, v.SetQuestion(q))
	sound(t, v)
	q.Left = ""
	refused(t, v.SetQuestion(q), "questions."+key+".left")
	v = draft(t)
	scene := v.Questions[v.QuestionIndex("c1")].Clone()
	scene.Options[1].Label = " "
	refused(t, v.SetQuestion(scene), "questions.c1.options.1.label")
}
