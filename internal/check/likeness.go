package check

import (
	"cmp"
	"slices"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/internal/reading"
)

// sameTopicShare is the share of words in common from which two texts ask the
// same.
const sameTopicShare = 0.6

// common words carry no topic.
var common = strings.Fields(`a an the i me my we our you your it its they them their this that these those is are was
	were be been am do does did have has had will would could should can may might to of in on at by for from with into
	as if when while who what which where how so than then and or but not no more most some any all each every one
	like enjoy rather often prefer want`)

// nearDuplicate compares every two texts that are answered. In other languages
// than English, what carries no topic is what many of them say.
func nearDuplicate(s *subject) outcome {
	var asked []text
	var topics [][]int
	for _, t := range s.texts() {
		if t.asks() {
			asked = append(asked, t)
		}
	}
	numbers, topicOf := map[string]int{}, topic
	if !s.readsEnglish() {
		topicOf = topicAmong(asked)
	}
	for _, t := range asked {
		topics = append(topics, numbered(topicOf(t.body), numbers))
	}
	var o outcome
	most := 0.0
	for i := range asked {
		for j := range i {
			s.comparisons++
			few, many := min(len(topics[i]), len(topics[j])), max(len(topics[i]), len(topics[j]))
			if x := float64(few) / float64(max(many, 1)); x <= most && x < sameTopicShare { // they cannot share more
				continue
			}
			likeness := shared(topics[i], topics[j])
			most = max(most, likeness)
			if likeness >= sameTopicShare {
				o.advice(asked[i].field,
					say("alike", "one", asked[i].body, "other", asked[j].body),
					say("alike_fix"))
			}
		}
	}
	o.value = digits(2, most)
	return o
}

// topic returns the stems of the words that say what a text is about, sorted.
// A text of common words only is about all of them.
func topic(body string) []string {
	all := reading.Words(body)
	kept := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(common, w) })
	if len(kept) == 0 {
		kept = all
	}
	for i, w := range kept {
		kept[i] = stem(w)
	}
	return once(kept)
}

// topicAmong is topic for texts in a language of which no common words are
// known: those that stand in a tenth of the texts, and in three at least. Words
// that are inflected are others.
func topicAmong(texts []text) func(body string) []string {
	const few, share = 3, 10
	in := map[string]int{}
	for _, t := range texts {
		for _, word := range once(reading.Words(t.body)) {
			in[word]++
		}
	}
	return func(body string) []string {
		all := once(reading.Words(body))
		kept := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return in[w] >= few && share*in[w] >= len(texts) })
		if len(kept) == 0 {
			return all
		}
		return kept
	}
}

// once is each word once, sorted.
func once(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// numbered is a topic as sorted numbers, which are compared faster than words.
func numbered(topic []string, numbers map[string]int) []int {
	out := make([]int, len(topic))
	for i, word := range topic {
		if _, known := numbers[word]; !known {
			numbers[word] = len(numbers)
		}
		out[i] = numbers[word]
	}
	slices.Sort(out)
	return out
}

// shared is the share of two sorted sets that is in both.
func shared[T cmp.Ordered](a, b []T) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// stem cuts off what inflects an English word, roughly: "planning", "plans"
// and "planned" all become "plan".
func stem(word string) string {
	for _, ending := range []string{"ings", "ing", "ies", "ied", "ed", "es", "s"} {
		cut, found := strings.CutSuffix(word, ending)
		if !found || len(cut) < 3 || strings.HasSuffix(cut, "s") && ending == "s" {
			continue
		}
		if n := len(cut); cut[n-1] == cut[n-2] && !strings.ContainsAny(cut[n-1:], "ls") {
			cut = cut[:n-1]
		}
		word = cut
		break
	}
	return strings.TrimSuffix(strings.TrimSuffix(word, "e"), "y")
}

// sameName finds names that tell nothing apart: of two roles or dimensions, and
// of the two ends of one.
func sameName(s *subject) outcome {
	var o outcome
	roles, dimensions := map[string]bool{}, map[string]bool{}
	twice := func(named map[string]bool, field, name string) {
		spelt := strings.Join(reading.Words(name), " ")
		if named[spelt] && spelt != "" && !quiz.Placeholder(name) {
			o.error(field, say("same_name", "name", name), say("same_name_fix"))
		}
		named[spelt] = true
	}
	for _, r := range s.Roles {
		twice(roles, "roles."+r.Key+".name", r.Name)
	}
	for _, d := range s.Dimensions {
		twice(dimensions, "dimensions."+d.Key+".name", d.Name)
		ends := map[string]bool{}
		twice(ends, "dimensions."+d.Key+".positive_pole", d.Positive)
		twice(ends, "dimensions."+d.Key+".negative_pole", d.Negative)
	}
	o.value = len(o.findings)
	return o
}
