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
	firstOver      = 0.1 // above what an even choice gives
	alikeUnder     = 0.2 // d′, either way, with its whole interval
	rolesApart     = 0.5 // means of the two roles, from which the profiles promise a difference
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
	if e, ok := t.placeEffect(s.Question); ok && e.P < shiftBelow && e.First.Value-e.Expected > firstOver {
		flags = append(flags, Flag{FlagFirst, e.First.Value, -1})
	}
	return append(flags, t.rolesFlags(s)...)
}

// rolesFlags hold d′ against what the profiles of the two roles say of the
// question's main dimension.
func (t *Tally) rolesFlags(s ItemStats) []Flag {
	v := t.shape.version
	if !s.DPrime.Known || len(v.Roles) < 2 || !v.Scored(v.Dimensions[s.Dimension].Key) {
		return nil
	}
	d := v.Dimensions[s.Dimension].Key
	promised := v.Roles[0].Profile[d].Mean - v.Roles[1].Profile[d].Mean
	switch found := s.DPrime; {
	case promised*found.Value < 0 && found.p() < shiftBelow:
		return []Flag{{FlagBackwards, found.Value, -1}}
	case !found.Internal && math.Abs(promised) >= rolesApart && math.Abs(found.Value)+z95*found.se() < alikeUnder:
		return []Flag{{FlagAlike, found.Value, -1}}
	}
	return nil
}

// p is how probable a d′ this far from 0 is by chance: two-sided, of a z test.
func (d DPrime) p() float64 { return twoSided(d.Value / d.se()) }

// se is the standard error of a d′ near 0.
func (d DPrime) se() float64 { return math.Sqrt(1/float64(d.A) + 1/float64(d.B)) }

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
