package quiz

import (
	"cmp"
	"math"
	"slices"
)

// Verdict says how far the answers settle on one role.
type Verdict string

// The verdicts, from the least to the most settled.
const (
	NotEnough     Verdict = "not_enough"
	NoneStandsOut Verdict = "none_stands_out" // among three roles or more
	Balanced      Verdict = "balanced"
	Leaning       Verdict = "leaning"
	Clear         Verdict = "clear"
)

// Verdicts lists all of them in that order.
var Verdicts = []Verdict{NotEnough, NoneStandsOut, Balanced, Leaning, Clear}

// VerdictsFor are those that so many roles can get.
func VerdictsFor(roles int) []Verdict {
	if roles > two {
		return Verdicts
	}
	return slices.DeleteFunc(slices.Clone(Verdicts), func(v Verdict) bool { return v == NoneStandsOut })
}

// NamesRole reports whether the verdict recommends a role at all.
func (v Verdict) NamesRole() bool { return v == Leaning || v == Clear }

// Message names the verdict.
func (v Verdict) Message() Message {
	return Message{ID: "verdict." + string(v), Text: map[Verdict]string{
		NotEnough: "Not enough answers", NoneStandsOut: "No role stands out", Balanced: "Balanced", Leaning: "Leaning", Clear: "Clear",
	}[v]}
}

// A role is named only where it is probable by itself, and not only more so
// than the next: of a dozen, one may be well ahead of the rest and still be
// unlikely. Two roles never come so low.
const (
	two            = 2
	LeastOfClear   = 0.5 // P(top)
	LeastOfLeaning = 0.4
	MostInReach    = 3   // roles a balanced verdict names
	LeastInReach   = 0.5 // P of one of those
)

// Verdict names the verdict for the probabilities of the roles, given how many
// questions and scored dimensions were answered (docs/scoring.md, step 8).
func (s Settings) Verdict(p []float64, answered, dimensions int) Verdict {
	if answered < s.MinAnswers || dimensions < s.MinDimensions {
		return NotEnough
	}
	if len(p) == two { // they are within reach of each other, or one is named
		return s.ByTopAlone(max(p[0], p[1]))
	}
	order := ByProbability(p)
	top, ahead := p[order[0]], share(p, order[0], order[1])
	switch {
	case ahead >= s.ClearFrom && top >= LeastOfClear:
		return Clear
	case ahead >= s.BalancedBelow && top >= LeastOfLeaning:
		return Leaning
	case ahead >= s.BalancedBelow:
		return NoneStandsOut
	}
	if reach := s.within(p, order); len(reach) > MostInReach || sumAt(p, reach) < LeastInReach {
		return NoneStandsOut
	}
	return Balanced
}

// ClearLead is how far the log-odds of a role against each other one must rise
// from an even chance of so many to make its verdict clear.
func (s Settings) ClearLead(roles int) float64 {
	lead := math.Log(s.ClearFrom / (1 - s.ClearFrom))
	if roles == two {
		return lead
	}
	return max(lead, math.Log(float64(roles-1)*LeastOfClear/(1-LeastOfClear)))
}

// ByTopAlone is the verdict of somebody with answers enough as it was before
// more than two roles had rules of their own. Results of then keep it.
func (s Settings) ByTopAlone(top float64) Verdict {
	switch {
	case top < s.BalancedBelow:
		return Balanced
	case top < s.ClearFrom:
		return Leaning
	}
	return Clear
}

// WithinReach are the places of the most probable role and of those that are so
// near to it that nobody could say which of the two fits better, the most
// probable first.
func (s Settings) WithinReach(p []float64) []int { return s.within(p, ByProbability(p)) }

func (s Settings) within(p []float64, order []int) []int {
	n := 1
	for n < len(order) && share(p, order[0], order[n]) < s.BalancedBelow {
		n++
	}
	return order[:n]
}

// share is P(top) if only it and one other role were possible. Of two roles it
// is P(top) to the last bit.
func share(p []float64, top, other int) float64 {
	if len(p) == two {
		return p[top]
	}
	return p[top] / (p[top] + p[other])
}

// ByProbability are the places of the roles, the most probable first; of equals
// the first.
func ByProbability(p []float64) []int {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[b], p[a]) })
	return order
}

func sumAt(p []float64, places []int) float64 {
	sum := 0.0
	for _, i := range places {
		sum += p[i]
	}
	return sum
}
