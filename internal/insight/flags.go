package insight

import "math"

// What is looked at about a question (docs/scoring.md, "Item statistics").
const (
	lopsidedOver   = 0.5
	crowdedOver    = 0.6
	emptyUnder     = 0.03
	unrelatedUnder = 0.15
	skippedOver    = 0.1
	shiftOver      = 0.3 // SDs
	shiftBelow     = 0.01
)

// flags of a question, from MinItem answers on; of skips, from as many times
// asked; of the item-rest correlation, from as many people a pair.
func (t *Tally) flags(s ItemStats) []Flag {
	var flags []Flag
	if skipped := share(s.Skipped(), s.Asked); s.Asked >= MinItem && skipped > skippedOver {
		flags = append(flags, Flag{FlagSkipped, skipped, -1})
	}
	if s.Answered < MinItem {
		return flags
	}
	if math.Abs(s.Mean) > lopsidedOver {
		flags = append(flags, Flag{FlagLopsided, s.Mean, -1})
	}
	for option, n := range s.Options {
		switch chosen := share(n, s.Answered); {
		case chosen > crowdedOver:
			flags = append(flags, Flag{FlagCrowded, chosen, option})
		case chosen < emptyUnder:
			flags = append(flags, Flag{FlagEmpty, chosen, option})
		}
	}
	if s.RestN >= MinItem && s.ItemRest < unrelatedUnder {
		flags = append(flags, Flag{FlagUnrelated, s.ItemRest, -1})
	}
	if c, ok := t.orderEffect(s.Question); ok && c.shifts() {
		flags = append(flags, Flag{FlagOrder, c.Difference, -1})
	}
	if c, ok := t.sideEffect(s.Question); ok && c.shifts() {
		flags = append(flags, Flag{FlagSide, c.Difference, -1})
	}
	return flags
}

// shifts reports whether the condition changes the answers, beyond chance and
// enough to matter.
func (c Contrast) shifts() bool {
	return math.Abs(c.Difference) > shiftOver && c.P < shiftBelow
}

func share(n, of int64) float64 {
	if of <= 0 {
		return 0
	}
	return float64(n) / float64(of)
}
