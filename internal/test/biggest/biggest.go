// Package biggest makes the biggest quiz there may be, to measure with.
package biggest

import (
	"fmt"
	"math/rand/v2"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// Quiz has as much of everything as a version may have: scenes of ten ways
// to act, each of which says something about four dimensions.
func Quiz() *quiz.Version {
	v, rng := content.First(), rand.New(rand.NewPCG(1, 2)) //nolint:gosec // always the same
	role := v.Roles[0]
	v.Translations, v.Dimensions, v.Questions, v.Roles, v.Guide.Companies, v.Scenarios = nil, nil, nil, nil, nil, nil
	for d := range quiz.MaxDimensions {
		key := fmt.Sprint("d", d)
		v.Dimensions = append(v.Dimensions, quiz.Dimension{Key: key, Name: key, Positive: key + " more", Negative: key + " less"})
	}
	for q := range quiz.MaxQuestions {
		x := quiz.Question{Key: fmt.Sprint("q", q), Kind: quiz.Choice, Text: fmt.Sprintf("What of topic %d, place%d?", q, q), Strength: 1}
		for o := range quiz.MaxOptions {
			says := map[string]float64{}
			for j, loading := range []float64{1, -1, 0.5, -0.5} {
				says[fmt.Sprint("d", (q+7*j+4*o)%quiz.MaxDimensions)] = loading
			}
			x.Options = append(x.Options, quiz.Option{Label: fmt.Sprintf("act%d of word%d with thing%d at place%d", o, q, o*q%37, (o+q)%53), Loadings: says})
		}
		v.Questions = append(v.Questions, x)
	}
	for r := range quiz.MaxRoles {
		x := role
		x.Key, x.Prior, x.Profile = fmt.Sprint("r", r), 1/float64(quiz.MaxRoles), map[string]quiz.Profile{}
		x.Name, x.Short = "Role "+x.Key, x.Key
		for _, d := range v.Dimensions {
			x.Profile[d.Key] = quiz.Profile{Mean: 0.5 * rng.NormFloat64(), Spread: 1, SE: 0.2, Weight: 1, Source: "made up"}
		}
		v.Roles = append(v.Roles, x)
	}
	v.Guide.Decisions = decisions(v.Roles)
	return v
}

// decisions have a part for every role.
func decisions(roles []quiz.Role) []quiz.Decision {
	all := make([]quiz.Decision, quiz.MaxListed)
	for i := range all {
		all[i].Decision = fmt.Sprint("What comes next, ", i)
		for _, r := range roles {
			all[i].Parts = append(all[i].Parts, quiz.RolePart{Role: r.Key, Part: quiz.Decides, Text: "with the others"})
		}
	}
	return all
}
