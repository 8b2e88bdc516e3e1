package storetest

import (
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"whichpm/internal/quiz"
)

// atOnce runs fn so many times at the same time and counts what it reports.
func atOnce(times int, fn func(n int) bool) int {
	var done atomic.Int32
	var all sync.WaitGroup
	for n := range times {
		all.Go(func() {
			if fn(n) {
				done.Add(1)
			}
		})
	}
	all.Wait()
	return int(done.Load())
}

func draftsAtOnce(t *testing.T, seeded opener) {
	t.Run("of twenty admins who start a draft at once one gets it", func(t *testing.T) {
		s := seeded(t)
		got := atOnce(20, func(int) bool {
			_, err := s.StartDraft(t.Context(), 1, "ada@example.org", Now)
			return only(t, err, quiz.ErrDraftExists)
		})
		if got != 1 {
			t.Errorf("%d drafts were started", got)
		}
	})
	t.Run("drafts started and discarded at once never share a number", func(t *testing.T) {
		s := seeded(t)
		var mu sync.Mutex
		seen := map[int64]bool{}
		fresh := func(v *quiz.Version) bool {
			mu.Lock()
			defer mu.Unlock()
			given := seen[v.ID] || seen[-v.Revision]
			seen[v.ID], seen[-v.Revision] = true, true
			return !given
		}
		again := atOnce(8, func(int) bool {
			for range 10 {
				v, err := s.StartDraft(t.Context(), 1, "ada@example.org", Now)
				if !only(t, err, quiz.ErrDraftExists) {
					continue
				}
				if !fresh(v) {
					return true
				}
				must(t, s.SaveDraft(t.Context(), v, entry("save")))
				must(t, s.DiscardDraft(t.Context(), v.Revision, entry("discard")))
			}
			return false
		})
		if again > 0 {
			t.Error("a number was given twice")
		}
	})
	t.Run("a draft saved and published at once is published as it was seen or not at all", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		want := map[bool]string{true: edited(v).Hash(), false: v.Hash()}
		var saved atomic.Bool
		won := atOnce(2, func(n int) bool {
			if n == 0 {
				_, err := s.Publish(t.Context(), v.Revision, "Why not", entry("publish"))
				return only(t, err, quiz.ErrStale)
			}
			err := s.SaveDraft(t.Context(), edited(v), entry("save"))
			saved.Store(only(t, err, quiz.ErrStale))
			return saved.Load()
		})
		if got, err := s.Version(t.Context(), v.ID); won != 1 || err != nil || got.Hash() != want[saved.Load()] {
			t.Errorf("%d of both were done, %v", won, err)
		}
	})
}

func linksAtOnce(t *testing.T, seeded opener) {
	t.Run("of sixty links made at once fifty work", func(t *testing.T) {
		s := seeded(t)
		must(t, s.AddResult(t.Context(), Result(1)))
		made := atOnce(60, func(n int) bool {
			err := s.AddShare(t.Context(), Share(ResultID(1), n))
			_, refused := errors.AsType[quiz.Problems](err)
			return !refused && only(t, err)
		})
		if list, err := s.Shares(t.Context(), ResultID(1)); made != 50 || len(list) != 50 || err != nil {
			t.Errorf("%d were made and %d are there, %v", made, len(list), err)
		}
	})
	t.Run("no link survives a deletion that happens at once", func(t *testing.T) {
		s := seeded(t)
		must(t, s.AddResult(t.Context(), Result(1)))
		atOnce(20, func(n int) bool {
			if n == 10 {
				return only(t, s.DeleteResult(t.Context(), ResultID(1), Now))
			}
			return only(t, s.AddShare(t.Context(), Share(ResultID(1), n)), quiz.ErrGone)
		})
		list, err := s.Shares(t.Context(), ResultID(1))
		must(t, err)
		for _, sh := range list {
			if sh.RevokedAt.IsZero() || sh.Name != "" {
				t.Errorf("left is %+v", sh)
			}
		}
	})
	t.Run("a journey finished on twenty devices at once is one result", func(t *testing.T) {
		s := seeded(t)
		atOnce(20, func(n int) bool {
			r := Result(n)
			r.ID = ResultID(1)
			return only(t, s.AddResult(t.Context(), r))
		})
		if list, err := s.LatestResults(t.Context(), 9); len(list) > 1 || err != nil {
			t.Errorf("there are %d, %v", len(list), err)
		}
	})
}

// only reports whether there was no error. One that is not among the expected
// fails the test.
func only(t *testing.T, err error, expected ...error) bool {
	t.Helper()
	if err != nil && !slices.ContainsFunc(expected, func(e error) bool { return errors.Is(err, e) }) {
		t.Error(err)
	}
	return err == nil
}
