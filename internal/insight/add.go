package insight

import (
	"errors"
	"fmt"

	"whichpm/internal/quiz"
)

// ErrResult says that a result or outcome is not one of this version.
var ErrResult = errors.New("this is not a result of the version")

// Add counts a result, and what its taker said about their job, or nil. It
// returns ErrResult, and counts nothing, for what the version cannot have led
// to and for a deleted result.
func (t *Tally) Add(r quiz.Result, o *quiz.Outcome) error {
	cell, ok := t.shape.headline(r.Verdict, r.Top)
	if !ok || r.Deleted || r.Version != t.shape.version.ID || !(r.Probability >= 0 && r.Probability <= 1) {
		return fmt.Errorf("count a result of version %d with verdict %q: %w", r.Version, r.Verdict, ErrResult)
	}
	if err := t.read(r); err != nil {
		return fmt.Errorf("count a result of version %d: %w", r.Version, err)
	}
	job, err := t.shape.job(o)
	if err != nil {
		return err
	}
	t.addTotals(r, cell)
	t.addItems(r, cell)
	t.addPairs()
	if o != nil {
		t.addOutcome(job, o.Experienced(), cell)
	}
	return nil
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
