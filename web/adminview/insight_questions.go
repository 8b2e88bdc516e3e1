package adminview

import (
	"fmt"
	"strconv"
	"strings"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
)

// InsightQuestionsProps list the questions with what their answers say.
type InsightQuestionsProps struct {
	Insight
	Items []insight.ItemStats // in the order to show
}

// insightColumn is a number to sort the questions by.
type insightColumn struct {
	value string // in the address
	label string
	about string // in the explanation below the table
	num   bool
}

// insightColumns are all there are, as they stand in the table.
var insightColumns = []insightColumn{
	{value: "number", label: "Question"},
	{"asked", "Asked", "in how many results the question was asked", true},
	{"skipped", "Skipped", "how many of those skipped it", true},
	{"mean", "Mean", "of the answers, from −1 at one end of the dimension to 1 at the other; beyond ±0.50 the question tells little", true},
	{"sd", "SD", "how far answers differ from person to person; near 0 everybody answers alike", true},
	{"rest", "Item-rest", "how well answers go along with those to the other questions of the dimension; under 0.15 they do not; known from " + strconv.Itoa(insight.MinGroup) + " people on", true},
	{"dprime", "d′", "how far the first role stands above the second on it, in SDs; “internal” compares those the quiz itself is surest about, not real jobs", true},
}

// DefaultSort puts questions with flags first.
const DefaultSort = "flags"

func (p InsightQuestionsProps) sortedBy(value string) string {
	return p.at(site.AdminInsightQuestions, "sort", value)
}

// flagged is how many of the questions have a flag.
func (p InsightQuestionsProps) flagged() int {
	n := 0
	for _, item := range p.Items {
		if len(item.Flags) > 0 {
			n++
		}
	}
	return n
}

// tooFew says how many answers a question waits for before it is judged, "" if
// it has enough.
func tooFew(item insight.ItemStats) string {
	if item.Answered >= insight.MinItem {
		return ""
	}
	return fmt.Sprintf("too few answers yet (%d of %d)", item.Answered, insight.MinItem)
}

// flagWords say what a flag means.
func flagWords(v *quiz.Version, item insight.ItemStats, f insight.Flag) string {
	q := v.Questions[item.Question]
	switch f.Kind {
	case insight.FlagLopsided:
		return "almost everyone " + leaning(v, q, item) + ": this question tells little"
	case insight.FlagCrowded:
		return fmt.Sprintf("one answer takes %s: %s", inPercent(f.Value), q.Said(f.Option))
	case insight.FlagEmpty:
		return fmt.Sprintf("hardly anyone (%s) chooses: %s", inPercent(f.Value), q.Said(f.Option))
	case insight.FlagUnrelated:
		return fmt.Sprintf("does not go with the others of its dimension (%s)", decimal(f.Value))
	case insight.FlagSkipped:
		return fmt.Sprintf("often skipped (%s)", inPercent(f.Value))
	case insight.FlagOrder:
		return fmt.Sprintf("answered otherwise late in the quiz (%s SD)", decimal(f.Value))
	case insight.FlagSide:
		return fmt.Sprintf("answered otherwise when the sides are turned (%s SD)", decimal(f.Value))
	}
	return string(f.Kind)
}

// leaning says what almost everyone does with a lopsided question.
func leaning(v *quiz.Version, q quiz.Question, item insight.ItemStats) string {
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
	case q.Kind == quiz.Agree && last > first:
		return "agrees"
	case q.Kind == quiz.Agree:
		return "disagrees"
	case q.Kind == quiz.Pair && last > first:
		return "leans to “" + q.Right + "”"
	case q.Kind == quiz.Pair:
		return "leans to “" + q.Left + "”"
	}
	return "leans to one end of " + dimensionName(v, item)
}

// mostShort is how long a question may be in a list, in characters.
const mostShort = 90

// short names a question in a list: of a pair its sides, as the prompt is the
// same for many.
func short(q quiz.Question) string {
	text := q.Prompt
	if q.Kind == quiz.Pair {
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
