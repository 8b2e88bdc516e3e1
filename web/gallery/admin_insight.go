package gallery

import (
	"math"
	"slices"
	"strings"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/words"
)

// measured is what all pages on results have in common: so many results of the
// published version.
func measured(l words.Language, results, hurried int64) adminview.Insight {
	v := published()
	return adminview.Insight{
		Viewer: editor(l), Version: v, Period: adminview.DefaultPeriod, RolledAt: moment, Results: results, ByLot: results / 10, Hurried: hurried, Before: 2,
		Versions: []quiz.VersionInfo{{ID: 3, State: quiz.Published, Title: v.Title}, {ID: 2, State: quiz.Retired, Title: v.Title}, {ID: 1, State: quiz.Retired}},
	}
}

// measuredOf is the same of another version.
func measuredOf(l words.Language, v *quiz.Version) adminview.Insight {
	p := measured(l, 4812, 203)
	p.Version = v
	return p
}

func insightPages(l words.Language) []State {
	return slices.Concat(insightOverviews(l), insightQuestionPages(l), []State{
		{"admin", "insight dimensions", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measured(l, 4812, 203), Reliability: reliability()})},
		{"admin", "insight dimensions of few", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measured(l, 1000, 0), Reliability: unreliable()})},
		{"admin", "insight dimensions not known yet", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measured(l, 340, 8), Reliability: unreliable()})},
		{"admin", "insight dimensions longest text", adminview.InsightDimensions(adminview.InsightDimensionsProps{Insight: measuredOf(l, longestAsked()), Reliability: reliability()})},
		{"admin", "insight no outcomes", adminview.InsightOutcomes(adminview.InsightOutcomesProps{Insight: measured(l, 40, 1), Accuracy: confusionOf([][]int64{{0, 0, 0}, {0, 0, 0}})})},
		{"admin", "insight few outcomes", adminview.InsightOutcomes(adminview.InsightOutcomesProps{Insight: measured(l, 310, 12), Accuracy: confusionOf([][]int64{{2, 0, 1}, {0, 0, 0}})})},
		{"admin", "insight outcomes", adminview.InsightOutcomes(adminview.InsightOutcomesProps{
			Insight: measured(l, 4812, 203), Accuracy: confusionOf([][]int64{{141, 39, 20}, {48, 118, 31}}),
			Hurried: confusionOf([][]int64{{3, 2, 1}, {4, 2, 0}}), Apart: farApart(),
		})},
		{"admin", "insight outcomes of four roles", adminview.InsightOutcomes(fourOutcomes(l))},
		{"admin", "insight outcomes longest text", adminview.InsightOutcomes(wordyOutcomes(l))},
	})
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
		2: {{Kind: insight.FlagBackwards, Value: -.31, Option: -1}, {Kind: insight.FlagFirst, Value: .52, Option: -1}},
		4: {{Kind: insight.FlagAlike, Value: .04, Option: -1}},
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

func fourOutcomes(l words.Language) adminview.InsightOutcomesProps {
	p := adminview.InsightOutcomesProps{Insight: measured(l, 9120, 400), Apart: farApart()}
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

func wordyOutcomes(l words.Language) adminview.InsightOutcomesProps {
	p := adminview.InsightOutcomesProps{Insight: measured(l, 9120, 400), Accuracy: confusionOf([][]int64{{141, 39, 20}, {48, 118, 31}}), Apart: farApart()}
	p.Version = wordy()
	p.Version.ID = 3
	p.Version.Questions[0].Text = strings.Repeat("When everything happens at once and everybody wants something else, ", 4)
	return p
}
