package check

import (
	"maps"
	"slices"

	"whichpm/internal/quiz"
)

// mapping says which answer of one version stands for which of another.
type mapping []place

// place is where the answers to one question go: to which question, and from
// option to option. NoAnswer is nowhere.
type place struct {
	question int
	options  []int
}

func newMapping(from, to *quiz.Version) mapping {
	m := make(mapping, len(from.Questions))
	for i, q := range from.Questions {
		m[i].question = to.QuestionIndex(q.Key)
		if m[i].question >= 0 {
			m[i].options = sameOptions(q, to.Questions[m[i].question])
		}
	}
	return m
}

// sameOptions finds, for each option of a question, the one it became: of a
// scene the one with the same label, or else, if that has no namesake either,
// the one at the same place in other words; of a scale the one at its place.
func sameOptions(from, to quiz.Question) []int {
	became := slices.Repeat([]int{quiz.NoAnswer}, len(from.Options))
	if from.Kind != to.Kind {
		return became
	}
	if turned(from, to) {
		for i := range became {
			became[i] = len(became) - 1 - i
		}
		return became
	}
	for i, o := range from.Options {
		if !to.Kind.Scale() {
			became[i] = withLabel(to, o.Label)
		}
		if became[i] == quiz.NoAnswer && i < len(to.Options) &&
			(to.Kind.Scale() || withLabel(from, to.Options[i].Label) == quiz.NoAnswer) {
			became[i] = i
		}
	}
	return became
}

// turned reports whether a scale runs the other way now: the sides of a pair
// changed places, or a statement says the opposite and is keyed for it. In the
// same words it would only be keyed anew.
func turned(from, to quiz.Question) bool {
	last := len(from.Options) - 1
	switch {
	case last < 1 || last != len(to.Options)-1 || !from.Kind.Scale():
		return false
	case from.Kind.Sides():
		return from.Left != from.Right && from.Left == to.Right && from.Right == to.Left
	case from.Text == to.Text || maps.Equal(nonZero(from.Options[0]), nonZero(from.Options[last])):
		return false
	}
	for i, option := range from.Options {
		if !maps.Equal(nonZero(option), nonZero(to.Options[last-i])) {
			return false
		}
	}
	return true
}

func withLabel(q quiz.Question, label string) int {
	return slices.IndexFunc(q.Options, func(o quiz.Option) bool { return o.Label == label })
}

// carry spells answers as those of the other version.
func (m mapping) carry(answers quiz.Answers, to *quiz.Version) quiz.Answers {
	carried := to.NoAnswers()
	for i, option := range answers {
		if option != quiz.NoAnswer && m[i].question >= 0 {
			carried[m[i].question] = m[i].options[option]
		}
	}
	return carried
}
