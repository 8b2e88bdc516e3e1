package score

import (
	"math"
	"slices"
)

// MostMatter is how many dimensions a taker can stress at once.
const MostMatter = 3

// twice is how much a stressed dimension counts.
const twice = 2

// Matter returns a model in which what the answers say on these dimensions
// counts twice, for a taker who asks what if that mattered more to me. The
// first three count; an index that is no dimension is left out.
//
// S is divided by √2 in the row and in the column of such a dimension. With
// uncorrelated traits that is exactly two times its part of the log-odds.
// What is left is still a posterior over the roles, so P sums to 1 and the
// ledger adds up; where the taker stands does not change. It answers a
// question about wishes, and is no better measurement.
func (m *Model) Matter(dimensions ...int) *Model {
	out := *m
	out.stress = slices.Clone(m.stress)
	for _, d := range dimensions[:min(len(dimensions), MostMatter)] {
		if d >= 0 && d < len(out.stress) {
			out.stress[d] = math.Sqrt(twice)
		}
	}
	return &out
}
