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
	run := func(name string, part func(t *testing.T)) {
		t.Run(name, func(t *testing.T) { t.Parallel(); part(t) })
	}
	run("versions", func(t *testing.T) { versions(t, open, seeded) })
	run("results", func(t *testing.T) { results(t, seeded) })
	run("journeys taken up", func(t *testing.T) { takenUp(t, seeded) })
	run("deletion", func(t *testing.T) { deletion(t, seeded) })
	run("shares", func(t *testing.T) { shares(t, seeded) })
	run("groups", func(t *testing.T) { groups(t, seeded) })
	run("groups that are full or over", func(t *testing.T) { groupLimits(t, seeded) })
	run("closed groups", func(t *testing.T) { groupsClosed(t, seeded) })
	run("admins", func(t *testing.T) { admins(t, open) })
	run("drafts", func(t *testing.T) { drafts(t, seeded) })
	run("draft changes", func(t *testing.T) { draftChanges(t, seeded) })
	run("saved changes", func(t *testing.T) { draftSaves(t, seeded) })
	run("drafts that wait", func(t *testing.T) { draftsWaiting(t, seeded) })
	run("the brand", func(t *testing.T) { theBrand(t, seeded) })
	run("what was typed", func(t *testing.T) { workingCopies(t, seeded) })
	run("publication", func(t *testing.T) { publication(t, seeded) })
	run("translations", func(t *testing.T) { translations(t, seeded) })
	run("audit", func(t *testing.T) { audit(t, seeded) })
	run("outcomes", func(t *testing.T) { outcomes(t, seeded) })
	run("open rows", func(t *testing.T) { openRows(t, seeded) })
	run("day stats", func(t *testing.T) { dayStats(t, seeded) })
	run("day results", func(t *testing.T) { dayResults(t, seeded) })
	run("version results", func(t *testing.T) { versionResults(t, seeded) })
	run("lease", func(t *testing.T) { lease(t, seeded) })
	run("step counts", func(t *testing.T) { stepCounts(t, seeded) })
	run("tries", func(t *testing.T) { tries(t, open) })
	run("limit counts", func(t *testing.T) { limitCounts(t, open) })
	run("many at once", func(t *testing.T) { manyAtOnce(t, open, seeded) })
	run("drafts at once", func(t *testing.T) { draftsAtOnce(t, seeded) })
	run("groups at once", func(t *testing.T) { groupsAtOnce(t, seeded) })
	run("links at once", func(t *testing.T) { linksAtOnce(t, seeded) })
	run("admins at once", func(t *testing.T) { adminsAtOnce(t, open) })
	run("sign-ins at once", func(t *testing.T) { signInsAtOnce(t, open) })
	run("closed", func(t *testing.T) { closed(t, seeded) })
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
