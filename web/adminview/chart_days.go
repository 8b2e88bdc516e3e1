package adminview

import (
	"slices"
	"strconv"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// mostBars is how many bars still stand apart on a phone.
const mostBars = 60

// stretch is a run of days that one bar stands for.
type stretch struct {
	name  string // "day"
	says  string // the text that says what a bar is
	label string // the text beneath a bar
	first func(quiz.Day) quiz.Day
	next  func(quiz.Day) quiz.Day
}

// stretches are the shortest first.
var stretches = []stretch{
	{"day", "adminchart.bar_day", "adminchart.day", func(d quiz.Day) quiz.Day { return d }, func(d quiz.Day) quiz.Day { return d + 1 }},
	{"week", "adminchart.bar_week", "adminchart.day", monday, func(d quiz.Day) quiz.Day { return d + 7 }},
	{"month", "adminchart.bar_month", "adminchart.month", func(d quiz.Day) quiz.Day { return month(d, 1, 0) }, func(d quiz.Day) quiz.Day { return month(d, 1, 1) }},
	{"quarter", "adminchart.bar_quarter", "adminchart.month", func(d quiz.Day) quiz.Day { return month(d, 3, 0) }, func(d quiz.Day) quiz.Day { return month(d, 3, 1) }},
	{"year", "adminchart.bar_year", "adminchart.year", func(d quiz.Day) quiz.Day { return month(d, 12, 0) }, func(d quiz.Day) quiz.Day { return month(d, 12, 1) }},
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

// shortMonths are their names beneath a bar.
var shortMonths = [...]string{
	"adminchart.jan", "adminchart.feb", "adminchart.mar", "adminchart.apr", "adminchart.may", "adminchart.jun",
	"adminchart.jul", "adminchart.aug", "adminchart.sep", "adminchart.oct", "adminchart.nov", "adminchart.dec",
}

// beneath labels each bar. Days get their year where there is more than one.
func (s stretch) beneath(l words.Language, starts []quiz.Day) []string {
	label := s.label
	if label == "adminchart.day" && starts[0].Start().Year() != starts[len(starts)-1].Start().Year() {
		label = "date.day"
	}
	var list []string
	for _, d := range starts {
		at := d.Start()
		list = append(list, l.Say(label, "day", strconv.Itoa(at.Day()), "month", l.Say(shortMonths[at.Month()-1]), "year", strconv.Itoa(at.Year())))
	}
	return list
}

// title names a stretch in a table.
func (s stretch) title(l words.Language, d quiz.Day) string {
	at := d.Start()
	name, year := monthName(l, at), strconv.Itoa(at.Year())
	switch s.name {
	case "day":
		return l.Date(at)
	case "week":
		return l.Say("adminchart.week", "day", l.Date(at))
	case "month":
		return l.Say("adminchart.month", "month", name, "year", year)
	case "quarter":
		return l.Say("adminchart.quarter", "from", name, "to", monthName(l, at.AddDate(0, 2, 0)), "year", year)
	}
	return year
}

func monthName(l words.Language, at time.Time) string {
	return l.Say("date.month" + strconv.Itoa(int(at.Month())))
}
