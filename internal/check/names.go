package check

import (
	"slices"
	"strings"
	"unicode"

	"whichpm/internal/quiz"
	"whichpm/internal/reading"
)

// namesSome finds texts about the quiz as a whole that name at least half of the
// roles, two or more, and leave out others: most were written before these were
// added. A text about a few of many roles is meant to be about them. It goes by
// the names, in any language, and so does not see what is said in other words.
func namesSome(s *subject) outcome {
	o := outcome{value: 0}
	called := s.calledBy()
	for _, t := range s.sharedTexts() {
		var named int
		left, first, x := -1, len(t.Text)-1, s.spoken(t.Text)
		for i, words := range called {
			if at := s.names(x, words); at < 0 {
				left = i
			} else {
				named, first = named+1, min(first, at)
			}
		}
		if left < 0 || named < 2 || 2*named < len(s.Roles) {
			continue
		}
		o.advice(t.Field,
			say("names_some", "text", sentenceAt(t.Text, first, first+1), "named", named, "all", len(s.Roles), "role", s.Roles[left].Name),
			say("names_some_fix"))
		o.about(s.Roles[left])
	}
	o.value = len(o.findings)
	return o
}

// sharedTexts are what takers read about the quiz as a whole, its title first.
func (s *subject) sharedTexts() []quiz.Translatable {
	return slices.DeleteFunc(s.Translatable(), func(t quiz.Translatable) bool {
		part, _, _ := strings.Cut(t.Field, ".")
		return part != "title" && part != "about" && part != "guide"
	})
}

// calledBy are, by role, the words that texts call it by: its names, and the words
// of these that are in no other role's and that are not everybody's.
func (s *subject) calledBy() [][]string {
	in := map[string]int{}
	for _, r := range s.Roles {
		for _, word := range nameWords(r) {
			in[word]++
		}
	}
	called := make([][]string, len(s.Roles))
	for i, r := range s.Roles {
		called[i] = []string{small(r.Name)}
		for _, word := range nameWords(r) {
			if in[word] == 1 && len([]rune(word)) >= telling && !s.ordinary(word) {
				called[i] = append(called[i], small(word))
			}
		}
	}
	return called
}

// spoken is a text as names are looked for in it: in small letters, and of English
// where each word stands first, without what inflects it.
type spoken struct {
	body string
	at   map[string]int
}

func (s *subject) spoken(body string) spoken {
	x := spoken{small(body), map[string]int{}}
	if !s.readsEnglish() {
		return x
	}
	for _, word := range reading.Words(x.body) {
		if stem := s.stem(word); x.at[stem] == 0 {
			x.at[stem] = strings.Index(x.body, word) + 1
		}
	}
	return x
}

// names finds the first of the words in a text, or -1: whole English ones,
// inflected or not, others at the beginning of a word. The first of the words is
// the whole name.
func (s *subject) names(x spoken, called []string) int {
	first := -1
	for i, word := range called {
		at := x.at[s.stem(word)] - 1
		if i == 0 || !s.readsEnglish() {
			at = atWord(x.body, word)
		}
		if at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// small is a text in small letters, with one of the two small letters that Greek has
// for the same.
func small(body string) string { return strings.ReplaceAll(strings.ToLower(body), "ς", "σ") }

// atWord finds a word, or the beginning of a longer one: of one that is written
// together with what stands before it, in a script that does so, anywhere.
func atWord(body, word string) int {
	if word == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(body[from:], word)
		if i < 0 {
			return -1
		}
		at := from + i
		before := []rune(body[:at])
		if len(before) == 0 || !unicode.In(before[len(before)-1], unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			return at
		}
		from = at + len(word)
	}
}
