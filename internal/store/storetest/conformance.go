package storetest

import (
	"errors"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/store"
)

// Conformance says what a store does, whatever database it runs on. The
// function it is given opens an empty one, closed at the end of the test.
func Conformance(t *testing.T, open func(t testing.TB) *store.Store) {
	seeded := func(t *testing.T) *store.Store {
		t.Helper()
		s := open(t)
		must(t, s.SeedFirst(t.Context(), content.First(), Now))
		return s
	}
	t.Run("versions", func(t *testing.T) { versions(t, open, seeded) })
	t.Run("results", func(t *testing.T) { results(t, seeded) })
	t.Run("journeys taken up", func(t *testing.T) { takenUp(t, seeded) })
	t.Run("deletion", func(t *testing.T) { deletion(t, seeded) })
	t.Run("shares", func(t *testing.T) { shares(t, seeded) })
	t.Run("admins", func(t *testing.T) { admins(t, open) })
	t.Run("drafts", func(t *testing.T) { drafts(t, seeded) })
	t.Run("draft changes", func(t *testing.T) { draftChanges(t, seeded) })
	t.Run("publication", func(t *testing.T) { publication(t, seeded) })
	t.Run("translations", func(t *testing.T) { translations(t, seeded) })
	t.Run("audit", func(t *testing.T) { audit(t, seeded) })
	t.Run("outcomes", func(t *testing.T) { outcomes(t, seeded) })
	t.Run("open rows", func(t *testing.T) { openRows(t, seeded) })
	t.Run("day stats", func(t *testing.T) { dayStats(t, seeded) })
	t.Run("day results", func(t *testing.T) { dayResults(t, seeded) })
	t.Run("lease", func(t *testing.T) { lease(t, seeded) })
	t.Run("step counts", func(t *testing.T) { stepCounts(t, seeded) })
	t.Run("tries", func(t *testing.T) { tries(t, open) })
	t.Run("limit counts", func(t *testing.T) { limitCounts(t, open) })
	t.Run("many at once", func(t *testing.T) { manyAtOnce(t, open, seeded) })
	t.Run("drafts at once", func(t *testing.T) { draftsAtOnce(t, seeded) })
	t.Run("links at once", func(t *testing.T) { linksAtOnce(t, seeded) })
	t.Run("admins at once", func(t *testing.T) { adminsAtOnce(t, open) })
	t.Run("sign-ins at once", func(t *testing.T) { signInsAtOnce(t, open) })
	t.Run("closed", func(t *testing.T) { closed(t, seeded) })
}

type opener func(t *testing.T) *store.Store

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantError(t *testing.T, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Fatalf("got error %v, want %v", got, want)
	}
}
