package adminview

import (
	"slices"
	"strconv"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
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
	return p.Say("adminoverview.of_started", "share", ofAll(p.Language, p.Funnel.Finished, p.Funnel.Started))
}

// headlineParts are the verdicts as parts of a pile: those for the first role
// below, balanced in the middle.
func headlineParts(l words.Language, v *quiz.Version) ([]pilePart, []insight.Headline) {
	var parts []pilePart
	var keys []insight.Headline
	add := func(label string, tone ui.Tone, f fill, h insight.Headline) {
		parts, keys = append(parts, pilePart{label, tone, f, ui.RoleAt(h.Role, len(v.Roles))}), append(keys, h)
	}
	for i, role := range v.Roles {
		tone := ui.RoleAt(i, len(v.Roles)).Tone()
		clearly := func() {
			add(l.Say("verdict.clear")+": "+role.Short, tone, solid, insight.Headline{Verdict: quiz.Clear, Role: i})
		}
		if i == 0 {
			clearly()
		}
		add(l.Say("verdict.leaning")+": "+role.Short, tone, striped, insight.Headline{Verdict: quiz.Leaning, Role: i})
		if i == 0 {
			add(l.Say("verdict.balanced"), ui.ToneBoth, solid, insight.Headline{Verdict: quiz.Balanced, Role: -1})
			if slices.Contains(quiz.VerdictsFor(len(v.Roles)), quiz.NoneStandsOut) {
				add(l.Say("verdict.none_stands_out"), ui.ToneBoth, striped, insight.Headline{Verdict: quiz.NoneStandsOut, Role: -1})
			}
		} else {
			clearly()
		}
	}
	add(l.Say("verdict.not_enough"), ui.TonePlain, hollow, insight.Headline{Verdict: quiz.NotEnough, Role: -1})
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
	parts, keys := headlineParts(p.Language, p.Version)
	s, starts := cut(p.shown())
	c := piles{Language: p.Language, id: "verdicts", parts: parts, sums: true}
	labels := s.beneath(p.Language, starts)
	for i, d := range starts {
		c.bars = append(c.bars, pile{labels[i], s.title(p.Language, d), make([]int64, len(parts))})
	}
	for _, day := range p.Days {
		for place, key := range keys {
			c.bars[within(starts, day.Day)].sizes[place] += said(day.Headlines, key)
		}
	}
	c.label = p.Say("adminoverview.verdicts_drawn", "from", p.Date(starts[0].Start()), "to", p.Date(p.To.Start()))
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

// reached is how many were asked the nth question, and how many finished.
func (p InsightOverviewProps) reached() piles {
	finished := p.Say("adminoverview.finished")
	c := piles{Language: p.Language, id: "reached", parts: []pilePart{
		{label: p.Say("adminoverview.number_asked"), tone: ui.TonePlain, fill: solid}, {label: finished, tone: ui.ToneBoth, fill: solid},
	}}
	reached := p.Funnel.Reached
	for len(reached) > 0 && reached[len(reached)-1] == 0 {
		reached = reached[:len(reached)-1]
	}
	for i, n := range reached {
		number := strconv.Itoa(i + 1)
		c.bars = append(c.bars, pile{number, p.Say("question.title", "number", number), []int64{n, 0}})
	}
	c.bars = append(c.bars, pile{finished, "", []int64{0, p.Funnel.Finished}})
	c.label = p.Say("adminoverview.far_drawn", "first", slices.Max(append(reached, 0)), "finished", p.Funnel.Finished)
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

func durationWords(l words.Language, b insight.DurationBucket) string {
	from, to := int(b.From/time.Minute), int(b.To/time.Minute)
	switch {
	case b.To == 0:
		return l.Say("adminoverview.minutes_over", "n", from)
	case from == 0:
		return l.Say("adminoverview.minutes_under", "n", to)
	}
	return l.Say("adminoverview.minutes", "from", from, "to", to)
}
