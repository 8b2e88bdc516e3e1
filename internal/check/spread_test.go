package check

import (
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// thirdWith is a quiz with a third role that stands apart, and statements of its
// own: for an end of a dimension each.
func thirdWith(t *testing.T, statements ...struct {
	dimension string
	positive  bool
},
) *quiz.Version {
	t.Helper()
	v := content.First()
	v.ID = 4
	key, err := v.AddRole("Agile coach")
	must(t, err)
	r := v.Roles[v.RoleIndex(key)].Clone()
	r.Content.Tagline = "You help a team to find its own way."
	for d, mean := range map[string]float64{"horizon": .8, "lifecycle": -.6, "lens": .7} {
		p := r.Profile[d]
		p.Mean = mean
		r.Profile[d] = p
	}
	must(t, v.SetRole(r))
	for _, s := range statements {
		key, err := v.AddQuestion(quiz.Agree, 0)
		must(t, err)
		q := question(v, key).Clone()
		q.Text, q.Options = "A statement of its own: "+key, quiz.StatementFor(s.dimension, s.positive, quiz.Agree.Labels())
		must(t, v.SetQuestion(q))
	}
	return v
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

type speaksFor = struct {
	dimension string
	positive  bool
}

func keyingErrors(v *quiz.Version) (found []string) {
	for _, f := range Version(v).Findings {
		if f.Spreads() {
			found = append(found, f.Field+": "+f.What)
		}
	}
	return found
}

func TestSpreadingTheKeyingSatisfiesItsChecks(t *testing.T) {
	oneWay := content.First()
	for i := range oneWay.Questions {
		if d, positive, ok := oneWay.Questions[i].SpeaksFor(); ok && d == "horizon" && !positive {
			must(t, oneWay.Mirror(oneWay.Questions[i].Key, oneWay.Questions[i].Text))
		}
	}
	for name, c := range map[string]struct {
		v    *quiz.Version
		acts []Act // at least
	}{
		"a third role with the places of before":    {thirdWith(t), []Act{Turn, Shift}},
		"one statement more":                        {thirdWith(t, speaksFor{"horizon", true}), []Act{Weigh}},
		"three statements for ends of their own":    {thirdWith(t, speaksFor{"horizon", true}, speaksFor{"lifecycle", false}, speaksFor{"lens", true}), []Act{Weigh}},
		"four statements for one end":               {thirdWith(t, speaksFor{"lens", true}, speaksFor{"lens", true}, speaksFor{"lens", true}, speaksFor{"lens", true}), []Act{Mirror}},
		"all statements of a dimension for one end": {oneWay, []Act{Mirror}},
	} {
		if len(keyingErrors(c.v)) == 0 {
			t.Errorf("%s: there is nothing to mend", name)
		}
		steps, left := Spread(c.v)
		for _, s := range steps {
			must(t, s.On(c.v, question(c.v, s.Question).Text+" Not."))
		}
		for _, act := range c.acts {
			if !slices.ContainsFunc(steps, func(s Step) bool { return s.Act == act }) {
				t.Errorf("%s: nothing is done by %s in %v", name, act, steps)
			}
		}
		if found := keyingErrors(c.v); len(found)+len(left) > 0 {
			t.Errorf("%s: after %v there is %q, and it was said that %v is left", name, steps, found, left)
		}
	}
}

func TestAnEvenQuizIsNotSpread(t *testing.T) {
	if steps, left := Spread(content.First()); len(steps)+len(left) > 0 {
		t.Errorf("%v, and %v is left", steps, left)
	}
}

func TestWhatAStatementCannotEvenOutAloneIsSaidToBeLeft(t *testing.T) {
	v := content.First()
	for i := range v.Questions {
		if d, _, ok := v.Questions[i].SpeaksFor(); ok && d == "horizon" && v.Questions[i].Key != "h1" {
			v.Questions[i].Retired = true
		}
	}
	if _, left := Spread(v); len(left) == 0 {
		t.Error("one statement is said to speak for both ends")
	}
}

func TestTurningAndMovingChangeNoScenarioAndNoEarlierResult(t *testing.T) {
	before := content.First()
	results := played(before, 40)
	for name, edit := range map[string]func(*quiz.Version) error{
		"a pair is turned":            func(v *quiz.Version) error { return v.TurnSides("sp") },
		"a way to act goes down":      func(v *quiz.Version) error { return v.MoveOption("c1", 0, 2) },
		"a statement is said in turn": func(v *quiz.Version) error { return v.Mirror("h1", "When I start something, I take it day by day.") },
	} {
		after := before.Clone()
		must(t, edit(after))
		was := Scenarios(before)
		for i, o := range Scenarios(after) {
			if o.Verdict != was[i].Verdict || o.Role != was[i].Role || o.P != was[i].P {
				t.Errorf("%s: %s was %s %v and is %s %v", name, o.Scenario.Key, was[i].Verdict, was[i].P, o.Verdict, o.P)
			}
		}
		if e := EffectOf(before, after, results, firstOnly); e.Compared == 0 || e.Changed > 0 {
			t.Errorf("%s: %d of %d results change", name, e.Changed, e.Compared)
		}
	}
}

func TestAStatementKeyedAnewInTheSameWordsChangesResults(t *testing.T) {
	before := content.First()
	after := before.Clone()
	must(t, after.Mirror("h1", question(after, "h1").Text))
	if got := sameOptions(*question(before, "h1"), *question(after, "h1")); got[0] != 0 {
		t.Errorf("answers go to %v", got)
	}
	if after.Scenarios[0].Answers["h1"] != before.Scenarios[0].Answers["h1"] {
		t.Error("somebody else agrees in the scenario")
	}
}

func TestFindingsHaveTheStepsThatMendThem(t *testing.T) {
	v := thirdWith(t, speaksFor{"lens", true}, speaksFor{"lens", true})
	spread, _ := Spread(v)
	findings := Version(v).Findings
	acts := map[string][]Act{}
	for i, steps := range Steps(v, findings, spread) {
		for _, s := range steps {
			acts[findings[i].Check] = append(acts[findings[i].Check], s.Act)
			must(t, s.On(v.Clone(), "Another wording."))
		}
	}
	if !slices.Contains(acts["straight_columns"], Turn) || !slices.Contains(acts["agree_to_all"], Mirror) {
		t.Errorf("got %v", acts)
	}
}

func TestAPlaceThatTellsTheRoleHasAWayToActThatMoves(t *testing.T) {
	v := content.First()
	mirrorActs(v, "c2", "c4") // the first of most scenes speaks for one role
	findings := slices.DeleteFunc(Version(v).Findings, func(f Finding) bool { return f.Check != "option_position" })
	for i := range 4 {
		if len(findings) > 0 {
			break
		}
		v = content.First()
		mirrorActs(v, []string{"c1", "c2", "c3", "c4"}[i])
		findings = slices.DeleteFunc(Version(v).Findings, func(f Finding) bool { return f.Check != "option_position" })
	}
	if len(findings) == 0 {
		t.Fatal("no place tells the role")
	}
	for _, steps := range Steps(v, findings, nil) {
		if len(steps) == 0 || steps[0].Act != Shift {
			t.Errorf("it has %v", steps)
		}
	}
}

func TestFindingsSayWhichRoleTheyAreAbout(t *testing.T) {
	v := thirdWith(t)
	for _, f := range Version(v).Findings {
		if f.Check == "straight_columns" && f.Role != "agile_coach" || f.Check == "unsourced" && f.Role == "" {
			t.Errorf("%s at %s is about %q", f.Check, f.Field, f.Role)
		}
	}
}
