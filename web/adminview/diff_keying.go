package adminview

import (
	"slices"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// manyNumbers is how many numbers of a part are folded away, and manyTurned from how
// many questions it is said at once that nothing of them is worded anew.
const (
	manyNumbers = 4
	manyTurned  = 3
)

// onlyNumber reports whether a change is of a number, also one that is new or gone.
func onlyNumber(d quiz.FieldDiff) bool {
	return (d.Before == "" || isNumber(d.Before)) && (d.After == "" || isNumber(d.After))
}

// turned reports whether nothing is worded anew in a question: its numbers changed,
// or its sides or ways to act changed places.
func (g changeGroup) turned() bool {
	var was, is []string
	for _, d := range g.changes {
		if !strings.HasPrefix(d.Field, "questions.") || strings.Count(d.Field, ".") < 2 {
			return false // another part, or a question that is new or gone
		}
		if !onlyNumber(d) {
			was, is = append(was, d.Before), append(is, d.After)
		}
	}
	slices.Sort(was)
	slices.Sort(is)
	return slices.Equal(was, is)
}

// says what changed in a question of which nothing is worded anew.
func (g changeGroup) says(l words.Language) string {
	for _, d := range g.changes {
		switch rest := strings.SplitN(d.Field, ".", 3)[2]; {
		case onlyNumber(d):
		case rest == "left" || rest == "right":
			return l.Say("admindiff.sides", "n", len(g.changes))
		default:
			return l.Say("admindiff.places", "n", len(g.changes))
		}
	}
	return l.Say("admindiff.numbers", "n", len(g.changes))
}

// numbers are the numbers that changed, where they are so many that they are folded
// away, and the other changes.
func (g changeGroup) numbers() (folded, shown []quiz.FieldDiff) {
	for _, d := range g.changes {
		if onlyNumber(d) && d.Label != "" {
			folded = append(folded, d)
		} else {
			shown = append(shown, d)
		}
	}
	if len(folded) < manyNumbers {
		return nil, g.changes
	}
	return folded, shown
}

// turnedTogether takes out the questions of which nothing is worded anew, where they
// are many: they are told as one change.
func turnedTogether(groups []changeGroup) (turned, others []changeGroup) {
	for _, g := range groups {
		if g.turned() {
			turned = append(turned, g)
		} else {
			others = append(others, g)
		}
	}
	if len(turned) < manyTurned {
		return nil, groups
	}
	return turned, others
}
