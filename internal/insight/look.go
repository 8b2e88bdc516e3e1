package insight

import (
	"cmp"
	"slices"
)

// leftOver is the share of those asked from which a question is one where
// people leave.
const leftOver = 0.05

// Look is a question to look at, with every reason there is to.
type Look struct {
	Question int // index in the version
	Flags    []Flag
}

// TellsLittle reports whether the verdict could nearly do without the question,
// or would be better without it: almost everybody answers alike, the answers do
// not go with the others of its dimension, they tell the roles no apart, or the
// wrong way round. What people skip, where they leave and what depends on the
// place is to be looked at too, but tells something.
func (l Look) TellsLittle() bool {
	return slices.ContainsFunc(l.Flags, func(f Flag) bool {
		switch f.Kind {
		case FlagLopsided, FlagCrowded, FlagUnrelated, FlagBackwards, FlagAlike:
			return true
		case FlagEmpty, FlagSkipped, FlagOrder, FlagSide, FlagFirst, FlagLeft:
			return false
		}
		return false
	})
}

// Backwards reports whether the answers point to the wrong role, which does
// more harm than a question that tells nothing.
func (l Look) Backwards() bool {
	return slices.ContainsFunc(l.Flags, func(f Flag) bool { return f.Kind == FlagBackwards })
}

// ToLookAt puts all measures together: what the answers say (items, of results
// by lot) and where people leave (drops). What points the wrong way comes first,
// then what tells little, then what has most reasons, then the order of the
// version.
func ToLookAt(items []ItemStats, drops []QuestionDrop) []Look {
	byQuestion := map[int]*Look{}
	look := func(q int, flags ...Flag) {
		if len(flags) == 0 {
			return
		}
		if byQuestion[q] == nil {
			byQuestion[q] = &Look{Question: q}
		}
		byQuestion[q].Flags = append(byQuestion[q].Flags, flags...)
	}
	for _, i := range items {
		look(i.Question, i.Flags...)
	}
	for _, d := range drops {
		if left := share(d.Left, d.Asked); d.Asked >= MinItem && left > leftOver {
			look(d.Question, Flag{FlagLeft, left, -1})
		}
	}
	list := make([]Look, 0, len(byQuestion))
	for _, l := range byQuestion {
		list = append(list, *l)
	}
	slices.SortFunc(list, func(a, b Look) int {
		return cmp.Or(
			first(b.Backwards())-first(a.Backwards()), first(b.TellsLittle())-first(a.TellsLittle()),
			len(b.Flags)-len(a.Flags), a.Question-b.Question,
		)
	})
	return list
}

func first(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
