package score

import (
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
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
