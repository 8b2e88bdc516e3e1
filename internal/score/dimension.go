package score

import (
	"math"

	"whichpm/internal/quiz"
)

// Dimension is where the answers place a taker on one dimension, and what that
// adds. One that does not count for the verdict has a place and no weight.
type Dimension struct {
	T            float64 // t of step 1: the place in SDs of the trait
	Info         float64 // I of step 1: 1/√Info is the error of T; 0 if nothing was answered
	Weight       float64 // w of step 5
	Contribution float64 // part of LogOdds
	Position     float64 // T over the largest T these questions could show, -1 to 1
	Low, High    float64 // the 80 % range of Position

	slope float64 // LogOdds a unit of Position
}

// eighty is how many SDs either way hold 80 % of a normal distribution.
const eighty = 1.2816

func (m *Model) dimensions(w *workspace, a quiz.Answers) []Dimension {
	most := make([]float64, len(w.play)) // Σ a/τ²: the sum if every answer were at the end
	for q, option := range a {
		if option == quiz.NoAnswer || m.items[q].retired {
			continue
		}
		for _, l := range m.items[q].loads {
			most[l.dimension] += l.gain
		}
	}
	out := make([]Dimension, len(w.play))
	for d := range out {
		if w.info[d] == 0 {
			out[d] = Dimension{Low: -1, High: 1}
			continue
		}
		t, reach := w.t[d], most[d]/w.info[d]
		margin := eighty / math.Sqrt(w.info[d])
		x := Dimension{T: t, Info: w.info[d], Position: position(t, reach)}
		x.Low, x.High = within((t-margin)/reach), within((t+margin)/reach)
		if w.play[d] {
			mid := (m.mean[w.top][d] + m.mean[w.second][d]) / 2
			x.Weight = w.weight(d, w.top, w.second)
			x.Contribution = m.settings.Discount * x.Weight * (t - mid)
			x.slope = m.settings.Discount * x.Weight * reach
		}
		out[d] = x
	}
	return out
}

func within(position float64) float64 { return min(max(position, -1), 1) }
