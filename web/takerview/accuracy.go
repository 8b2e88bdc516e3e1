package takerview

import (
	"fmt"
	"slices"
	"strconv"

	"whichpm/internal/insight"
	"whichpm/web/ui"
)

// Accuracy is how often the quiz named the job people do, over all versions,
// as far as it may be public. Its zero value stands for nobody.
type Accuracy struct {
	insight.PublicMatrix

	Names     []string // of its roles
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
	return strconv.Itoa(n)
}

// told is the whole in words.
func (a Accuracy) told() string {
	told := a.people() + " people told us that they do one of these jobs, or did, for at least a year."
	if a.All.Hidden {
		return told + " How often it was right is hidden as long as that would tell of fewer than 5 people."
	}
	return fmt.Sprintf("%s The quiz named a role for %d of them, and for %d of those it was their own: %s.", told, a.All.Named, a.All.Right, likely(a.All))
}

// toldIn is the same for one role.
func (a Accuracy) toldIn(role int) string {
	people := fmt.Sprintf("%d people in %s", a.N[role], ui.Inside(a.Names[role]))
	share := a.ByRole[role]
	if share.Hidden {
		return people + "."
	}
	return fmt.Sprintf("%s: it named a role for %d, and theirs for %d of those: %s.", people, share.Named, share.Right, likely(share))
}

// likely writes a share with its 95 % interval.
func likely(s insight.PublicShare) string {
	return fmt.Sprintf("%s, likely between %s and %s", percent(s.Share.Value), percent(s.Share.Low), percent(s.Share.High))
}

// byChance is what the same verdicts would reach if they were dealt out
// blindly, or plain guessing where that is hidden.
func (a Accuracy) byChance() string {
	if !a.Chance.Hidden {
		return fmt.Sprintf("By chance it would be %s: the same verdicts, dealt out to the same people blindly.", percent(a.Chance.Value))
	}
	return fmt.Sprintf("By chance, a guess among %d roles is right about %s of the time.", len(a.Names), percent(1/float64(max(len(a.Names), 1))))
}

// line is the whole in one sentence, for the owner of a result.
func (a Accuracy) line() string {
	switch {
	case a.Simulated:
		return "Demonstration: the people in this database are simulated, so how often the quiz is right is not measured."
	case !a.Measured:
		return fmt.Sprintf("It rests on published job data. How often it names the job people do is not yet measured, n = %s.", a.people())
	case a.All.Hidden:
		return fmt.Sprintf("How often it names the job people do is not shown yet, n = %s, because that would tell of fewer than 5 people.", a.people())
	}
	return fmt.Sprintf("Of %d people who told us their job and for whom it named a role, it was their own for %d: %s.", a.All.Named, a.All.Right, likely(a.All))
}

// leftOut says who is not in the shares.
func (a Accuracy) leftOut() string {
	return fmt.Sprintf("Not in these numbers: people in another job (%s), people in the job for less than a year (%s), and people whose answers looked hurried (%s).",
		few(a.Other), few(a.Short), few(a.Hurried))
}

// few writes a number of people, but none that speaks of so few that they
// might be known.
func few(n int64) string {
	if n < insight.MinPublic {
		return fmt.Sprintf("under %d", insight.MinPublic)
	}
	return strconv.FormatInt(n, 10)
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

func cellText(c insight.PublicCell) string {
	if c.Hidden {
		return "hidden"
	}
	return strconv.FormatInt(c.N, 10)
}
