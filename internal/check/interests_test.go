package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// interests is a quiz as interests are asked: a role and a dimension for each,
// and only statements that speak for it.
func interests() *quiz.Version {
	v := content.First()
	v.Translations, v.Scenarios, v.Guide = nil, nil, quiz.Guide{Difference: "Each is drawn to something else."}
	v.Dimensions, v.Questions, v.Roles = nil, nil, nil
	v.Settings.MinDimensions = 3
	like := map[string][]string{
		"Making":   {"fixing a broken bicycle", "building a wall of stone", "working with wood", "taking an engine apart"},
		"Learning": {"finding out why the sky is blue", "reading about stars", "testing an idea", "looking through a microscope"},
		"Art":      {"drawing a face", "writing songs", "dancing on a stage", "choosing colours for a room"},
		"Care":     {"sitting with somebody who is ill", "teaching small children", "hearing how a friend feels", "cooking for a big family"},
	}
	for _, name := range []string{"Making", "Learning", "Art", "Care"} {
		key := strings.ToLower(name)
		v.Dimensions = append(v.Dimensions, quiz.Dimension{Key: key, Name: name, Positive: "drawn to " + key, Negative: "not drawn to " + key})
		for i, what := range like[name] {
			v.Questions = append(v.Questions, statement(fmt.Sprint(key, i), "I like "+what+".", 1, loadings{key: 1}))
		}
	}
	for _, d := range v.Dimensions {
		role := quiz.Role{Key: d.Key, Name: d.Name, Short: d.Name, Prior: 0.25, Profile: map[string]quiz.Profile{}}
		role.Content.Tagline = "You are drawn to " + d.Key + "."
		for _, other := range v.Dimensions {
			p := quiz.Profile{Spread: 1, SE: 0.1, Weight: 1, Source: "as read"}
			if other.Key == d.Key {
				p.Mean = 1.2
			}
			role.Profile[other.Key] = p
		}
		v.Roles = append(v.Roles, role)
	}
	return v
}

// statement is one of five steps: agreeing to it says as much as most.
func statement(key, body string, strength float64, most loadings) quiz.Question {
	q := quiz.Question{Key: key, Kind: quiz.Agree, Text: body, Strength: strength}
	for i, label := range quiz.Agree.Labels() {
		step := loadings{}
		for d, x := range most {
			step[d] = x * float64(i-2) / 2
		}
		q.Options = append(q.Options, quiz.Option{Label: label, Loadings: step})
	}
	return q
}

func findings(v *quiz.Version, check string) []Finding {
	return slices.DeleteFunc(Version(v).Findings, func(f Finding) bool { return f.Check != check })
}

func TestInterestsAreKeyedOneWayByDesignAndMayBePublished(t *testing.T) {
	for _, f := range Version(interests()).Findings {
		if f.Severity == Error {
			t.Errorf("%+v", f)
		}
	}
}

func TestWhatKeyingOneWayCostsIsMeasured(t *testing.T) {
	v := interests()
	v.Roles[0].Profile["learning"] = quiz.Profile{Mean: 0.9, Spread: 1, SE: 0.1, Weight: 1, Source: "as read"}
	agreeing := v.NoAnswers()
	for q := range v.Questions {
		agreeing[q] = 4
	}
	middle := slices.Repeat(quiz.Answers{2}, len(v.Questions))
	m := score.New(v)
	p, fair := m.Score(agreeing).Posterior[0], m.Score(middle).Posterior[0]
	if p < fair+0.05 {
		t.Fatalf("agreeing to everything gives %f, answers in the middle %f", p, fair)
	}
	want := fmt.Sprintf("gives Making %.1f in 100, where answers that tell nothing give it %.1f", 100*p, 100*fair)
	for _, check := range []string{"keyed_both_ways", "agree_to_all"} {
		got := findings(v, check)
		if len(got) != 1 || got[0].Severity != Advice || !strings.Contains(got[0].What, want) {
			t.Errorf("%s finds %+v, want %q", check, got, want)
		}
	}
	if got := findings(v, "straight_columns"); len(got) != 1 || got[0].Severity != Advice {
		t.Errorf("straight_columns finds %+v", got)
	}
}

func TestKeyedOneWayIsAnErrorWhereTheQuizAsksForAnOtherEndToo(t *testing.T) {
	pair := func(left, right loadings) quiz.Question {
		q := quiz.Question{Key: "pair", Kind: quiz.Pair, Text: "Which is more like you?", Left: "I paint a picture", Right: "I mend a shoe", Strength: 1}
		for i, label := range quiz.Pair.Labels() {
			step := loadings{}
			for d, x := range left {
				step[d] = x * max(float64(2-i), 0) / 2
			}
			for d, x := range right {
				step[d] += x * max(float64(i-2), 0) / 2
			}
			q.Options = append(q.Options, quiz.Option{Label: label, Loadings: step})
		}
		return q
	}
	for name, c := range map[string]struct {
		added  quiz.Question
		errors int
	}{
		"another statement for the same end":       {statement("more", "I like chairs.", 1, loadings{"making": 1}), 0},
		"a statement for another end":              {statement("other", "Tools bore me.", 1, loadings{"making": -1}), 3},
		"one that is off its own interest a bit":   {statement("cross", "I like clay.", 1, loadings{"making": 1, "learning": -0.3}), 0},
		"a pair that sets interests at each other": {pair(loadings{"art": 1, "making": -1}, loadings{"art": -1, "making": 1}), 0},
		"a pair between two ends":                  {pair(loadings{"making": -1}, loadings{"making": 1}), 4},
		"a statement that does not count":          {statement("none", "Tools bore me.", 0, loadings{"making": -1}), 0},
	} {
		v := interests()
		v.Questions = append(v.Questions, c.added)
		got := slices.DeleteFunc(findings(v, "keyed_both_ways"), func(f Finding) bool { return f.Severity != Error })
		if len(got) != c.errors {
			t.Errorf("with %s: %+v", name, got)
		}
	}
}

func TestAColumnThatLeansWithoutItsStatementsIsAnErrorInAnyQuiz(t *testing.T) {
	v := interests()
	for n := range 4 {
		scene := quiz.Question{Key: fmt.Sprint("scene", n), Kind: quiz.Choice, Text: fmt.Sprintf("What about day %d?", n), Strength: 2}
		for i, d := range v.Dimensions {
			option := quiz.Option{Label: fmt.Sprintf("Act %d of %d", i, n), Loadings: loadings{}}
			for j, other := range v.Dimensions {
				option.Loadings[other.Key] = -1. / 3
				if i == j {
					option.Loadings[d.Key] = 1
				}
			}
			scene.Options = append(scene.Options, option)
		}
		v.Questions = append(v.Questions, scene)
	}
	got := findings(v, "straight_columns")
	if !slices.ContainsFunc(got, func(f Finding) bool { return f.Severity == Error }) {
		t.Errorf("finds %+v", got)
	}
}
