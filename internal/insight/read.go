package insight

import (
	"strings"

	"whichpm/internal/quiz"
)

// hexDigits spell what was asked in quiz.Result.
const hexDigits = "0123456789abcdef"

// read takes in which question was asked when, and what was answered. Only
// what was asked can have been answered.
func (t *Tally) read(r quiz.Result) error {
	n := len(t.shape.questions)
	if len(r.Answers) != n || len(r.Asked)%2 != 0 {
		return ErrResult
	}
	if t.place == nil {
		t.place, t.answers = make([]int16, n), make([]int8, n)
	}
	for q := range t.place {
		t.place[q] = -1
	}
	for i := 0; i < len(r.Asked); i += 2 {
		high, low := strings.IndexByte(hexDigits, r.Asked[i]), strings.IndexByte(hexDigits, r.Asked[i+1])
		q := high*16 + low
		if high < 0 || low < 0 || q >= n || t.place[q] >= 0 {
			return ErrResult
		}
		t.place[q] = int16(i / 2)
	}
	for q := range n {
		option := strings.IndexByte(quiz.AnswerLetters, r.Answers[q]) - 1
		if option < quiz.NoAnswer || option >= t.shape.questions[q].options || option >= 0 && t.place[q] < 0 {
			return ErrResult
		}
		t.answers[q] = int8(option) //nolint:gosec // at most quiz.MaxOptions
	}
	return nil
}
