package gallery

import (
	"math"
	"slices"
	"strings"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// measured is what all pages on results have in common: so many results of the
// published version.
func measured(results, hurried int64) adminview.Insight {
	v := published()
	return adminview.Insight{
		Viewer: editor(words.English), Version: v, Period: adminview.DefaultPeriod, RolledAt: moment, Results: results, Hurried: hurried,
		Versions: []quiz.VersionInfo{{ID: 3, State: quiz.Published, Title: v.Title}, {ID: 2, State: quiz.Retired, Title: v.Title}, {ID: 1, State: quiz.Retired}},
	}
}

// measuredOf is the same of another version.
func measuredOf(v *quiz.Version) adminview.Insight {
	p := measured(4812, 203)
	p.Version = v
	return p
}

func insightPages() []State {
	return slices.Concat(insightOverviews(), insightQuestionPages(), []State{
		{"admin", "insight dimensions", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measured(4812, 203), Reliability: reliability()})},
		{"admin", "insight dimensions of few", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measured(3, 0), Reliability: unreliable()})},
		{"admin", "insight dimensions longest text", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measuredOf(longestAsked()), Reliability: reliability()})},
		{"admin", "insight no outcomes", adminview.InsightOutcomes(adminview.InsightOutcomesProps{Insight: measured(40, 1), Accuracy: confusionOf([][]int64{{0, 0, 0}, {0, 0, 0}})})},
		{"admin", "insight few outcomes", adminview.InsightOutcomes(adminview.InsightOutcomesProps{Insight: measured(310, 12), Accuracy: confusionOf([][]int64{{2, 0, 1}, {0, 0, 0}})})},
		{"admin", "insight outcomes", adminview.InsightOutcomes(adminview.InsightOutcomesProps{
			Insight: measured(4812, 203), Accuracy: confusionOf([][]int64{{141, 39, 20}, {48, 118, 31}}),
			Hurried: confusionOf([][]int64{{3, 2, 1}, {4, 2, 0}}), Apart: farApart(),
		})},
		{"admin", "insight outcomes of four roles", adminview.InsightOutcomes(fourOutcomes())},
		{"admin", "insight outcomes longest text", adminview.InsightOutcomes(wordyOutcomes())},
	})
}

func insightOverviews() []State {
	none := adminview.InsightOverviewProps{Insight: measured(0, 0), To: quiz.DayOf(moment), Funnel: insight.FunnelStats{Reached: make([]int64, 28)}}
	never := none
	never.RolledAt, never.Versions = time.Time{}, none.Versions[:1]
	started := none
	started.Funnel = funnel(5, 0, 0)
	one := overview(1, 1)
	one.Funnel = funnel(2, 1, 0)
	huge := overview(3, 1234567)
	huge.Simulated = 3703701
	long := overview(40, 30)
	long.Version = wordy()
	long.Version.ID, long.Version.PublishedAt = 3, moment.AddDate(0, 0, -40)
	before := overview(7, 9)
	before.Funnel.Started = 40 // the others began before these days
	return []State{
		{"admin", "insight of many who began before", adminview.InsightOverview(before)},
		{"admin", "insight empty", adminview.InsightOverview(none)},
		{"admin", "insight never counted", adminview.InsightOverview(never)},
		{"admin", "insight only started", adminview.InsightOverview(started)},
		{"admin", "insight one result", adminview.InsightOverview(one)},
		{"admin", "insight of a month", adminview.InsightOverview(overview(30, 18))},
		{"admin", "insight of a year", adminview.InsightOverview(overview(365, 420))},
		{"admin", "insight of very many", adminview.InsightOverview(huge)},
		{"admin", "insight longest text", adminview.InsightOverview(long)},
	}
}

// overview is of so many days with about as many results each.
func overview(days int, each int64) adminview.InsightOverviewProps {
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
	p.Insight = measured(all-hurried, hurried)
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
	return f
}

// items are made-up statistics of every question of a version, the flagged
// ones first.
func items(v *quiz.Version, answered int64) []insight.ItemStats {
	var list []insight.ItemStats
	for q := range v.Questions {
		i := item(v, q, answered)
		if answered >= insight.MinItem {
			i.Flags = flagsOf(q)
		}
		list = append(list, i)
	}
	slices.SortStableFunc(list, func(a, b insight.ItemStats) int { return len(b.Flags) - len(a.Flags) })
	return list
}

