package adminview

import (
	"fmt"
	"math"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
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
		{"Asked", thousands(i.Asked), "In so many results it was asked. The short form asks only what still tells something."},
		{"Skipped", ofAll(i.Skipped(), i.Asked), fmt.Sprintf("%s of those who were asked skipped it.", thousands(i.Skipped()))},
	}
	if i.Dimension < 0 {
		return list
	}
	d := p.Version.Dimensions[i.Dimension]
	list = append(list,
		meaning{"Mean", decimalIf(i.Answered > 0, i.Mean), fmt.Sprintf("Of the answers on “%s”: 1 is “%s”, −1 is “%s”. Beyond ±0.50 almost everybody leans one way, and the question tells little.", d.Name, d.Positive, d.Negative)},
		meaning{"SD", decimalIf(i.Answered > 1, i.SD), "How far answers differ from person to person. Near 0 everybody answers alike."},
		meaning{"Item-rest", decimalIf(enoughFor(i.RestN), i.ItemRest), fmt.Sprintf("How well its answers go along with those to the other questions of “%s”. Under 0.15 it measures something else.%s", d.Name, atLeast(i.RestN))},
		meaning{"d′", decimalIf(i.DPrime.Known, i.DPrime.Value), p.apart()},
	)
	return list
}

func atLeast(n int64) string {
	switch {
	case n == 0:
		return " No two of them were answered often enough by the same people."
	case !enoughFor(n):
		return " Not known: " + tooFewPeople(n) + "."
	}
	return fmt.Sprintf(" It rests on at least %s who answered two of them.", counted(n, "person", "people"))
}

// apart says what d′ is about.
func (p InsightQuestionProps) apart() string {
	d, roles := p.Item.DPrime, p.Version.Roles
	switch {
	case !d.Known:
		return fmt.Sprintf("How far people in %s stand above people in %s on it, in SDs. Not known yet: it takes %d of each.", roles[0].Short, roles[1].Short, insight.MinGroup)
	case d.Internal:
		return fmt.Sprintf("How far those whose verdict leans most to %s stand above those it leans most to %s, in SDs (%s and %s people). Nobody's real job enters, so it is kinder than the truth.",
			roles[0].Short, roles[1].Short, thousands(d.A), thousands(d.B))
	}
	return fmt.Sprintf("How far people in %s stand above people in %s on it, in SDs, by the job they say they do (%s and %s people).",
		roles[0].Short, roles[1].Short, thousands(d.A), thousands(d.B))
}

// byChance says how surprising a difference is.
func byChance(p float64) string {
	switch {
	case math.IsNaN(p) || p >= 1:
		return "Too few answers to say whether this is chance."
	case p < .001:
		return "A difference this large comes by chance less than once in 1000 times."
	case p < .01:
		return "A difference this large comes by chance less than once in 100 times."
	}
	return fmt.Sprintf("A difference this large comes by chance about %.0f times in 100.", math.Round(100*p))
}
