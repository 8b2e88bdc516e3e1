package gallery

import (
	"math"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

func insightOverviews(l words.Language) []State {
	none := adminview.InsightOverviewProps{Insight: measured(l, 0, 0), To: quiz.DayOf(moment), Funnel: insight.FunnelStats{Reached: make([]int64, 28)}}
	never := none
	never.RolledAt, never.Versions = time.Time{}, none.Versions[:1]
	started := none
	started.Funnel = funnel(5, 0, 0)
	one := overview(l, 1, 1)
	one.Funnel = funnel(2, 1, 0)
	huge := overview(l, 3, 1234567)
	huge.Simulated = 3703701
	long := overview(l, 40, 30)
	long.Version = wordy()
	long.Version.ID, long.Version.PublishedAt = 3, moment.AddDate(0, 0, -40)
	before := overview(l, 7, 9)
	before.Funnel.Started = 40 // the others began before these days
	return []State{
		{"admin", "insight of many who began before", adminview.InsightOverview(before)},
		{"admin", "insight empty", adminview.InsightOverview(none)},
		{"admin", "insight never counted", adminview.InsightOverview(never)},
		{"admin", "insight only started", adminview.InsightOverview(started)},
		{"admin", "insight one result", adminview.InsightOverview(one)},
		{"admin", "insight of a month", adminview.InsightOverview(overview(l, 30, 18))},
		{"admin", "insight of a year", adminview.InsightOverview(overview(l, 365, 420))},
		{"admin", "insight of very many", adminview.InsightOverview(huge)},
		{"admin", "insight longest text", adminview.InsightOverview(long)},
	}
}

// overview is of so many days with about as many results each.
func overview(l words.Language, days int, each int64) adminview.InsightOverviewProps {
	p := adminview.InsightOverviewProps{To: quiz.DayOf(moment), MeanAnswered: 14.2}
	p.From = p.To - 364
	for i := range days {
		wave := 1 + .4*math.Sin(float64(i)/9) + .1*float64(i%7%3)
		if n := int64(float64(each) * wave); each == 1 || i%11 != 5 {
			p.Days = append(p.Days, dayOf(p.To-quiz.Day(days-1-i), n))
		}
	}
	var all, hurried int64
	for _, d := range p.Days {
		all, hurried = all+d.N, hurried+d.Hurried
	}
	p.Insight = measured(l, all-hurried, hurried)
	p.Version.PublishedAt = moment.AddDate(0, 0, 1-days)
	p.Durations = durations(all - hurried)
	p.Funnel = funnel(all*100/68, all, all/6)
	return p
}

// dayOf is a day with n results.
func dayOf(day quiz.Day, n int64) insight.DayTotals {
	d := insight.DayTotals{Day: day, N: n, Hurried: n / 24, Headlines: map[insight.Headline]int64{}}
	rest := n - d.Hurried
	for _, share := range []struct {
		of int64
		h  insight.Headline
	}{
		{27, insight.Headline{Verdict: quiz.Clear, Role: 0}},
		{18, insight.Headline{Verdict: quiz.Leaning, Role: 0}},
		{9, insight.Headline{Verdict: quiz.Balanced, Role: 0}},
		{8, insight.Headline{Verdict: quiz.Balanced, Role: 1}},
		{14, insight.Headline{Verdict: quiz.Leaning, Role: 1}},
		{3, insight.Headline{Verdict: quiz.NotEnough, Role: -1}},
	} {
		d.Headlines[share.h] = (n - d.Hurried) * share.of / 100
		rest -= d.Headlines[share.h]
	}
	d.Headlines[insight.Headline{Verdict: quiz.Clear, Role: 1}] = rest
	return d
}

func durations(n int64) []insight.DurationBucket {
	minutes, shares := []int{0, 1, 2, 3, 5, 8, 12, 20}, []int64{1, 8, 19, 38, 21, 8, 3, 0}
	list := make([]insight.DurationBucket, len(minutes))
	left := n
	for i, share := range shares {
		list[i] = insight.DurationBucket{From: time.Duration(minutes[i]) * time.Minute, N: n * share / 100}
		if i > 0 {
			list[i-1].To = list[i].From
		}
		left -= list[i].N
	}
	list[3].N += left
	return list
}

// funnel is of so many who started, of whom some finished.
func funnel(started, finished, opened int64) insight.FunnelStats {
	f := insight.FunnelStats{Started: started, Resumed: started / 30, Finished: finished, SharesOpened: opened}
	for i := range 28 {
		n := started - started*int64(i)/90
		if i > 9 {
			n = n * int64(46-i) / 46 * int64(28-i) / 18
		}
		f.Reached = append(f.Reached, n)
	}
	for q := range 28 {
		asked := started * int64(40+q*37%60) / 100
		d := insight.QuestionDrop{Question: q, Asked: asked, Skipped: asked * int64(q%5) / 100, Left: asked * int64(q*13%17) / 400}
		d.Answered = asked - d.Skipped - d.Left
		f.Questions = append(f.Questions, d)
	}
	lot := insight.Leaving{Started: started / 10, Finished: finished / 14, Ended: finished / 90}
	f.ByLot, f.Others = lot, insight.Leaving{Started: started - lot.Started, Finished: finished - lot.Finished - lot.Ended}
	return f
}
