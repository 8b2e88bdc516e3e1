package adminview

import (
	"math"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/words"
)

// InsightQuestionProps say all that is known about one question.
type InsightQuestionProps struct {
	Insight
	Item    insight.ItemStats
	Order   insight.Contrast    // early or late in the quiz; NA and NB 0 if not known
	Side    insight.Contrast    // of a pair
	Place   insight.PlaceEffect // of a scene; N 0 if not known
	Editor  string              // the page that changes it, "" if the draft has it no more
	NoDraft bool
}

func (p InsightQuestionProps) question() quiz.Question { return p.Version.Questions[p.Item.Question] }

func (p InsightQuestionProps) number() int { return p.Item.Question + 1 }

func sum(counts []int64) int64 {
	var n int64
	for _, c := range counts {
		n += c
	}
	return n
}

// meaning is a number of a question with what it means in one sentence.
type meaning struct{ name, value, about string }

func (p InsightQuestionProps) meanings() []meaning {
	i := p.Item
	list := []meaning{
		{p.Say("adminoverview.asked"), p.Whole(i.Asked), p.Say("adminitem.asked")},
		{p.Say("review.skipped"), ofAll(p.Language, i.Skipped(), i.Asked), p.Say("adminitem.skipped_about", "n", int(i.Skipped()))},
	}
	if i.Dimension < 0 {
		return list
	}
	d := p.Version.Dimensions[i.Dimension]
	list = append(list,
		meaning{p.Say("adminitems.mean"), decimalIf(p.Language, i.Answered > 0, i.Mean), p.Say("adminitem.mean", "dimension", d.Name, "positive", d.Positive, "negative", d.Negative)},
		meaning{p.Say("adminitems.sd"), decimalIf(p.Language, i.Answered > 1, i.SD), p.Say("adminitem.sd")},
		meaning{p.Say("adminitems.rest"), decimalIf(p.Language, enoughFor(i.RestN), i.ItemRest), p.Say("adminitem.rest", "dimension", d.Name) + " " + atLeast(p.Language, i.RestN)},
		meaning{p.Say("adminitems.dprime"), decimalIf(p.Language, i.DPrime.Known, i.DPrime.Value), p.apart()},
	)
	return list
}

func atLeast(l words.Language, n int64) string {
	switch {
	case n == 0:
		return l.Say("adminitem.rest_nobody")
	case !enoughFor(n):
		return tooFewPeople(l, n)
	}
	return l.Say("adminitem.rest_people", "n", int(n))
}

// apart says what d′ is about.
func (p InsightQuestionProps) apart() string {
	d, role, other := p.Item.DPrime, p.Version.Roles[0].Short, p.Version.Roles[1].Short
	switch {
	case !d.Known:
		return p.Say("adminitem.apart_unknown", "role", role, "other", other, "n", insight.MinGroup)
	case d.Internal:
		return p.Say("adminitem.apart_internal", "role", role, "other", other, "a", d.A, "b", d.B)
	}
	return p.Say("adminitem.apart", "role", role, "other", other, "a", d.A, "b", d.B)
}

// byChance says how surprising a difference is.
func byChance(l words.Language, p float64) string {
	switch {
	case math.IsNaN(p) || p >= 1:
		return l.Say("adminitem.chance_few")
	case p < .001:
		return l.Say("adminitem.chance_thousand")
	case p < .01:
		return l.Say("adminitem.chance_hundred")
	}
	return l.Say("adminitem.chance", "n", int(math.Round(100*p)))
}
