package quiz

// Verdict says how far the answers settle on one role.
type Verdict string

// The verdicts, from the least to the most settled.
const (
	NotEnough Verdict = "not_enough"
	Balanced  Verdict = "balanced"
	Leaning   Verdict = "leaning"
	Clear     Verdict = "clear"
)

// Verdict names the verdict for the probability of the top role, given how
// many questions and scored dimensions were answered.
func (s Settings) Verdict(p float64, answered, dimensions int) Verdict {
	switch {
	case answered < s.MinAnswers || dimensions < s.MinDimensions:
		return NotEnough
	case p < s.BalancedBelow:
		return Balanced
	case p < s.ClearFrom:
		return Leaning
	}
	return Clear
}

// NamesRole reports whether the verdict recommends a role at all.
func (v Verdict) NamesRole() bool { return v == Leaning || v == Clear }
