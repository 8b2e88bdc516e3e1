package insight_test

import (
	"testing"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
)

func BenchmarkAdd(b *testing.B) {
	v := firstVersion()
	s, tally := newTakers(v, 41), insight.NewShape(v).New()
	results := make([]quiz.Result, 256)
	for i := range results {
		results[i] = s.next(i, nil)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := tally.Add(results[i%len(results)], nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSumYear adds up all parts of a year, two forms a day of 500
// results each.
func BenchmarkSumYear(b *testing.B) {
	v := firstVersion()
	s, shape := newTakers(v, 42), insight.NewShape(v)
	tally := shape.New()
	for i := range 500 {
		o := quiz.Outcome{Role: v.Roles[i%2].Key, Years: i % 4, Suits: 3}
		if err := tally.Add(s.next(i, nil), &o); err != nil {
			b.Fatal(err)
		}
	}
	var rows []quiz.DayPart
	for _, p := range insight.Parts {
		sums := tally.Sums(p)
		for day := range 365 * 2 {
			rows = append(rows, quiz.DayPart{Version: v.ID, Day: quiz.Day(day / 2), Part: string(p), Sums: sums})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := insight.Sum(shape, rows, nil); err != nil {
			b.Fatal(err)
		}
	}
	for _, p := range insight.Parts {
		b.ReportMetric(float64(len(tally.Sums(p))), string(p)+"-bytes")
	}
}

func BenchmarkItems(b *testing.B) {
	w := load(b)
	tally := w.tally(b, true)
	for b.Loop() {
		tally.Items()
	}
}
