package adminview

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/ui"
)

// InsightOverviewProps say how many came, how far they got and what they were
// told.
type InsightOverviewProps struct {
	Insight
	Days         []insight.DayTotals // ascending
	From, To     quiz.Day            // the period; From is 0 for everything
	Durations    []insight.DurationBucket
	MeanAnswered float64
	Funnel       insight.FunnelStats // Finished counts hurried results too
}

// finished says how many of those who started came to the end. Where more
// finished than started, the start was before the period, and there is no share.
func (p InsightOverviewProps) finished() string {
	if p.Funnel.Finished > p.Funnel.Started {
		return ""
	}
	return ofAll(p.Funnel.Finished, p.Funnel.Started) + " of those who started"
}

// headlineParts are the verdicts as parts of a pile: those for the first role
// below, balanced in the middle.
func headlineParts(v *quiz.Version) ([]pilePart, []insight.Headline) {
	var parts []pilePart
	var keys []insight.Headline
	add := func(label string, tone ui.Tone, f fill, h insight.Headline) {
		parts, keys = append(parts, pilePart{label, tone, f}), append(keys, h)
	}
	for i, role := range v.Roles {
		clearly := func() {
			add("Clear: "+role.Short, ui.RoleTone(i), solid, insight.Headline{Verdict: quiz.Clear, Role: i})
		}
		if i == 0 {
			clearly()
		}
		add("Leaning: "+role.Short, ui.RoleTone(i), striped, insight.Headline{Verdict: quiz.Leaning, Role: i})
		if i == 0 {
			add("Balanced", ui.ToneBoth, solid, insight.Headline{Verdict: quiz.Balanced, Role: -1})
		} else {
			clearly()
		}
	}
	add("Not enough answers", ui.TonePlain, hollow, insight.Headline{Verdict: quiz.NotEnough, Role: -1})
	return parts, keys
}

// said is how many were told a verdict; of a balanced one, whichever role is
// slightly ahead.
func said(counts map[insight.Headline]int64, h insight.Headline) int64 {
	if h.Role >= 0 {
		return counts[h]
	}
	var sum int64
	for other, n := range counts {
		if other.Verdict == h.Verdict {
			sum += n
		}
	}
	return sum
}

// verdicts are the verdicts over time, with the stretch a bar stands for.
func (p InsightOverviewProps) verdicts() (piles, stretch) {
	parts, keys := headlineParts(p.Version)
	s, starts := cut(p.shown())
	c := piles{id: "verdicts", parts: parts, sums: true}
	label := s.label
	if starts[0].Start().Year() != starts[len(starts)-1].Start().Year() && label == "2 Jan" {
		label = "2 Jan 2006"
	}
	for _, d := range starts {
		c.bars = append(c.bars, pile{d.Start().Format(label), s.title(d), make([]int64, len(parts))})
	}
	for _, day := range p.Days {
		for place, key := range keys {
			c.bars[within(starts, day.Day)].sizes[place] += said(day.Headlines, key)
		}
	}
	c.label = fmt.Sprintf("Verdicts by %s, from %s to %s. The table below has the numbers.", s.name, date(starts[0]), date(p.To))
	return c, s
}

// shown are the days to draw: from the publication if that was within the
// period, to today or, once a version is retired, to the last result.
func (p InsightOverviewProps) shown() (from, to quiz.Day) {
	first, last := p.Days[0].Day, p.Days[len(p.Days)-1].Day
	from, to = min(first, max(p.From, quiz.DayOf(p.Version.PublishedAt))), max(p.To, last)
	if p.Version.State == quiz.Retired {
		to = last
	}
	return from, to
}

func date(d quiz.Day) string { return d.Start().Format("2 January 2006") }

// reached is how many were asked the nth question, and how many finished.
func (p InsightOverviewProps) reached() piles {
	c := piles{id: "reached", parts: []pilePart{{"Were asked the question of this number", ui.TonePlain, solid}, {"Finished", ui.ToneBoth, solid}}}
	reached := p.Funnel.Reached
	for len(reached) > 0 && reached[len(reached)-1] == 0 {
		reached = reached[:len(reached)-1]
	}
	for i, n := range reached {
		number := strconv.Itoa(i + 1)
		c.bars = append(c.bars, pile{number, "Question " + number, []int64{n, 0}})
	}
	c.bars = append(c.bars, pile{"Finished", "", []int64{0, p.Funnel.Finished}})
	c.label = fmt.Sprintf("How many reached each question, from %s at the first to %s who finished. The table below has the numbers.",
		thousands(slices.Max(append(reached, 0))), thousands(p.Funnel.Finished))
	return c
}

// overfull reports whether more are counted anywhere than started.
func (p InsightOverviewProps) overfull() bool {
	return max(p.Funnel.Finished, slices.Max(append(p.Funnel.Reached, 0))) > p.Funnel.Started
}

// drops are the questions somebody was asked, with where most left first.
func (p InsightOverviewProps) drops() []insight.QuestionDrop {
	list := slices.DeleteFunc(slices.Clone(p.Funnel.Questions), func(d insight.QuestionDrop) bool { return d.Asked == 0 })
	slices.SortStableFunc(list, func(a, b insight.QuestionDrop) int { return int(b.Left - a.Left) })
	return list
}

// median is the place of the duration that half of all needed at most.
func median(buckets []insight.DurationBucket) int {
	var all, sum int64
	for _, b := range buckets {
		all += b.N
	}
	for i, b := range buckets {
		if sum += b.N; 2*sum >= all {
			return i
		}
	}
	return 0
}

func durationWords(b insight.DurationBucket) string {
	from, to := int(b.From/time.Minute), int(b.To/time.Minute)
	switch {
	case b.To == 0:
		return fmt.Sprintf("%d minutes or more", from)
	case from == 0:
		return "Under " + ui.Count(to, "minute", "minutes")
	}
	return fmt.Sprintf("%d to %d minutes", from, to)
}
