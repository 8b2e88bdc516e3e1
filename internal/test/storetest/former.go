package storetest

import (
	"errors"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/former"
)

// OpenFormer opens a new SQLite database that an earlier release filled: what it
// came with is published as number 1.
func OpenFormer(t testing.TB) *store.Store {
	t.Helper()
	s := Empty(t)
	if err := s.SeedFirst(t.Context(), former.First(t), Now); err != nil {
		t.Fatal(err)
	}
	return s
}

// PublishFormer publishes what an earlier release came with, in the place of
// the draft if there is one.
func PublishFormer(t testing.TB, s *store.Store, e quiz.AuditEntry) {
	t.Helper()
	v := former.First(t)
	if draft, _, err := s.Draft(t.Context()); err == nil {
		v.Revision = draft.Revision
	} else if !errors.Is(err, quiz.ErrNotFound) {
		t.Fatal(err)
	}
	if err := s.ImportDraft(t.Context(), v, e); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(t.Context(), v.Revision, "As before", e); err != nil {
		t.Fatal(err)
	}
}
