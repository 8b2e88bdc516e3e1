package adminview

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// line is where the roles stand on a dimension, drawn. The positive end is on
// the left, as takers see it.
type line struct {
	quiz.Dimension

	on     string // place of the profile: "roles.coach.profile.lens"
	reach  float64
	own    stand
	others []stand
}

// stand is a role at its place. Those that would cover each other stand in rows.
type stand struct {
	role ui.Role
	name string
	mean float64
	row  int
}

// markWide is the part of a line that a mark takes up on a small screen.
const markWide = .1

// lineOf places the roles of a version on a dimension, with one of them alone in
// the last row.
func lineOf(v *quiz.Version, role string, d quiz.Dimension) line {
	l := line{Dimension: d, on: "roles." + role + ".profile." + d.Key, reach: 1}
	for i, r := range v.Roles {
		m := stand{role: ui.RoleAt(i, len(v.Roles)), name: r.Name, mean: r.Profile[d.Key].Mean}
		if math.Abs(m.mean) > l.reach && math.Abs(m.mean) <= mostMean {
			l.reach = mostMean
		}
		if r.Key == role {
			l.own = m
		} else {
			l.others = append(l.others, m)
		}
	}
	slices.SortStableFunc(l.others, func(a, b stand) int {
		switch {
		case a.mean > b.mean:
			return -1
		case a.mean < b.mean:
			return 1
		}
		return 0
	})
	var ends []float64 // of the last mark in each row
	for i := range l.others {
		at, row := l.part(l.others[i].mean), 0
		for row < len(ends) && at-ends[row] < markWide {
			row++
		}
		if row == len(ends) {
			ends = append(ends, at)
		}
		ends[row], l.others[i].row = at, row
	}
	l.own.row = len(ends)
	return l
}

// mostMean is how far out a role can stand.
const mostMean = 3

// part is how far along the line a mean lies, 0 to 1. One that is no number
// stands in the middle.
func (l line) part(mean float64) float64 {
	if math.IsNaN(mean) {
		mean = 0
	}
	return .5 - min(max(mean/l.reach, -1), 1)/2
}

func (l line) x(m stand) string { return fmt.Sprintf("%.1f%%", 100*l.part(m.mean)) }

func (l line) y(m stand) string { return strconv.Itoa(rowHigh*m.row + rowHigh/2) }

func (l line) high() string { return strconv.Itoa(rowHigh * (l.own.row + 1)) }

const rowHigh = 28

// slider is the control that moves the number beside it. It has no name, so that
// what is sent is the number alone: there is nothing to choose between, also
// without scripts, where it is not shown.
func (l line) slider(f Form) templ.Attributes {
	value := strconv.FormatFloat(min(max(l.own.mean, -l.reach), l.reach), 'f', -1, 64)
	if math.IsNaN(l.own.mean) {
		value = "0"
	}
	return templ.Attributes{
		"min": strconv.FormatFloat(-l.reach, 'f', -1, 64), "max": strconv.FormatFloat(l.reach, 'f', -1, 64), "step": "0.05", "value": value,
		"aria-label": f.Say("adminroles.slider", "dimension", l.Name), "data-number": l.on + ".mean",
	}
}
