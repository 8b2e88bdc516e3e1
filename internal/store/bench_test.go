package store

import (
	"sync/atomic"
	"testing"

	"whichpm/internal/quiz"
)

// BenchmarkAddResult compares results that share their wait for the disk with
// results that each wait alone.
func BenchmarkAddResult(b *testing.B) {
	b.Run("group commit", func(b *testing.B) {
		s := openNew(b)
		var n atomic.Int64
		b.SetParallelism(128)
		b.RunParallel(func(taker *testing.PB) {
			for taker.Next() {
				if err := s.AddResult(b.Context(), result(int(n.Add(1)))); err != nil {
					b.Error(err)
				}
			}
		})
	})
	b.Run("one by one", func(b *testing.B) {
		s := openNew(b)
		for n := 0; b.Loop(); n++ {
			must(b, s.AddResult(b.Context(), result(n)))
		}
	})
}

// BenchmarkAddOutcome is what saying something about a job costs, when many do
// at once.
func BenchmarkAddOutcome(b *testing.B) {
	s := openNew(b)
	var n atomic.Int64
	b.SetParallelism(128)
	b.RunParallel(func(taker *testing.PB) {
		for taker.Next() {
			i := int(n.Add(1))
			if err := s.AddResult(b.Context(), result(i)); err != nil {
				b.Error(err)
			}
			o := quiz.Outcome{Result: result(i).ID, Role: quiz.OtherRole, Suits: 3, SaidAt: testNow}
			if err := s.AddOutcome(b.Context(), o); err != nil {
				b.Error(err)
			}
		}
	})
}

// BenchmarkLook is what a commit pays twice to know that it is on disk in the
// right files.
func BenchmarkLook(b *testing.B) {
	s := openNew(b)
	must(b, s.AddResult(b.Context(), result(1)))
	for b.Loop() {
		must(b, s.engine.sameFile())
	}
}
