package score

import (
	"fmt"
	"slices"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/biggest"
)

func BenchmarkScore(b *testing.B) {
	v := content.First()
	m := New(v)
	a := random(v, dice(26), 0)
	b.ReportAllocs()
	for b.Loop() {
		m.Score(a).Ledger()
	}
}

// BenchmarkRoles scores and explains a taker among so many roles, and of the
// biggest quiz there may be.
func BenchmarkRoles(b *testing.B) {
	for _, roles := range []int{2, 3, 5, 8, 12, quiz.MaxRoles} {
		v := content.First()
		switch {
		case roles == quiz.MaxRoles:
			v = biggest.Quiz()
		case roles > 2:
			v = crowded(b, roles, .8)
		}
		m, rng := New(v), dice(26)
		a := m.Play(0, rng)
		half, unasked := slices.Clone(a), scoring(v)[12:]
		for _, q := range unasked {
			half[q] = quiz.NoAnswer
		}
		for what, do := range map[string]func(){
			"score":        func() { m.Score(a).Ledger() },
			"would change": func() { m.WouldChange(a) },
			"next":         func() { m.Outlook(half).Next(Way{Unasked: unasked, Lot: .5}) },
			"settled":      func() { m.Outlook(half).Settled(12, unasked) },
			"changes":      func() { m.Outlook(half).Changes(unasked, 1) },
		} {
			b.Run(fmt.Sprintf("%d/%s", roles, what), func(b *testing.B) {
				for b.Loop() {
					do()
				}
			})
		}
	}
}

// BenchmarkNext chooses the ninth question.
func BenchmarkNext(b *testing.B) {
	m, a, unasked := midway()
	b.ReportAllocs()
	for b.Loop() {
		m.Outlook(a).Next(Way{Unasked: unasked, Lot: .5})
	}
}

func BenchmarkFlipProbability(b *testing.B) {
	m, a, unasked := midway()
	b.ReportAllocs()
	for b.Loop() {
		flipping(m, a, unasked)
	}
}

func BenchmarkRobustness(b *testing.B) {
	v := content.First()
	m := New(v)
	a := random(v, dice(27), 0)
	b.ReportAllocs()
	for b.Loop() {
		m.Robustness(a, 1)
	}
}

func midway() (*Model, quiz.Answers, []int) {
	v := content.First()
	a := random(v, dice(28), 0)
	unasked := scoring(v)[8:]
	for _, q := range unasked {
		a[q] = quiz.NoAnswer
	}
	return New(v), a, unasked
}

func TestChoosingTheNextQuestionHardlyAllocates(t *testing.T) {
	m, a, unasked := midway()
	const most = 60
	if n := testing.AllocsPerRun(100, func() { m.Outlook(a).Next(Way{Unasked: unasked, Lot: .5}) }); n > most {
		t.Errorf("%.0f allocations, want at most %d", n, most)
	}
}
