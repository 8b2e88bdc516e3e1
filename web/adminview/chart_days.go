package adminview

import (
	"slices"
	"time"

	"whichpm/internal/quiz"
)

// mostBars is how many bars still stand apart on a phone.
const mostBars = 60

// stretch is a run of days that one bar stands for.
type stretch struct {
	name  string // "day"
	label string // how its start is written beneath a bar
	first func(quiz.Day) quiz.Day
	next  func(quiz.Day) quiz.Day
}

// stretches are the shortest first.
var stretches = []stretch{
	{"day", "2 Jan", func(d quiz.Day) quiz.Day { return d }, func(d quiz.Day) quiz.Day { return d + 1 }},
	{"week", "2 Jan", monday, func(d quiz.Day) quiz.Day { return d + 7 }},
	{"month", "Jan 2006", func(d quiz.Day) quiz.Day { return month(d, 1, 0) }, func(d quiz.Day) quiz.Day { return month(d, 1, 1) }},
	{"quarter", "Jan 2006", func(d quiz.Day) quiz.Day { return month(d, 3, 0) }, func(d quiz.Day) quiz.Day { return month(d, 3, 1) }},
	{"year", "2006", func(d quiz.Day) quiz.Day { return month(d, 12, 0) }, func(d quiz.Day) quiz.Day { return month(d, 12, 1) }},
}

// monday is the first day of the week. The first of January 1970 was a
// Thursday.
func monday(d quiz.Day) quiz.Day { return d - (d+3)%7 }

// month is the first day of a group of months, or of the one after it.
func month(d quiz.Day, group, after int) quiz.Day {
	at := d.Start()
	first := (int(at.Month())-1)/group*group + 1
	return quiz.DayOf(time.Date(at.Year(), time.Month(first+after*group), 1, 0, 0, 0, 0, time.UTC))
}

// startsOf are the first days of the stretches from one day to another.
func (s stretch) startsOf(from, to quiz.Day) []quiz.Day {
	var list []quiz.Day
	for d := s.first(from); d <= to; d = s.next(d) {
		list = append(list, d)
	}
	return list
}

// cut chooses the shortest stretch that needs no more than mostBars from one
// day to another, with the first day of each.
func cut(from, to quiz.Day) (stretch, []quiz.Day) {
	for _, s := range stretches[:len(stretches)-1] {
		if starts := s.startsOf(from, to); len(starts) <= mostBars {
			return s, starts
		}
	}
	last := stretches[len(stretches)-1]
	return last, last.startsOf(from, to)
}

// within is the place of the stretch a day lies in.
func within(starts []quiz.Day, d quiz.Day) int {
	i, found := slices.BinarySearch(starts, d)
	if !found {
		i--
	}
	return i
}

// title names a stretch in a table.
func (s stretch) title(d quiz.Day) string {
	at := d.Start()
	switch s.name {
	case "day":
		return at.Format("2 January 2006")
	case "week":
		return "Week from " + at.Format("2 January 2006")
	case "month":
		return at.Format("January 2006")
	case "quarter":
		return at.Format("January") + " to " + s.next(d).Start().AddDate(0, -1, 0).Format("January 2006")
	}
	return at.Format("2006")
}