func item(v *quiz.Version, q int, answered int64) insight.ItemStats {
	wave := math.Sin(float64(3 * q))
	options := len(v.Questions[q].Options)
	i := insight.ItemStats{
		Question: q, Dimension: q % len(v.Dimensions), Asked: answered + answered*int64(q%5)/100, Answered: answered,
		Options: make([]int64, options), Mean: .3 * wave, SD: .45 + .1*wave, ItemRest: .32 + .14*wave, RestN: answered / 2,
		DPrime: insight.DPrime{Value: .45 * wave, A: 112, B: 96, Known: answered > 200, Internal: q%4 == 1},
	}
	left := answered
	for o := range options {
		n := min(left, answered*int64(1+(q+2*o)%4)/int64(2*options))
		i.Options[o], left = n, left-n
	}
	i.Options[options/2] += left
	for r := range v.Roles {
		row := make([]int64, options)
		for o := range row {
			row[o] = i.Options[(o+r)%options] * 3 / 8
		}
		i.ByRole = append(i.ByRole, row)
	}
	if q == 2 {
		i.Dimension, i.RestN = -1, 0
	}
	return i
}

// flagsOf are the flags of some questions, each kind once.
func flagsOf(q int) []insight.Flag {
	return map[int][]insight.Flag{
		0: {{Kind: insight.FlagCrowded, Value: .71, Option: 1}},
		1: {{Kind: insight.FlagLopsided, Value: .62, Option: -1}, {Kind: insight.FlagEmpty, Value: .004, Option: 0}},
		3: {{Kind: insight.FlagSide, Value: .24, Option: -1}, {Kind: insight.FlagEmpty, Value: .02, Option: 4}},
		5: {{Kind: insight.FlagUnrelated, Value: -.08, Option: -1}, {Kind: insight.FlagSkipped, Value: .17, Option: -1}, {Kind: insight.FlagOrder, Value: .31, Option: -1}},
	}[q]
}

func reliability() []insight.Reliability {
	var list []insight.Reliability
	for d := range published().Dimensions {
		alpha := .58 + .13*math.Sin(float64(2*d+1))
		list = append(list, insight.Reliability{Dimension: d, Questions: 3 + d%2, N: 900 + int64(d)*37, Alpha: alpha, Omega: alpha + .03, Known: true, OmegaKnown: d != 4})
	}
	list[2].Alpha = -.12
	return append(list, insight.Reliability{Dimension: -1, Questions: 26, N: 1204, Alpha: .76, Omega: .78, Known: true, OmegaKnown: true})
}

func unreliable() []insight.Reliability {
	list := reliability()
	for i := range list {
		list[i] = insight.Reliability{Dimension: list[i].Dimension, Questions: min(list[i].Questions, 1+i), N: 3}
	}
	return list
}

func confusionOf(counts [][]int64) insight.Accuracy {
	m := insight.Matrix{Roles: []string{"product_manager", "project_manager"}, Counts: counts, Other: 9 * counts[0][0] / 10, Short: counts[0][1]}
	return m.Accuracy()
}

func farApart() []insight.ItemStats {
	var list []insight.ItemStats
	for q, value := range []float64{.84, -.61, .44, .2, -.03} {
		list = append(list, insight.ItemStats{Question: 3 * q, DPrime: insight.DPrime{Value: value, A: 64 + int64(q), B: 57, Known: true}})
	}
	return list
}

func fourOutcomes() adminview.InsightOutcomesProps {
	p := adminview.InsightOutcomesProps{Insight: measured(9120, 400), Apart: farApart()}
	p.Version = withRoles(4)
	m := insight.Matrix{Other: 61, Short: 14}
	for i, role := range p.Version.Roles {
		m.Roles = append(m.Roles, role.Key)
		row := []int64{12, 17, 9, 14, 22}
		row[i] += 60
		m.Counts = append(m.Counts, row)
	}
	p.Accuracy = m.Accuracy()
	return p
}

func wordyOutcomes() adminview.InsightOutcomesProps {
	p := adminview.InsightOutcomesProps{Insight: measured(9120, 400), Accuracy: confusionOf([][]int64{{141, 39, 20}, {48, 118, 31}}), Apart: farApart()}
	p.Version = wordy()
	p.Version.ID = 3
	p.Version.Questions[0].Prompt = strings.Repeat("When everything happens at once and everybody wants something else, ", 4)
	return p
}
