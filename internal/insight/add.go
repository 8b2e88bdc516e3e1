package insight

import (
	"errors"
	"fmt"
	"strings"

	"whichpm/internal/quiz"
)

// ErrResult says that a result or outcome is not one of this version.
var ErrResult = errors.New("this is not a result of the version")

// Add counts a result, and what its taker said about their job, or nil. It
// returns ErrResult, and counts nothing, for what the version cannot have led
// to and for a deleted result.
func (t *Tally) Add(r quiz.Result, o *quiz.Outcome) error {
	if err := t.fits(r, o); err != nil {
		return err
	}
	cell, _ := t.shape.headline(r.Verdict, r.Top)
	t.addTotals(r, cell)
	t.addItems(r, cell)
	t.addPairs()
	t.addPositions()
	if o != nil {
		job, _ := t.shape.job(o)
		t.addOutcome(job, o.Experienced(), cell)
	}
	return nil
}

// fits takes in what was asked and answered, or returns ErrResult.
func (t *Tally) fits(r quiz.Result, o *quiz.Outcome) error {
	_, ok := t.shape.headline(r.Verdict, r.Top)
	if !ok || r.Deleted || r.Version != t.shape.version.ID || !(r.Probability >= 0 && r.Probability <= 1) {
		return fmt.Errorf("count a result of version %d with verdict %q: %w", r.Version, r.Verdict, ErrResult)
	}
	if err := t.read(r); err != nil {
		return fmt.Errorf("count a result of version %d: %w", r.Version, err)
	}
	_, err := t.shape.job(o)
	return err
}

// job is the index of the reported job: a role, or after them any other.
func (s *Shape) job(o *quiz.Outcome) (int, error) {
	if o == nil || o.Role == quiz.OtherRole {
		return len(s.roles), nil
	}
	role, ok := s.roles[o.Role]
	if !ok {
		return 0, fmt.Errorf("count somebody in the role %q: %w", o.Role, ErrResult)
	}
	return role, nil
}

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
