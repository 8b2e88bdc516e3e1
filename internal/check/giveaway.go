package check

import (
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// trade are words that people who know the roles take for one of them.
var trade = []string{
	"product", "project", "programme", "program", "portfolio", "roadmap", "backlog", "sprint", "scrum", "kanban",
	"agile", "waterfall", "gantt", "milestone", "deliverable", "schedule", "scheduling", "budget", "stakeholder",
}

// giveaway is an error for the short name of a role, advice for other words of
// its name, which may be everyday words, and for words of its trade.
func giveaway(s *subject) outcome {
	short, other := s.revealingWords()
	names, hints := stems(short), append(stems(other), stems(trade)...)
	fix := say("giveaway_fix")
	var o outcome
	for _, t := range s.texts() {
		w := words(t.body)
		if i := slices.IndexFunc(w, func(word string) bool { return slices.Contains(names, stem(word)) }); i >= 0 {
			o.error(t.field, say("giveaway_name", "text", t.body, "word", w[i]), fix)
		} else if i := slices.IndexFunc(w, func(word string) bool { return slices.Contains(hints, stem(word)) }); i >= 0 {
			o.advice(t.field, say("giveaway_trade", "text", t.body, "word", w[i]), fix)
		}
	}
	o.value = len(o.findings)
	return o
}

// revealingWords returns the words of the roles' short names, and of their other
// names, that are not in every role's names: "product", but not "management".
func (s *subject) revealingWords() (short, other []string) {
	named := map[string]int{}
	for _, r := range s.Roles {
		for _, word := range nameWords(r) {
			named[word]++
		}
	}
	for _, r := range s.Roles {
		for _, word := range nameWords(r) {
			switch {
			case named[word] == len(s.Roles) || slices.Contains(common, word):
			case slices.Contains(words(r.Short), word):
				short = append(short, word)
			default:
				other = append(other, word)
			}
		}
	}
	return short, other
}

// nameWords returns each word of a role's names once.
func nameWords(r quiz.Role) []string {
	all := words(strings.Join([]string{r.Key, r.Name, r.Short}, " "))
	slices.Sort(all)
	return slices.Compact(all)
}

func stems(all []string) []string {
	out := make([]string, len(all))
	for i, word := range all {
		out[i] = stem(word)
	}
	return out
}
