package adminview

import (
	"strings"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/words"
)

// InsightQuestionsProps list the questions with what their answers say.
type InsightQuestionsProps struct {
	Insight
	Items   []insight.ItemStats // in the order to show
	Looks   []insight.Look      // the questions to look at, the most pressing first
	InDraft map[string]bool     // keys of the questions that the draft has
	NoDraft bool
}

// insightColumn is a number to sort the questions by.
type insightColumn struct {
	value string // in the address
	label string // its text
	about string // the text that explains it below the table
	num   bool
}

// insightColumns are all there are, as they stand in the table.
var insightColumns = []insightColumn{
	{value: "number", label: "table.question"},
	{"asked", "adminoverview.asked", "adminitems.asked_about", true},
	{"skipped", "review.skipped", "adminitems.skipped_about", true},
	{"mean", "adminitems.mean", "adminitems.mean_about", true},
	{"sd", "adminitems.sd", "adminitems.sd_about", true},
	{"rest", "adminitems.rest", "adminitems.rest_about", true},
	{"dprime", "adminitems.dprime", "adminitems.dprime_about", true},
}

// DefaultSort puts questions with flags first.
const DefaultSort = "flags"

func (p InsightQuestionsProps) sortedBy(value string) string {
	return p.at(site.AdminInsightQuestions, "sort", value)
}

// tooFew says how many answers a question waits for before it is judged, "" if
// it has enough.
func tooFew(l words.Language, item insight.ItemStats) string {
	if item.Answered >= insight.MinItem {
		return ""
	}
	return l.Say("adminitems.few", "n", item.Answered, "enough", insight.MinItem)
}

// flagWords say what a flag means.
func flagWords(l words.Language, v *quiz.Version, item insight.ItemStats, f insight.Flag) string {
	q := v.Questions[item.Question]
	switch f.Kind {
	case insight.FlagLopsided:
		return lopsided(l, v, q, item)
	case insight.FlagCrowded:
		return l.Say("adminitems.crowded", "share", inPercent(l, f.Value), "answer", l.Said(q, f.Option))
	case insight.FlagEmpty:
		return l.Say("adminitems.empty", "share", inPercent(l, f.Value), "answer", l.Said(q, f.Option))
	case insight.FlagUnrelated:
		return l.Say("adminitems.unrelated", "value", decimal(l, f.Value))
	case insight.FlagSkipped:
		return l.Say("adminitems.often_skipped", "share", inPercent(l, f.Value))
	case insight.FlagOrder:
		return l.Say("adminitems.late", "value", decimal(l, f.Value))
	case insight.FlagSide:
		return l.Say("adminitems.turned", "value", decimal(l, f.Value))
	case insight.FlagFirst:
		return l.Say("adminitems.first", "share", inPercent(l, f.Value))
	case insight.FlagBackwards:
		return l.Say("adminitems.backwards", "role", v.Roles[0].Short, "other", v.Roles[1].Short, "value", decimal(l, f.Value))
	case insight.FlagAlike:
		return l.Say("adminitems.alike", "role", v.Roles[0].Short, "other", v.Roles[1].Short, "value", decimal(l, f.Value))
	case insight.FlagLeft:
		return l.Say("adminitems.leaves", "share", inPercent(l, f.Value))
	}
	return string(f.Kind)
}

// lopsided says what almost everyone does with a question.
func lopsided(l words.Language, v *quiz.Version, q quiz.Question, item insight.ItemStats) string {
	first, last := int64(0), int64(0)
	for option, n := range item.Options {
		switch {
		case 2*option < len(item.Options)-1:
			first += n
		case 2*option > len(item.Options)-1:
			last += n
		}
	}
	switch {
	case q.Kind.Statement() && last > first:
		return l.Say("adminitems.agrees")
	case q.Kind.Statement():
		return l.Say("adminitems.disagrees")
	case q.Kind.Sides() && last > first:
		return l.Say("adminitems.one_side", "side", q.Right)
	case q.Kind.Sides():
		return l.Say("adminitems.one_side", "side", q.Left)
	}
	return l.Say("adminitems.one_end", "dimension", dimensionName(v, item))
}

// mostShort is how long a question may be in a list, in characters.
const mostShort = 90

// short names a question in a list: of a pair its sides, as the prompt is the
// same for many.
func short(q quiz.Question) string {
	text := q.Text
	if q.Kind.Sides() {
		text = q.Left + " / " + q.Right
	}
	letters := []rune(text)
	if len(letters) <= mostShort {
		return text
	}
	text = string(letters[:mostShort])
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		text = text[:i]
	}
	return text + "…"
}
