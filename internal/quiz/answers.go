package quiz

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// NoAnswer stands for a question that was skipped or never asked.
const NoAnswer = -1

// Answers hold one option index, or NoAnswer, for each question of a version,
// in the version's order.
type Answers []int

// NoAnswers returns the answers of someone who has not answered anything.
func (v *Version) NoAnswers() Answers {
	return slices.Repeat(Answers{NoAnswer}, len(v.Questions))
}

// Count returns how many questions are answered.
func (a Answers) Count() int {
	n := 0
	for _, option := range a {
		if option != NoAnswer {
			n++
		}
	}
	return n
}

// AnswersByKey turns {"h1": 4} into Answers. An unknown question or an option
// out of range is an error that names the key.
func (v *Version) AnswersByKey(byKey map[string]int) (Answers, error) {
	answers := v.NoAnswers()
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		i := v.QuestionIndex(key)
		if i < 0 {
			return nil, fmt.Errorf("unknown question %q", key)
		}
		last := len(v.Questions[i].Options) - 1
		if byKey[key] < 0 || byKey[key] > last {
			return nil, fmt.Errorf("question %q has options 0 to %d, not %d", key, last, byKey[key])
		}
		answers[i] = byKey[key]
	}
	return answers, nil
}

// AnswerLetters spell an answer in one letter: '-' is no answer, the others
// are options. One fixed place a question lets SQL count options.
const AnswerLetters = "-0123456789"

const _ = uint(len(AnswerLetters) - 1 - MaxOptions) // each option has a letter

// Text spells the answers in one letter a question.
func (a Answers) Text() string {
	var b strings.Builder
	for _, option := range a {
		b.WriteByte(AnswerLetters[option+1])
	}
	return b.String()
}

// ErrAnswers says that a text does not spell answers to this version.
var ErrAnswers = errors.New("these are not answers to this version")

// AnswersFromText reads what Text wrote. It returns ErrAnswers for any other
// text.
func (v *Version) AnswersFromText(text string) (Answers, error) {
	if len(text) != len(v.Questions) {
		return nil, ErrAnswers
	}
	answers := v.NoAnswers()
	for i := range len(text) {
		option := strings.IndexByte(AnswerLetters, text[i]) - 1
		if option < NoAnswer || option >= len(v.Questions[i].Options) {
			return nil, ErrAnswers
		}
		answers[i] = option
	}
	return answers, nil
}
