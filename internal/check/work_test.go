package check

import (
	"fmt"
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

func TestTheChecksDoLittleWork(t *testing.T) {
	// A scoring takes under 50 µs even of the largest version, a comparison
	// under 1 µs: a third of a second at most.
	for name, c := range map[string]struct {
		v                     *quiz.Version
		scorings, comparisons int
	}{
		"of the first version":   {content.First(), 2500, 3000},
		"of the largest version": {largest(), 4000, 150_000},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSubject(c.v)
			s.run(&Report{})
			if s.scorings > c.scorings || s.comparisons > c.comparisons {
				t.Errorf("%d scorings and %d comparisons, want at most %d and %d",
					s.scorings, s.comparisons, c.scorings, c.comparisons)
			}
		})
	}
}

func BenchmarkVersion(b *testing.B) {
	for name, v := range map[string]*quiz.Version{"first": content.First(), "largest": largest()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Version(v)
			}
		})
	}
}
