package score

import (
	"cmp"
	"slices"

	"whichpm/internal/quiz"
)

// Change is another answer to one question and what it would move.
type Change struct {
	Question int
	To       int     // option index
	Shift    float64 // added to LogOdds, below 0
}

// WouldChange returns the fewest answers that, had they been others, would
// have put Second before Top, the strongest first and of equals the first; nil
// if all of them together could not. It is exact: neither S nor I depends on
// which option was chosen, so the shifts add up (docs/scoring.md, "What would
// change it"). With more than two roles it compares these two only.
func (m *Model) WouldChange(a quiz.Answers) []Change {
	r := m.Score(a)
	var moves []Change
	for _, q := range r.counted {
		if move := m.strongestMove(r, q, a[q]); move.Shift < 0 {
			moves = append(moves, move)
		}
	}
	slices.SortStableFunc(moves, func(a, b Change) int {
		return cmp.Compare(withoutRoundingNoise(a.Shift), withoutRoundingNoise(b.Shift))
	})
	left := r.LogOdds + r.PriorOdds
	for i, move := range moves {
		left += move.Shift
		if left < -tiny {
			return moves[:i+1]
		}
	}
	return nil
}

// strongestMove finds the option that would help Second most.
func (m *Model) strongestMove(r Result, q, chosen int) Change {
	best := Change{Question: q, To: chosen}
	for option := range m.items[q].options {
		shift := 0.0
		for _, l := range m.items[q].loads {
			d := r.Dimensions[l.dimension]
			shift += m.settings.Discount * d.Weight * l.gain * (l.y[option] - l.y[chosen]) / d.Info
		}
		if shift < best.Shift {
			best.To, best.Shift = option, shift
		}
	}
	return best
}

// FlipAt returns the Position on one dimension at which Top and Second would
// be equally probable, were everything else as it is; false if there is none
// from -1 to 1.
func (r Result) FlipAt(dimension int) (position float64, possible bool) {
	d := r.Dimensions[dimension]
	if d.slope == 0 {
		return 0, false
	}
	position = d.Position - (r.LogOdds+r.PriorOdds)/d.slope
	return position, position >= -1 && position <= 1
}
