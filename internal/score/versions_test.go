package score

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// threeRoles is the first version with a third role, priors that differ and a
// dimension on which two of the roles stand at the same place.
func threeRoles() *quiz.Version {
	v := content.First()
	third := v.Roles[0]
	third.Key, third.Profile = "product_operations", maps.Clone(v.Roles[0].Profile)
	means := map[string]float64{"horizon": -0.6, "lens": 0.8, "spark": -0.7, "voice": 0.265, "setting": 0.3}
	for d, mean := range means {
		p := third.Profile[d]
		p.Mean, p.Spread, p.Weight = mean, 0.9, 0.8
		third.Profile[d] = p
	}
	v.Roles = append(v.Roles, third)
	v.Roles[0].Prior, v.Roles[1].Prior, v.Roles[2].Prior = 0.5, 0.3, 0.2
	return v
}

// suppressing is the first version with traits so correlated that "spark",
// where the roles hardly differ, would speak for the wrong one.
func suppressing() *quiz.Version {
	v := content.First()
	v.Settings.Correlation = 0.8
	for r, mean := range []float64{0.02, -0.02} {
		p := v.Roles[r].Profile["spark"]
		p.Mean = mean
		v.Roles[r].Profile["spark"] = p
	}
	return v
}

// unequal is the first version with one role held to be more common.
func unequal() *quiz.Version {
	v := content.First()
	v.Roles[0].Prior, v.Roles[1].Prior = 0.3, 0.7
	return v
}

func everyVersion() map[string]*quiz.Version {
	return map[string]*quiz.Version{
		"first": content.First(), "three roles": threeRoles(), "suppressing": suppressing(), "unequal": unequal(),
	}
}

// random answers every question by chance and skips that share of them.
func random(v *quiz.Version, rng *rand.Rand, skipped float64) quiz.Answers {
	a := v.NoAnswers()
	for q, question := range v.Questions {
		if rng.Float64() >= skipped {
			a[q] = rng.IntN(len(question.Options))
		}
	}
	return a
}

func dice(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

func dimension(t testing.TB, v *quiz.Version, key string) int {
	t.Helper()
	i := slices.IndexFunc(v.Dimensions, func(d quiz.Dimension) bool { return d.Key == key })
	if i < 0 {
		t.Fatalf("no dimension %q", key)
	}
	return i
}

func answers(t testing.TB, v *quiz.Version, byKey map[string]int) quiz.Answers {
	t.Helper()
	a, err := v.AnswersByKey(byKey)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
