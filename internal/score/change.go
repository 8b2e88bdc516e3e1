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
	Shift    float64 // added to the log-odds of Top against the role that would come first, below 0
}

// Turn is what would have put another role first: the answers that would have
// been others, the strongest first, and that role. Without changes there is no
// such thing, and Top is the runner-up.
type Turn struct {
	Changes []Change
	Top     int
}

// WouldChange returns the fewest answers that, had they been others, would have
// put another role before Top. For each rival it takes the strongest moves
// towards it one by one, and scores the answers anew after each: with more than
// two roles a third may come first on the way, and which dimensions count can
// depend on who is ahead. Of equally few it takes those whose role would be the
// more probable (docs/scoring.md, "What would change it").
func (m *Model) WouldChange(a quiz.Answers) Turn {
	before := m.newWorkspace()
	answered := m.gather(before, a)
	m.weigh(before)
	best, chance := Turn{Top: before.second}, 0.0
	again := rescorer{m, a, before, m.newWorkspace()}
	for rival := range m.mean {
		if rival == before.top {
			continue
		}
		moves := again.moves(answered, rival)
		if best.Changes != nil {
			moves = moves[:min(len(moves), len(best.Changes))]
		}
		n, top, p := again.turned(moves)
		if n > 0 && (best.Changes == nil || n < len(best.Changes) || p > chance) {
			best, chance = Turn{moves[:n], top}, p
		}
	}
	return best
}

// rescorer scores answers with some of them changed.
type rescorer struct {
	model         *Model
	answers       quiz.Answers // as given
	before, after *workspace
}

// moves are the strongest change of each answer towards a rival of Top, the
// strongest first and of equals the first.
func (s rescorer) moves(answered []int, rival int) []Change {
	m, w, a := s.model, s.before, s.answers
	var moves []Change
	for _, q := range answered {
		best := Change{Question: q, To: a[q]}
		for option := range m.items[q].options {
			shift := 0.0
			for _, l := range m.items[q].loads {
				if !w.play[l.dimension] {
					continue
				}
				weight := w.weight(l.dimension, w.top, rival)
				shift += m.settings.Discount * weight * l.gain * (l.y[option] - l.y[a[q]]) / w.info[l.dimension]
			}
			if shift < best.Shift {
				best.To, best.Shift = option, shift
			}
		}
		if best.Shift < 0 {
			moves = append(moves, best)
		}
	}
	slices.SortStableFunc(moves, func(a, b Change) int {
		return cmp.Compare(withoutRoundingNoise(a.Shift), withoutRoundingNoise(b.Shift))
	})
	return moves
}

// turned makes one change after the other until another role than Top comes
// first, and returns how many it took, which role that is and its probability;
// no changes if all of them are not enough.
func (s rescorer) turned(moves []Change) (n, first int, p float64) {
	m, w, top := s.model, s.after, s.before.top
	copy(w.info, s.before.info)
	copy(w.sum, s.before.sum)
	for i, move := range moves {
		for _, l := range m.items[move.Question].loads {
			d := l.dimension
			w.sum[d] += l.gain * (l.y[move.To] - l.y[s.answers[move.Question]])
		}
		m.place(w)
		m.weigh(w)
		if w.top != top && w.log[w.top]-w.log[top] > tiny {
			return i + 1, w.top, w.p[w.top]
		}
	}
	return 0, top, 0
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
