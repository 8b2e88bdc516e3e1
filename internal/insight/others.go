package insight

import (
	"cmp"
	"math"
	"slices"

	"whichpm/internal/quiz"
)

// MinOthers is from how many people on a taker is told where others stand: a
// tenth of them is a group that may be shown.
const MinOthers = 10 * MinPublic

// Spread is how many people stand where on a dimension, by bin from the
// negative end to the positive one.
type Spread []int64

// N is how many people it is about: those who answered something about it.
func (s Spread) N() int64 {
	n := int64(0)
	for _, people := range s {
		n += people
	}
	return n
}

// Enough reports whether it may be spoken of.
func (s Spread) Enough() bool { return s.N() >= MinOthers }

// Tenths is a share of at least MinOthers people in words that tell of no
// group under MinPublic, nor of all but so few: 1 to 9 in 10, or one of the
// two below.
type Tenths int

// The ends of Tenths.
const (
	UnderOne Tenths = 0  // fewer than 1 in 10, maybe nobody
	OverNine Tenths = 10 // more than 9 in 10, maybe all
)

// TenthsOf rounds, but calls nothing a tenth that is less, or nine that is more.
func TenthsOf(n, of int64) Tenths {
	switch {
	case 10*n < of:
		return UnderOne
	case 10*n > 9*of:
		return OverNine
	}
	return Tenths(math.Round(10 * float64(n) / float64(of)))
}

// Beyond is who stands further towards the positive and towards the negative
// end than a position, and who stands about there.
func (s Spread) Beyond(position float64) (positive, negative Tenths) {
	bin, n := binOf(position), s.N()
	return TenthsOf(s[bin+1:].N(), n), TenthsOf(s[:bin].N(), n)
}

// Crowded reports whether more than half of all stand within a bin of a position.
func (s Spread) Crowded(position float64) bool {
	bin := binOf(position)
	return 2*s[max(bin-1, 0):min(bin+2, len(s))].N() > s.N()
}

// Middle is between which positions a share of the people in the middle
// stands: as many below as above, and all of the bins at its ends.
func (s Spread) Middle(share float64) (low, high float64) {
	outside := float64(s.N()) * (1 - share) / 2
	if s.N() == 0 {
		return -1, 1
	}
	from, below := 0, int64(0)
	for below += s[from]; float64(below) <= outside; below += s[from] {
		from++
	}
	to, above := len(s)-1, int64(0)
	for above += s[to]; float64(above) <= outside; above += s[to] {
		to--
	}
	edge := func(bin int, half float64) float64 {
		return min(max((float64(bin-spreadBins/2)+half)/(spreadBins/2), -1), 1)
	}
	return edge(from, -.5), edge(to, .5)
}

// Others are the people so far who answered a version: their headlines and, by
// dimension, where they stand.
type Others struct {
	N         int64
	Headlines map[Headline]int64
	Spreads   []Spread
}

// Enough reports whether they may be spoken of.
func (o Others) Enough() bool { return o.N >= MinOthers }

// Shares are how many of them got the headlines of each group. No headline is
// in two groups, so that the tenths are rounded to add up.
func (o Others) Shares(groups ...func(Headline) bool) []Tenths {
	counts := make([]int64, len(groups))
	for h, people := range o.Headlines {
		for i, fits := range groups {
			if fits(h) {
				counts[i] += people
			}
		}
	}
	return addingUp(counts, o.N)
}

// addingUp rounds by largest remainder what TenthsOf calls a number of tenths.
func addingUp(counts []int64, of int64) []Tenths {
	shares := make([]Tenths, len(counts))
	var rounded []int
	told, given := int64(0), int64(0)
	for i, n := range counts {
		shares[i] = TenthsOf(n, of)
		if shares[i] != UnderOne && shares[i] != OverNine {
			shares[i] = Tenths(10 * n / of)
			rounded = append(rounded, i)
			told += n
			given += int64(shares[i])
		}
	}
	slices.SortStableFunc(rounded, func(a, b int) int { return cmp.Compare(10*counts[b]%of, 10*counts[a]%of) })
	for _, i := range rounded[:max(int64(math.Round(10*float64(told)/float64(of)))-given, 0)] {
		shares[i]++
	}
	return shares
}

// OthersOf adds up rows of Totals and Positions, all of days that are over.
// Days are taken in as groups of at least MinPublic people: two readings differ
// by such a group, not by the one person of a quiet day.
func OthersOf(s *Shape, rows []quiz.DayPart) (Others, error) {
	last, err := lastFull(s, rows)
	if err != nil {
		return Others{}, err
	}
	tally, err := Sum(s, rows, func(p quiz.DayPart) bool { return Unhurried(p) && p.Day <= last })
	if err != nil {
		return Others{}, err
	}
	return Others{N: tally.N(), Headlines: tally.Headlines(), Spreads: tally.Spreads()}, nil
}

// lastFull is the day that ends the last group; before all days if there is
// none.
func lastFull(s *Shape, rows []quiz.DayPart) (quiz.Day, error) {
	days, err := Series(s, rows)
	if err != nil {
		return 0, err
	}
	last, waiting := quiz.Day(math.MinInt64), int64(0)
	for _, day := range days {
		if waiting += day.N - day.Hurried; waiting >= MinPublic {
			last, waiting = day.Day, 0
		}
	}
	return last, nil
}
