package check

import (
	"fmt"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/biggest"
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

func TestTheChecksDoLittleWork(t *testing.T) {
	// A scoring takes under 50 µs of the largest version with two roles and few
	// milliseconds of the biggest, a comparison under 1 µs: three seconds at
	// most.
	for name, c := range map[string]struct {
		v                     *quiz.Version
		scorings, comparisons int
	}{
		"of the first version":       {content.First(), 2100, 3600},
		"of the largest version":     {largest(), 2100, 150_000},
		"of the biggest version":     {biggest.Quiz(), 700, 2_500_000},
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
	v := biggest.Quiz()
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
	for name, v := range map[string]*quiz.Version{"first": content.First(), "largest": largest(), "biggest": biggest.Quiz(), "crowded": crowded(), "overshadowed": overshadowed()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Version(v)
			}
		})
	}
}
