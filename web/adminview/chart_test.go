package adminview

import (
	"testing"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/words"
)

func TestAPeriodIsCutIntoAsManyBarsAsFitOnAPhone(t *testing.T) {
	last := quiz.DayOf(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)) // a Monday
	for _, c := range []struct {
		days  int
		name  string
		bars  int
		first string // the title of the first bar
	}{
		{1, "day", 1, "23 November 2026"},
		{60, "day", 60, "25 September 2026"},
		{61, "week", 10, "Week from 21 September 2026"},
		{365, "week", 53, "Week from 24 November 2025"},
		{500, "month", 17, "July 2025"},
		{5 * 365, "quarter", 21, "October to December 2021"},
		{20 * 365, "year", 21, "2006"},
	} {
		s, starts := cut(last-quiz.Day(c.days)+1, last)
		if s.name != c.name || len(starts) != c.bars || s.title(words.English, starts[0]) != c.first {
			t.Errorf("%d days are %d bars of a %s from %q, want %d of a %s from %q", c.days, len(starts), s.name, s.title(words.English, starts[0]), c.bars, c.name, c.first)
		}
		if within(starts, last) != c.bars-1 || within(starts, last-quiz.Day(c.days)+1) != 0 {
			t.Errorf("%d days: the first and the last day are not in the first and the last bar", c.days)
		}
	}
}

func TestBarsAreLabelledInTheLanguage(t *testing.T) {
	last := quiz.DayOf(time.Date(2026, time.March, 23, 0, 0, 0, 0, time.UTC))
	for days, want := range map[quiz.Day][2]string{
		1:       {"23. Mär", "23. März 2026"},
		365:     {"24. Mär 2025", "Woche ab 24. März 2025"},
		500:     {"Nov 2024", "November 2024"},
		5 * 365: {"Jan 2021", "Januar bis März 2021"},
	} {
		s, starts := cut(last-days+1, last)
		if label, title := s.beneath(words.German, starts)[0], s.title(words.German, starts[0]); label != want[0] || title != want[1] {
			t.Errorf("the first of %d days is %q and %q, want %q", days, label, title, want)
		}
	}
}

func TestTheVerdictsOfAYearAreAllInTheChart(t *testing.T) {
	p := InsightOverviewProps{To: 20_000}
	p.Version = &quiz.Version{State: quiz.Published, Roles: []quiz.Role{{Short: "Product"}, {Short: "Project"}}}
	for day := p.To - 364; day <= p.To; day++ {
		p.Days = append(p.Days, insight.DayTotals{Day: day, N: 9, Hurried: 2, Headlines: map[insight.Headline]int64{
			{Verdict: quiz.Clear, Role: 1}: 3, {Verdict: quiz.Balanced, Role: 0}: 1, {Verdict: quiz.Balanced, Role: 1}: 2, {Verdict: quiz.NotEnough, Role: -1}: 1,
		}})
	}
	c, _ := p.verdicts()
	var all int64
	for _, b := range c.bars {
		all += b.total()
	}
	if all != 7*365 || c.total(2) != 3*365 {
		t.Errorf("it holds %d results and %d balanced ones", all, c.total(2))
	}
}

func TestNumbersAreWrittenToBeRead(t *testing.T) {
	en, de := words.English, words.German
	for got, want := range map[string]string{
		inPercent(en, 0): "0\u00a0%", inPercent(en, .001): "under 1\u00a0%", inPercent(en, .705): "71\u00a0%", inPercent(en, .9999): "over 99\u00a0%",
		inPercent(en, 1): "100\u00a0%", inPercent(de, .001): "unter 1\u00a0%", between(de, .2, .305): "20\u00a0% bis 31\u00a0%",
		ofAll(en, 0, 0): "–", decimal(en, -.5): "−0.50", decimal(de, -.5): "−0,50", decimal(en, -.001): "0.00", decimalIf(en, false, 3): "–",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for most, want := range map[int64]int64{0: 1, 1: 1, 4: 1, 5: 2, 30: 10, 4061: 2000, 1 << 40: 500_000_000_000} {
		if got := niceStep(most); got != want {
			t.Errorf("up to %d the lines are %d apart, want %d", most, got, want)
		}
	}
}

func TestRolesAmongManyHaveTheirNumberInTheChart(t *testing.T) {
	p := InsightOverviewProps{From: 20_000, To: 20_000}
	p.Version = &quiz.Version{State: quiz.Published, Roles: make([]quiz.Role, 7)}
	p.Days = []insight.DayTotals{{Day: 20_000, N: 90, Headlines: map[insight.Headline]int64{
		{Verdict: quiz.Clear, Role: 6}: 60, {Verdict: quiz.Leaning, Role: 2}: 1, {Verdict: quiz.Balanced, Role: 0}: 29,
	}}}
	chart, _ := p.verdicts()
	legend, drawn := 0, 0
	for _, part := range chart.parts {
		if part.role.Numbered() {
			legend++
		}
	}
	for i := range chart.bars {
		drawn += len(chart.numbered(i))
	}
	if legend != 14 || drawn != 1 { // clear and leaning of each; the part of one in ninety has no room
		t.Errorf("%d parts of the legend and %d of the bar have a number", legend, drawn)
	}
	p.Version.Roles = p.Version.Roles[:6]
	chart, _ = p.verdicts()
	for _, part := range chart.parts {
		if part.role.Numbered() {
			t.Error("one of six roles, which have colours, has a number")
		}
	}
}
