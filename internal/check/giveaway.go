package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"whichpm/internal/quiz"
	"whichpm/internal/reading"
)

// giveaway is an error for the short name of a role, advice for other words of
// its name and for words of its trade. A name that is an ordinary word, such as
// “helper”, gives nothing away. Of other languages than English it is not known
// which words are ordinary, so that a name is advice at most.
func giveaway(s *subject) outcome {
	short, other := s.revealingWords()
	names, hints := s.stems(short), s.stems(append(other, s.TradeWords()...))
	severity, fix := Error, say("giveaway_fix")
	if !s.readsEnglish() {
		severity = Advice
	}
	var o outcome
	for _, t := range s.texts() {
		w := reading.Words(t.body)
		in := func(list []string) int {
			return slices.IndexFunc(w, func(word string) bool { return slices.Contains(list, s.stem(word)) })
		}
		if i := in(names); i >= 0 {
			o.add(severity, t.field, say("giveaway_name", "text", t.body, "word", w[i]), fix)
		} else if i := in(hints); i >= 0 {
			o.advice(t.field, say("giveaway_trade", "text", t.body, "word", w[i]), fix)
		}
	}
	o.value = len(o.findings)
	return o
}

// telling is how many letters a word has that can tell a role: shorter ones join
// others. English lists those.
const telling = 3

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
			case named[word] == len(s.Roles) || s.ordinary(word) || !s.readsEnglish() && utf8.RuneCountInString(word) < telling:
			case slices.Contains(reading.Words(r.Short), word):
				short = append(short, word)
			default:
				other = append(other, word)
			}
		}
	}
	return short, other
}

// ordinary reports whether a word gives nothing away by itself, because anybody
// uses it and it is no word of the trade.
func (s *subject) ordinary(word string) bool {
	return s.readsEnglish() && (slices.Contains(common, word) || everyday(word)) &&
		!slices.Contains(s.stems(s.TradeWords()), stem(word))
}

// nameWords returns each word of a role's names once. Takers never see its key.
func nameWords(r quiz.Role) []string {
	return once(reading.Words(r.Name + " " + r.Short))
}

// stem is a word without what inflects it, where it is known what does.
func (s *subject) stem(word string) string {
	if s.readsEnglish() {
		return stem(word)
	}
	return strings.ToLower(word)
}

func (s *subject) stems(all []string) []string {
	out := make([]string, len(all))
	for i, word := range all {
		out[i] = s.stem(strings.ToLower(word))
	}
	return out
}
