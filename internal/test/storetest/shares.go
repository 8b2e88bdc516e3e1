package storetest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func shares(t *testing.T, seeded opener) {
	r := Result(1)
	withResult := func(t *testing.T) *store.Store {
		t.Helper()
		s := seeded(t)
		must(t, s.AddResult(t.Context(), r))
		return s
	}
	t.Run("a link leads to its result", func(t *testing.T) {
		s := withResult(t)
		want := Share(r.ID, 1)
		must(t, s.AddShare(t.Context(), want))
		sh, shown, err := s.Share(t.Context(), want.ID)
		must(t, err)
		if sh != want || shown != r {
			t.Errorf("got %+v of %+v", sh, shown)
		}
	})
	t.Run("making the same link again changes nothing", func(t *testing.T) {
		s := withResult(t)
		must(t, s.AddShare(t.Context(), Share(r.ID, 1)))
		must(t, s.AddShare(t.Context(), Share(r.ID, 1)))
		list, err := s.Shares(t.Context(), r.ID)
		must(t, err)
		if !slices.Equal(list, []quiz.Share{Share(r.ID, 1)}) {
			t.Errorf("got %+v", list)
		}
	})
	t.Run("links are listed newest first, with the revoked ones", func(t *testing.T) {
		s := withResult(t)
		for _, n := range []int{2, 1, 3} {
			must(t, s.AddShare(t.Context(), Share(r.ID, n)))
		}
		must(t, s.RevokeShare(t.Context(), r.ID, Share(r.ID, 2).ID, Now))
		want := []quiz.Share{Share(r.ID, 3), Share(r.ID, 2), Share(r.ID, 1)}
		want[1].RevokedAt = Now
		list, err := s.Shares(t.Context(), r.ID)
		must(t, err)
		if !slices.Equal(list, want) {
			t.Errorf("got\n%+v\nwant\n%+v", list, want)
		}
	})
	t.Run("a result without links lists none", func(t *testing.T) {
		list, err := withResult(t).Shares(t.Context(), r.ID)
		must(t, err)
		if len(list) != 0 {
			t.Errorf("got %+v", list)
		}
	})
	t.Run("an unknown link is not found", func(t *testing.T) {
		_, _, err := withResult(t).Share(t.Context(), Share(r.ID, 1).ID)
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("an unknown or deleted result has no links", func(t *testing.T) {
		s := withResult(t)
		wantError(t, s.AddShare(t.Context(), Share(ResultID(2), 1)), quiz.ErrNotFound)
		must(t, s.DeleteResult(t.Context(), r.ID, Now))
		wantError(t, s.AddShare(t.Context(), Share(r.ID, 1)), quiz.ErrGone)
	})
	t.Run("a revoked link is gone, and stays so", func(t *testing.T) {
		s := withResult(t)
		sh := Share(r.ID, 1)
		must(t, s.AddShare(t.Context(), sh))
		must(t, s.RevokeShare(t.Context(), r.ID, sh.ID, Now))
		must(t, s.RevokeShare(t.Context(), r.ID, sh.ID, Now.Add(time.Hour)))
		_, _, err := s.Share(t.Context(), sh.ID)
		wantError(t, err, quiz.ErrGone)
		list, err := s.Shares(t.Context(), r.ID)
		must(t, err)
		if !list[0].RevokedAt.Equal(Now) {
			t.Errorf("revoked %s, want %s", list[0].RevokedAt, Now)
		}
	})
	t.Run("only the owner's own links can be revoked", func(t *testing.T) {
		s := withResult(t)
		must(t, s.AddResult(t.Context(), Result(2)))
		sh := Share(r.ID, 1)
		must(t, s.AddShare(t.Context(), sh))
		wantError(t, s.RevokeShare(t.Context(), ResultID(2), sh.ID, Now), quiz.ErrNotFound)
		_, _, err := s.Share(t.Context(), sh.ID)
		must(t, err)
	})
	t.Run("a result has fifty working links at most", func(t *testing.T) {
		s := withResult(t)
		for n := range 50 {
			must(t, s.AddShare(t.Context(), Share(r.ID, n)))
		}
		err := s.AddShare(t.Context(), Share(r.ID, 50))
		if _, ok := errors.AsType[quiz.Problems](err); !ok {
			t.Fatalf("the 51st link got error %v, want problems", err)
		}
		must(t, s.AddShare(t.Context(), Share(r.ID, 49))) // one that is there
		must(t, s.RevokeShare(t.Context(), r.ID, Share(r.ID, 0).ID, Now))
		must(t, s.AddShare(t.Context(), Share(r.ID, 50)))
	})
}
