package check

import (
	"slices"
	"strings"

	"whichpm/internal/reading"
)

// fixed are phrases whose "and" or "or" joins nothing that could be answered
// apart.
var fixed = []string{
	"come and go", "pros and cons", "ups and downs", "now and then", "by and large", "more or less",
	"sooner or later", "back and forth", "over and over", "trial and error", "black and white",
}

var numbers = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"}

// joined reports whether a text joins two things with "and" or "or".
func joined(body string) bool {
	all := strings.Join(reading.Words(body), " ")
	for _, phrase := range fixed {
		all = strings.ReplaceAll(all, phrase, "")
	}
	w := strings.Fields(all)
	for i, word := range w {
		counted := i > 0 && i+1 < len(w) && slices.Contains(numbers, w[i-1]) && slices.Contains(numbers, w[i+1])
		if (word == "and" || word == "or") && !counted {
			return true
		}
	}
	return false
}

// doubleBarrelled looks at statements, where one step of agreement has to do
// for both things, and at pairs in which only one side joins two. A way to
// act, or a pair of like sides, is taken as a whole.
func doubleBarrelled(s *subject) outcome {
	if !s.readsEnglish() {
		return s.notMeasured()
	}
	var o outcome
	advise := func(field, body string) {
		o.advice(field, say("joined", "text", body),
			say("joined_fix"))
	}
	for _, q := range s.live {
		x := s.Questions[q]
		at := "questions." + x.Key
		left, right := joined(x.Left), joined(x.Right)
		switch {
		case x.Kind.Statement() && joined(x.Text):
			advise(at+".text", x.Text)
		case x.Kind.Sides() && left && !right:
			advise(at+".left", x.Left)
		case x.Kind.Sides() && right && !left:
			advise(at+".right", x.Right)
		}
	}
	o.value = len(o.findings)
	return o
}

// negated leaves out what only sets the scene: nobody has to agree to it.
func negated(s *subject) outcome {
	if !s.readsEnglish() {
		return s.notMeasured()
	}
	var o outcome
	for _, t := range s.texts() {
		if !t.kind.Scale() && t.part == prompt {
			continue
		}
		i := slices.IndexFunc(reading.Words(t.body), isNegation)
		if i < 0 {
			continue
		}
		o.advice(t.field,
			say("negated", "text", t.body, "word", reading.Words(t.body)[i]),
			say("negated_fix"))
	}
	o.value = len(o.findings)
	return o
}

func isNegation(word string) bool {
	return slices.Contains([]string{"not", "never", "cannot", "nobody", "nothing", "neither", "nor"}, word) ||
		strings.HasSuffix(word, "n't")
}

// optionLength compares what a taker chooses between, in letters.
func optionLength(s *subject) outcome {
	var o outcome
	most := 1.0
	for _, q := range s.live {
		var longest, shortest text
		for _, t := range texts(s.Questions[q]) {
			if t.part == prompt {
				continue
			}
			if shortest.body == "" || length(t) < length(shortest) {
				shortest = t
			}
			if length(t) > length(longest) {
				longest = t
			}
		}
		if shortest.body == "" {
			continue
		}
		ratio := float64(length(longest)) / float64(length(shortest))
		most = max(most, ratio)
		if ratio > tooLong {
			o.advice(longest.field,
				say("longer",
					"text", longest.body, "ratio", digits(1, ratio), "other", shortest.body),
				say("longer_fix"))
		}
	}
	o.value = say("times", "ratio", digits(1, most))
	return o
}

const tooLong = 2.0

func length(t text) int { return len([]rune(t.body)) }
