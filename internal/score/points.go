package score

import (
	"cmp"
	"math"
	"slices"
)

// points turns log-odds into the points that are shown, 100 a unit, so that
// they add up exactly as shown: to the rounded total, by largest remainder. Of
// equal remainders the first is rounded up.
func points(parts []float64) []int {
	points := make([]int, len(parts))
	order := make([]int, len(parts))
	rest := make([]float64, len(parts))
	total, sum := 0.0, 0
	for i, part := range parts {
		x := withoutRoundingNoise(100 * part)
		points[i] = int(math.Floor(x))
		rest[i] = x - math.Floor(x)
		order[i] = i
		total += x
		sum += points[i]
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rest[j], rest[i]) })
	missing := int(math.Round(withoutRoundingNoise(total))) - sum
	for _, i := range order[:missing] {
		points[i]++
	}
	return points
}

// withoutRoundingNoise cuts off what is only rounding, so that the total of the
// answers and the total of the dimensions never round two ways.
func withoutRoundingNoise(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// Entry is a line of the ledger: what one answer added, in points.
type Entry struct {
	Question int
	Points   int // positive towards Top
}

// Ledger lists what every answer added, largest first whichever way it
// pulled. The points add up to Total.
func (r Result) Ledger() []Entry {
	points := points(r.Contributions)
	entries := make([]Entry, len(r.counted))
	for i, q := range r.counted {
		entries[i] = Entry{q, points[q]}
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(abs(b.Points), abs(a.Points)),
			cmp.Compare(math.Abs(r.Contributions[b.Question]), math.Abs(r.Contributions[a.Question])),
		)
	})
	return entries
}

func abs(n int) int { return max(n, -n) }

// Total is the log-odds of the answers in points.
func (r Result) Total() int {
	total := 0
	for _, points := range points(r.Contributions) {
		total += points
	}
	return total
}

// DimensionPoints returns what each dimension added, in points. They add up to
// Total as well.
func (r Result) DimensionPoints() []int {
	parts := make([]float64, len(r.Dimensions))
	for d, dimension := range r.Dimensions {
		parts[d] = dimension.Contribution
	}
	return points(parts)
}
