package check

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/test/biggest"
)

// played are results of simulated takers of a version.
func played(v *quiz.Version, n int) []quiz.Result {
	rng := rand.New(rand.NewPCG(11, 13))
	m := score.New(v)
	results := make([]quiz.Result, n)
	for i := range results {
		results[i] = quiz.Result{Version: 1, Answers: m.Play(i%len(v.Roles), rng).Text()}
	}
	return results
}

// first is the first version as the only one there is.
func firstOnly(id int64) *quiz.Version {
	if id != 1 {
		return nil
	}
	return content.First()
}

func effectOf(t *testing.T, n int, edit func(*quiz.Version)) Effect {
	t.Helper()
	live, draft := content.First(), content.First()
	edit(draft)
	return EffectOf(live, draft, played(live, n), firstOnly)
}

func TestADraftThatCountsTheSameChangesNoResult(t *testing.T) {
	for name, edit := range map[string]func(*quiz.Version){
		"nothing":              func(*quiz.Version) {},
		"other words":          func(v *quiz.Version) { question(v, "h1").Text = "I like maps." },
		"another order":        func(v *quiz.Version) { _ = v.MoveQuestion("h1", quiz.Move{To: 20}) },
		"options in new order": func(v *quiz.Version) { o := question(v, "c1").Options; o[0], o[3] = o[3], o[0] },
		"an option reworded":   func(v *quiz.Version) { question(v, "c1").Options[0].Label = "See how people use it" },
		"a new question":       func(v *quiz.Version) { _, _ = v.AddQuestion(quiz.Agree, 1) },
		"a new dimension":      func(v *quiz.Version) { _, _ = v.AddDimension("Pace") },
		"content of a role":    func(v *quiz.Version) { v.Roles[0].Content.Tagline = "Another" },
	} {
		if e := effectOf(t, 100, edit); !reflect.DeepEqual(e, Effect{Compared: 100}) {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestTheEffectNamesThePartThatCausesIt(t *testing.T) {
	turned := func(key string) func(*quiz.Version) {
		return func(v *quiz.Version) {
			for _, o := range question(v, key).Options {
				for d := range o.Loadings {
					o.Loadings[d] = -o.Loadings[d]
				}
			}
		}
	}
	for field, edit := range map[string]func(*quiz.Version){
		"questions.vp": turned("vp"),
		"questions.c1": func(v *quiz.Version) { turned("c1")(v); question(v, "h1").Strength = 1.01 },
		"questions.up": func(v *quiz.Version) { _ = v.DeleteQuestion("up") },
		"questions.lp": func(v *quiz.Version) { question(v, "lp").Retired = true },
		"settings":     func(v *quiz.Version) { v.Settings.ClearFrom = 0.9; question(v, "h1").Strength = 1.01 },
		"roles":        func(v *quiz.Version) { profile(v, 0, "lens", func(p *quiz.Profile) { p.Mean += 1 }) },
	} {
		t.Run(field, func(t *testing.T) {
			e := effectOf(t, 300, edit)
			if e.Compared != 300 || e.Skipped != 0 || e.Changed < 5 || e.Traced != e.Changed {
				t.Fatalf("%+v", e)
			}
			if len(e.Causes) == 0 || e.Causes[0].Field != field || e.Causes[0].Changed*2 <= e.Changed {
				t.Errorf("of %d changes the causes are %+v", e.Changed, e.Causes)
			}
			moved := 0
			for _, m := range e.Moves {
				moved += m.Count
				if m.From == m.To || m.From.Verdict.NamesRole() != (m.From.Role != "") {
					t.Errorf("%+v", m)
				}
			}
			if moved != e.Changed {
				t.Errorf("%d moves of %d changes", moved, e.Changed)
			}
		})
	}
}

func TestANewDimensionDoesNotHideWhatElseChangesResults(t *testing.T) {
	for name, edit := range map[string]func(*quiz.Version){
		"settings":       func(v *quiz.Version) { v.Settings.ClearFrom = 0.95 },
		"a profile":      func(v *quiz.Version) { profile(v, 0, "lens", func(p *quiz.Profile) { p.Mean += 1 }) },
		"a weight":       func(v *quiz.Version) { profile(v, 0, "pace", func(p *quiz.Profile) { p.Weight, p.Mean = 1, 2 }) },
		"a new role":     func(v *quiz.Version) { _, _ = v.AddRole("Third") },
		"a role deleted": func(v *quiz.Version) { _, _ = v.AddRole("Third"); _ = v.DeleteRole("product_manager") },
	} {
		e := effectOf(t, 100, func(v *quiz.Version) {
			if key, err := v.AddDimension("Pace"); key != "pace" || err != nil {
				t.Fatal(key, err)
			}
			v.Settings.ClearFrom = 0.9
			edit(v)
		})
		if e.Compared != 100 || e.Changed == 0 || len(e.Causes) == 0 {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestRolesPutBackHaveASpreadOnEveryDimension(t *testing.T) {
	live, draft := content.First(), content.First()
	key, err := draft.AddDimension("Pace")
	if err != nil {
		t.Fatal(err)
	}
	profile(draft, 0, key, func(p *quiz.Profile) { p.Mean, p.Spread = 1, 0.5 })
	gone := live.Roles[1].Key
	draft.Roles[1].Key = "another"
	v := withRoles(live, draft)
	if p := v.Roles[0].Profile[key]; p != draft.Roles[0].Profile[key] {
		t.Errorf("the role has %+v", p)
	}
	if p := v.Roles[v.RoleIndex(gone)].Profile[key]; p != (quiz.Profile{Spread: 1}) {
		t.Errorf("the role that is gone has %+v", p)
	}
	if _, changed := live.Roles[0].Profile[key]; changed {
		t.Error("the live version changed")
	}
}

func TestTheEffectIsTheSameEachTime(t *testing.T) {
	edit := func(v *quiz.Version) {
		v.Settings.ClearFrom = 0.8
		for i := range v.Questions {
			v.Questions[i].Strength *= 1.3
		}
	}
	if one, other := effectOf(t, 200, edit), effectOf(t, 200, edit); !reflect.DeepEqual(one, other) {
		t.Errorf("%+v\n%+v", one, other)
	}
}

func TestAResultOfAnUnknownVersionIsNotCompared(t *testing.T) {
	v := content.First()
	results := played(v, 3)
	results[0].Version, results[1].Answers = 9, "?"
	if e := EffectOf(v, v, results, firstOnly); e.Compared != 1 || e.Skipped != 2 {
		t.Errorf("%+v", e)
	}
}

func TestAnAnswerGoesToTheOptionItBecame(t *testing.T) {
	scene := func(labels ...string) quiz.Question {
		q := quiz.Question{Kind: quiz.Choice}
		for _, label := range labels {
			q.Options = append(q.Options, quiz.Option{Label: label})
		}
		return q
	}
	for name, c := range map[string]struct {
		from, to quiz.Question
		want     []int
	}{
		"the same":            {scene("a", "b", "c"), scene("a", "b", "c"), []int{0, 1, 2}},
		"another order":       {scene("a", "b", "c"), scene("c", "a", "b"), []int{1, 2, 0}},
		"other words":         {scene("a", "b", "c"), scene("a", "x", "c"), []int{0, 1, 2}},
		"one gone":            {scene("a", "b", "c"), scene("a", "c"), []int{0, -1, 1}},
		"one come":            {scene("a", "b"), scene("x", "a", "b"), []int{1, 2}},
		"a scale now":         {scene("a", "b"), quiz.Question{Kind: quiz.Agree}, []int{-1, -1}},
		"a scale, reworded":   {quiz.Question{Kind: quiz.Agree, Options: scene("a", "b").Options}, quiz.Question{Kind: quiz.Agree, Options: scene("b", "a").Options}, []int{0, 1}},
		"all words exchanged": {scene("a", "b"), scene("x", "y"), []int{0, 1}},
	} {
		if got := sameOptions(c.from, c.to); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestTheScenariosOfTheFirstVersionComeOutAsExpected(t *testing.T) {
	v := content.First()
	outcomes := Scenarios(v)
	if len(outcomes) != 6 {
		t.Errorf("%d scenarios", len(outcomes))
	}
	verdicts := map[quiz.Verdict]bool{}
	for _, o := range outcomes {
		verdicts[o.Verdict] = true
		if !o.OK {
			t.Errorf("%s is %s for %s (%.3f)", o.Scenario.Key, o.Verdict, o.Role, o.P)
		}
	}
	if len(verdicts) != 4 {
		t.Errorf("verdicts %v, want each", verdicts)
	}
	profile(v, 0, "lens", func(p *quiz.Profile) { p.Mean = -1 })
	if o := ScenariosOn(v, content.First().Scenarios)[0]; o.OK {
		t.Errorf("the direction-setter is still %s for %s (%.3f)", o.Verdict, o.Role, o.P)
	}
}

func TestCausesAreLookedForUnlessALargeQuizIsChangedEverywhere(t *testing.T) {
	live := biggest.Quiz()
	results := played(live, 12)
	for name, c := range map[string]struct {
		edited int
		traced bool
	}{
		"in a few questions": {20, true},
		"in all of them":     {len(live.Questions), false},
	} {
		draft := live.Clone()
		for i := range c.edited {
			draft.Questions[i].Strength = 0.2
		}
		draft.Settings.MinAnswers = quiz.MaxQuestions + 1 // nobody has so many
		e := EffectOf(live, draft, results, func(int64) *quiz.Version { return live })
		if e.Changed == 0 || (e.Traced > 0) != c.traced {
			t.Errorf("%s: %d of %d changed, %d traced", name, e.Changed, e.Compared, e.Traced)
		}
	}
}

// BenchmarkEffect edits everything, the costliest draft: 500 results of the
// first version must take less than 200 ms.
func BenchmarkEffect(b *testing.B) {
	for name, live := range map[string]*quiz.Version{"first": content.First(), "biggest": biggest.Quiz()} {
		draft := live.Clone()
		draft.Settings.ClearFrom, draft.Settings.BalancedBelow = 0.95, 0.9
		for i := range draft.Questions {
			draft.Questions[i].Strength *= 0.7
		}
		results := played(live, 500)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				EffectOf(live, draft, results, func(int64) *quiz.Version { return live })
			}
		})
	}
}
