package check

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// largest is the first version grown to as many questions as a version may
// have, each asked in other words.
func largest() *quiz.Version {
	v := content.First()
	first := v.Questions
	for n := 1; len(v.Questions) < quiz.MaxQuestions; n++ {
		for _, q := range first {
			q.Key = fmt.Sprintf("%s_%d", q.Key, n)
			q.Text = fmt.Sprintf("%s (%d)", q.Text, n)
			v.Questions = append(v.Questions, q)
		}
	}
	v.Questions = v.Questions[:quiz.MaxQuestions]
	return v
}

// biggest has as much of everything as a version may have: scenes of ten ways
// to act, each of which says something about four dimensions.
func biggest() *quiz.Version {
	v, rng := content.First(), rand.New(rand.NewPCG(1, 2))
	role := v.Roles[0]
	v.Translations, v.Dimensions, v.Questions, v.Roles, v.Guide.Companies, v.Scenarios = nil, nil, nil, nil, nil, nil
	for d := range quiz.MaxDimensions {
		key := fmt.Sprint("d", d)
		v.Dimensions = append(v.Dimensions, quiz.Dimension{Key: key, Name: key, Positive: key + " more", Negative: key + " less"})
	}
	for q := range quiz.MaxQuestions {
		x := quiz.Question{Key: fmt.Sprint("q", q), Kind: quiz.Choice, Text: fmt.Sprintf("What of topic %d, place%d?", q, q), Strength: 1}
		for o := range quiz.MaxOptions {
			says := loadings{}
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
	return v
}

func TestTheChecksDoLittleWork(t *testing.T) {
	// A scoring takes under 50 µs of the largest version with two roles and few
	// milliseconds of the biggest, a comparison under 1 µs: three seconds at
	// most.
	for name, c := range map[string]struct {
		v                     *quiz.Version
		scorings, comparisons int
	}{
		"of the first version":       {content.First(), 2100, 3000},
		"of the largest version":     {largest(), 2100, 150_000},
		"of the biggest version":     {biggest(), 700, 2_500_000},
		"where most are never first": {overshadowed(), 1000, 2_500_000},
	} {
		t.Run(name, func(t *testing.T) {
			if problems := c.v.Validate(); len(problems) > 0 {
				t.Fatal(problems)
			}
			s := newSubject(c.v)
			s.run(&Report{})
			t.Logf("%d scorings and %d comparisons", s.scorings, s.comparisons)
			if s.scorings > c.scorings || s.comparisons > c.comparisons {
				t.Errorf("%d scorings and %d comparisons, want at most %d and %d",
					s.scorings, s.comparisons, c.scorings, c.comparisons)
			}
		})
	}
}

// crowded is the biggest version with roles that hardly differ, so that the
// search for each goes on as long as it may.
func crowded() *quiz.Version {
	v := biggest()
	for r := range v.Roles {
		for d, p := range v.Roles[r].Profile {
			p.Mean /= 20
			v.Roles[r].Profile[d] = p
		}
	}
	return v
}

// overshadowed is the same with one role that is far more common than the rest.
func overshadowed() *quiz.Version {
	v := crowded()
	for r := range v.Roles {
		v.Roles[r].Prior = 0.1 / float64(len(v.Roles)-1)
	}
	v.Roles[0].Prior = 0.9
	return v
}

func BenchmarkVersion(b *testing.B) {
	for name, v := range map[string]*quiz.Version{"first": content.First(), "largest": largest(), "biggest": biggest(), "crowded": crowded(), "overshadowed": overshadowed()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Version(v)
			}
		})
	}
}
