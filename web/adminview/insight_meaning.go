package adminview

import (
	"strconv"

	"whichpm/internal/insight"
	"whichpm/web/site"
)

// waiting says what to do while too few were asked by lot: nothing.
func (p Insight) waiting() string {
	if p.Version.Settings.FullByLot == 0 && p.ByLot == 0 {
		return p.Say("adminmeaning.no_lot")
	}
	return p.Say("adminmeaning.wait_lot", "n", int(p.ByLot), "enough", insight.MinLot) + p.drawn()
}

// leastBegan is from how many who began the overview concludes anything.
const leastBegan = 30

// manyHurried is the share of hurried results from which to look why.
const manyHurried = .2

// meaning says in a sentence what the overview means and what to do.
func (p InsightOverviewProps) meaning() string {
	f := p.Funnel
	if f.Started < leastBegan {
		return p.Say("adminmeaning.few_began", "n", int(f.Started), "least", leastBegan)
	}
	if leaks := insight.ToLookAt(nil, f.Questions); len(leaks) > 0 {
		worst := leaks[0]
		for _, l := range leaks {
			if l.Flags[0].Value > worst.Flags[0].Value {
				worst = l
			}
		}
		return p.Say("adminmeaning.leak", "number", worst.Question+1, "share", inPercent(p.Language, worst.Flags[0].Value))
	}
	if share := portion(p.Hurried, p.Results+p.Hurried); share > manyHurried {
		return p.Say("adminmeaning.hurried", "share", inPercent(p.Language, share))
	}
	return p.Say("adminmeaning.come_through", "share", ofAll(p.Language, min(f.Finished, f.Started), f.Started))
}

// meaning says in a sentence what to do with the questions.
func (p InsightQuestionsProps) meaning() string {
	little, backwards := 0, 0
	for _, l := range p.Looks {
		if l.TellsLittle() {
			little++
		}
		if l.Backwards() {
			backwards++
		}
	}
	switch {
	case p.empty() && len(p.Looks) == 0:
		return ""
	case backwards > 0:
		return p.Say("adminmeaning.backwards", "n", backwards)
	case little > 0:
		return p.Say("adminmeaning.little", "n", little)
	case len(p.Looks) > 0 && p.known():
		return p.Say("adminmeaning.only_looks", "n", len(p.Looks))
	case len(p.Looks) > 0:
		return p.Say("adminmeaning.looks", "n", len(p.Looks))
	case !p.known():
		return p.waiting()
	}
	return p.Say("adminmeaning.all_tell")
}

// look is a question to look at, as the list shows it.
type look struct {
	place   int
	reasons []string
	editor  string // "" if the draft does not have it
}

func (p InsightQuestionsProps) looks() []look {
	var list []look
	for _, l := range p.Looks {
		item := insight.ItemStats{Question: l.Question, Dimension: -1}
		for _, i := range p.Items {
			if i.Question == l.Question {
				item = i
			}
		}
		one := look{place: l.Question}
		for _, f := range l.Flags {
			one.reasons = append(one.reasons, flagWords(p.Language, p.Version, item, f))
		}
		if key := p.Version.Questions[l.Question].Key; p.InDraft[key] {
			one.editor = site.AdminQuestion(key)
		}
		list = append(list, one)
	}
	return list
}

// meaning says in a sentence what to do with the question.
func (p InsightQuestionProps) meaning() string {
	switch own := (insight.Look{Flags: p.Item.Flags}); {
	case p.empty() || p.Item.Asked == 0 && p.known():
		return ""
	case !p.known():
		return p.waiting()
	case own.Backwards():
		return p.Say("adminmeaning.this_backwards")
	case own.TellsLittle():
		return p.Say("adminmeaning.this_little")
	case len(own.Flags) > 0:
		return p.Say("adminmeaning.this_look", "n", len(own.Flags))
	case tooFew(p.Language, p.Item) != "":
		return p.Say("adminmeaning.this_few", "n", p.Item.Answered, "enough", insight.MinItem)
	}
	return p.Say("adminmeaning.this_works")
}

// looseUnder is the alpha under which a dimension is looked at: well below what
// so few questions reach.
const looseUnder = expectedLow - .1

// meaning says in a sentence what to do with the dimensions.
func (p InsightDimensionsProps) meaning() string {
	if p.empty() {
		return ""
	}
	if !p.known() {
		return p.waiting()
	}
	var loose []string
	judged := false
	for _, r := range p.Reliability {
		if r.Dimension < 0 || !r.Known || !enoughFor(r.N) {
			continue
		}
		judged = true
		if r.Alpha < looseUnder {
			loose = append(loose, p.name(r))
		}
	}
	switch {
	case len(loose) > 0:
		return p.Say("adminmeaning.loose", "n", len(loose), "names", p.And(loose))
	case !judged:
		return p.Say("adminmeaning.dimensions_unknown")
	}
	return p.Say("adminmeaning.tight")
}

// meaning says in a sentence whether the verdict fits what people told.
func (p InsightOutcomesProps) meaning() string {
	a := p.Accuracy
	switch {
	case !a.Measured:
		return p.Say("adminmeaning.few_jobs", "n", int(a.Told()), "least", insight.MinReported)
	case a.Share.Low > a.Chance:
		return p.Say("adminmeaning.better", "share", inPercent(p.Language, a.Share.Value), "chance", inPercent(p.Language, a.Chance))
	}
	return p.Say("adminmeaning.no_better", "share", inPercent(p.Language, a.Share.Value), "chance", inPercent(p.Language, a.Chance))
}

// meaning says in a sentence what to do with the proposal.
func (p RecalibrationProps) meaning() string {
	if !p.Proposal.Ready() {
		return p.Say("adminmeaning.few_a_role", "n", p.people(), "least", insight.MinProposed)
	}
	for _, o := range p.Proposal.Obstacles() {
		switch o {
		case insight.ObstacleWorse:
			return p.Say("adminmeaning.worse")
		case insight.ObstacleNothing:
			return p.Say("adminmeaning.no_move")
		case insight.ObstacleFew: // ready
		}
	}
	switch {
	case len(p.Errors) > 0:
		return p.Say("adminmeaning.new_errors", "n", len(p.Errors))
	case p.Drafted && len(p.Applied.Set) == 0:
		return p.Say("adminmeaning.nothing_left")
	case !p.Owner:
		return p.Say("adminmeaning.ask_owner")
	}
	return p.Say("adminmeaning.accept")
}

// metOf says how many of the conditions are met, and what follows.
func (p RecalibrationProps) metOf() string {
	met, all := 0, p.guards()
	for _, g := range all {
		if g.met && !g.open {
			met++
		}
	}
	if met == len(all) {
		return p.Say("adminrecalibration.all_met", "n", strconv.Itoa(len(all)))
	}
	return p.Say("adminrecalibration.met_of", "met", strconv.Itoa(met), "all", strconv.Itoa(len(all)))
}
