package score

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func TestAgreeingToEverythingFavoursNoRole(t *testing.T) {
	v := content.First()
	for _, column := range []int{0, 1, 2, 3, 4} {
		a := v.NoAnswers()
		for q, question := range v.Questions {
			if question.Kind == quiz.Agree {
				a[q] = column
			}
		}
		if p := New(v).Score(a).Posterior; p[0] != 0.5 || p[1] != 0.5 {
			t.Errorf("column %d gives %v, want exactly .5", column, p)
		}
	}
}

func TestAStraightColumnStaysBalanced(t *testing.T) {
	v := content.First()
	for column := range 5 {
		a := v.NoAnswers()
		for q, question := range v.Questions {
			a[q] = min(column, len(question.Options)-1)
		}
		if p := New(v).Score(a).Posterior[0]; p < 0.45 || p > 0.55 {
			t.Errorf("column %d gives %.3f", column, p)
		}
	}
}

func TestMirroredAnswersMirrorTheProbability(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(1)
	for range 500 {
		a := random(v, rng, 0.2)
		near(t, "P of the mirror", m.Score(mirror(t, v, a)).Posterior[0], m.Score(a).Posterior[1], 1e-12)
	}
}

// mirror replaces each answer with the option of opposite loadings.
func mirror(t *testing.T, v *quiz.Version, a quiz.Answers) quiz.Answers {
	t.Helper()
	out := v.NoAnswers()
	for q, option := range a {
		if option == quiz.NoAnswer {
			continue
		}
		options := v.Questions[q].Options
		opposite := map[string]float64{}
		for d, loading := range options[option].Loadings {
			opposite[d] = -loading
		}
		out[q] = slices.IndexFunc(options, func(o quiz.Option) bool { return maps.Equal(o.Loadings, opposite) })
		if out[q] < 0 {
			t.Fatalf("question %s has no mirror of option %d", v.Questions[q].Key, option)
		}
	}
	return out
}

func TestAnsweringByChanceFavoursNoRole(t *testing.T) {
	v := content.First()
	m := New(v)
	rng := dice(2)
	const takers = 4000
	sum := 0.0
	for range takers {
		sum += m.Score(random(v, rng, 0)).Posterior[0]
	}
	near(t, "mean probability", sum/takers, 0.5, 0.01)
}

func TestTheOrderOfTheQuestionsDoesNotMatter(t *testing.T) {
	v, shuffled := content.First(), content.First()
	rng := dice(3)
	order := rng.Perm(len(v.Questions))
	for i, q := range order {
		shuffled.Questions[i] = v.Questions[q]
	}
	a := random(v, rng, 0.1)
	b := v.NoAnswers()
	for i, q := range order {
		b[i] = a[q]
	}
	near(t, "P", New(shuffled).Score(b).Posterior[0], New(v).Score(a).Posterior[0], 1e-12)
}

// written is a result in full: JSON writes a number so that reading it gives
// the same bits.
func written(t *testing.T, r Result) string {
	t.Helper()
	body, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestScoresAreTheSameInEveryLanguageBitForBit(t *testing.T) {
	v := content.First()
	if len(v.Languages()) == 0 {
		t.Fatal("there is no other language")
	}
	english, rng := New(v), dice(36)
	for _, language := range v.Languages() {
		model := New(v.In(language))
		for n := range 200 {
			a := random(v, rng, float64(n%5)/4)
			if one, other := written(t, english.Score(a)), written(t, model.Score(a)); one != other {
				t.Fatalf("%v scores in English\n%s\nin %s\n%s", a, one, language, other)
			}
		}
	}
}
