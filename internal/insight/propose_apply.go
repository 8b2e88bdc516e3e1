package insight

import (
	"time"

	"whichpm/internal/quiz"
)

// Applied is what became of a proposal's changes in a draft. Numbers that the
// proposal leaves as they are are in no list.
type Applied struct {
	Set     []Change // are now as proposed
	Already []Change // were so before
	Left    []Change // the draft has another number there, or no such place: it was edited
}

// Apply changes the numbers in a draft that are still as the proposal found
// them. Priors go together, because they add up to 1. The source of a profile
// that moves says so, with the month of at.
func (p Proposal) Apply(draft *quiz.Version, at time.Time) Applied {
	var a Applied
	for _, c := range p.Means {
		if c.Moves() {
			a.note(applyMean(draft, c, at), c)
		}
	}
	if p.Discount.Moves() {
		a.note(setNumber(&draft.Settings.Discount, p.Discount), p.Discount)
	}
	a.applyPriors(draft, p.Priors)
	return a
}

// applyResult is what became of a change.
type applyResult int

const (
	left applyResult = iota
	already
	set
)

func (a *Applied) note(f applyResult, changes ...Change) {
	switch f {
	case set:
		a.Set = append(a.Set, changes...)
	case already:
		a.Already = append(a.Already, changes...)
	case left:
		a.Left = append(a.Left, changes...)
	}
}

// setNumber sets a number that is still as it was.
func setNumber(x *float64, c Change) applyResult {
	switch *x {
	case c.New:
		return already
	case c.Old:
		*x = c.New
		return set
	}
	return left
}

func applyMean(draft *quiz.Version, c Change, at time.Time) applyResult {
	i := draft.RoleIndex(c.Role)
	if i < 0 {
		return left
	}
	profile, ok := draft.Roles[i].Profile[c.Dimension]
	if !ok {
		return left
	}
	f := setNumber(&profile.Mean, c)
	if f == set {
		profile.Source = withNote(profile.Source, c.N, at)
		draft.Roles[i].Profile[c.Dimension] = profile
	}
	return f
}

func (a *Applied) applyPriors(draft *quiz.Version, priors []Change) {
	var moves []Change
	asFound, asProposed := len(draft.Roles) == len(priors), len(draft.Roles) == len(priors)
	for _, c := range priors {
		if c.Moves() {
			moves = append(moves, c)
		}
		i := draft.RoleIndex(c.Role)
		asFound = asFound && i >= 0 && draft.Roles[i].Prior == c.Old
		asProposed = asProposed && i >= 0 && draft.Roles[i].Prior == c.New
	}
	switch {
	case len(moves) == 0:
	case asProposed:
		a.note(already, moves...)
	case !asFound:
		a.note(left, moves...)
	default:
		for _, c := range moves {
			draft.Roles[draft.RoleIndex(c.Role)].Prior = c.New
		}
		a.note(set, moves...)
	}
}
