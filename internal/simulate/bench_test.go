package simulate

import (
	"testing"

	"whichpm/internal/content"
)

// BenchmarkTaker plays takers of all kinds, an operation for each, on one
// core.
func BenchmarkTaker(b *testing.B) {
	g := newGame(content.First(), Config{Seed: 1})
	b.ReportAllocs()
	for part := 0; b.Loop(); part++ {
		g.play(kinds[part%len(kinds)], part, 1)
	}
}
