package takerview

import (
	"slices"

	"whichpm/internal/insight"
	"whichpm/web/words"
)

// Accuracy is how often the quiz named the job people do, over all versions,
// as far as it may be public. Its zero value stands for nobody.
type Accuracy struct {
	words.Language

	insight.PublicMatrix

	Names     []string // of its roles
	Rests     string   // what the version says it rests on until that is measured, "" for the usual
	Other     int64    // people in other jobs
	Short     int64    // people in a role for less than a year
	Hurried   int64    // people whose answers looked hurried
	Simulated bool     // the people are made up, to show the pages
}

// people are those the shares are about: in one of the roles for a year.
func (a Accuracy) people() string {
	n := 0
	for _, each := range a.N {
		n += int(each)
	}
	return a.Whole(int64(n))
}

// told is the whole in words.
func (a Accuracy) told() string {
	told := a.Say("accuracy.told", "people", a.people())
	if a.All.Hidden {
		return told + " " + a.Say("accuracy.told_hidden")
	}
	return told + " " + a.Say("accuracy.named", "named", a.All.Named, "right", a.All.Right, "likely", a.likely(a.All))
}

// toldIn is the same for one role.
func (a Accuracy) toldIn(role int) string {
	people := a.Say("accuracy.people_in", "people", a.N[role], "role", a.RoleInside(a.Roles, a.Names[role]))
	share := a.ByRole[role]
	if share.Hidden {
		return people + "."
	}
	return people + a.Say("accuracy.named_in", "named", share.Named, "right", share.Right, "likely", a.likely(share))
}

// likely writes a share with its 95 % interval.
func (a Accuracy) likely(s insight.PublicShare) string {
	return a.Say("accuracy.likely", "share", a.Percent(s.Share.Value), "low", a.Percent(s.Share.Low), "high", a.Percent(s.Share.High))
}

// byChance is what the same verdicts would reach if they were dealt out
// blindly, or plain guessing where that is hidden.
func (a Accuracy) byChance() string {
	if !a.Chance.Hidden {
		return a.Say("accuracy.by_chance", "share", a.Percent(a.Chance.Value))
	}
	return a.Say("accuracy.by_guess", "roles", len(a.Names), "share", a.Percent(1/float64(max(len(a.Names), 1))))
}

// line is the whole in one sentence, for the owner of a result.
func (a Accuracy) line() string {
	switch {
	case a.Simulated:
		return a.Say("accuracy.line_simulated")
	case !a.Measured && a.Rests != "":
		return a.Rests + " " + a.Say("accuracy.line_unknown", "people", a.people())
	case !a.Measured:
		return a.Say("accuracy.line_unmeasured", "people", a.people())
	case a.All.Hidden:
		return a.Say("accuracy.line_hidden", "people", a.people())
	}
	return a.Say("accuracy.line", "named", a.All.Named, "right", a.All.Right, "likely", a.likely(a.All))
}

// after says when it will be measured.
func (a Accuracy) after() string {
	if a.Rests != "" {
		return a.Say("accuracy.from", "least", insight.MinReported) + " " + a.Rests
	}
	return a.Say("accuracy.after", "least", insight.MinReported)
}

// leftOut says who is not in the shares.
func (a Accuracy) leftOut() string {
	return a.Say("accuracy.left_out", "other", a.few(a.Other), "short", a.few(a.Short), "hurried", a.few(a.Hurried))
}

// few writes a number of people, but none that speaks of so few that they
// might be known.
func (a Accuracy) few(n int64) string {
	if n < insight.MinPublic {
		return a.Say("accuracy.under", "most", insight.MinPublic)
	}
	return a.Whole(n)
}

// anyCell reports whether the table shows anything.
func (a Accuracy) anyCell() bool {
	for _, row := range a.Cells {
		if slices.ContainsFunc(row, func(c insight.PublicCell) bool { return !c.Hidden }) {
			return true
		}
	}
	return false
}

func (a Accuracy) cellText(c insight.PublicCell) string {
	if c.Hidden {
		return a.Say("accuracy.hidden")
	}
	return a.Whole(c.N)
}
