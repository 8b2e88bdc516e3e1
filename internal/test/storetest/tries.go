package storetest

import (
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func tries(t *testing.T, open func(t testing.TB) *store.Store) {
	ada, home, hotel := auth.Digest{1}, auth.Digest{2}, auth.Digest{3}
	want := func(t *testing.T, s *store.Store, account, origin auth.Digest, strangers, own auth.Tries) {
		t.Helper()
		must(t, s.ChangeTries(t.Context(), account, origin, func(gotStrangers, gotOwn auth.Tries) (auth.Tries, auth.Tries) {
			if gotStrangers != strangers || gotOwn != own {
				t.Errorf("known are %+v and %+v, want %+v and %+v", gotStrangers, gotOwn, strangers, own)
			}
			return gotStrangers, gotOwn
		}))
	}
	set := func(t *testing.T, s *store.Store, account, origin auth.Digest, strangers, own auth.Tries) {
		t.Helper()
		must(t, s.ChangeTries(t.Context(), account, origin, func(_, _ auth.Tries) (auth.Tries, auth.Tries) { return strangers, own }))
	}
	some := auth.Tries{Count: 3, At: Now}
	friend := auth.Tries{Count: 0, At: Now, GotIn: Now.Add(-time.Hour)}
	t.Run("tries are known by account and by origin", func(t *testing.T) {
		s := open(t)
		set(t, s, ada, home, some, friend)
		set(t, s, ada, home, some, friend)
		want(t, s, ada, home, some, friend)
		want(t, s, ada, hotel, some, auth.Tries{})
	})
	t.Run("tries that ran out are forgotten, and an address that got in is known longer", func(t *testing.T) {
		s := open(t)
		set(t, s, ada, home, some, friend)
		must(t, s.ForgetTries(t.Context(), Now.Add(24*time.Hour-1)))
		want(t, s, ada, home, some, friend)
		must(t, s.ForgetTries(t.Context(), Now.Add(24*time.Hour)))
		want(t, s, ada, home, auth.Tries{At: time.UnixMilli(0).UTC()}, friend)
		must(t, s.ForgetTries(t.Context(), Now.Add(91*24*time.Hour)))
		want(t, s, ada, home, auth.Tries{At: time.UnixMilli(0).UTC()}, auth.Tries{})
	})
	t.Run("of tries at once each is counted", func(t *testing.T) {
		s := open(t)
		got := atOnce(40, func(n int) bool {
			err := s.ChangeTries(t.Context(), ada, []auth.Digest{{9}, {10}}[n%2], func(strangers, own auth.Tries) (auth.Tries, auth.Tries) {
				return auth.Tries{Count: strangers.Count + 1, At: Now}, auth.Tries{Count: own.Count + 1, At: Now}
			})
			return only(t, err, quiz.ErrBusy)
		})
		want(t, s, ada, auth.Digest{10}, auth.Tries{Count: 40, At: Now}, auth.Tries{Count: 20, At: Now})
		if got != 40 {
			t.Errorf("%d were counted", got)
		}
	})
}

func limitCounts(t *testing.T, open func(t testing.TB) *store.Store) {
	window := Now.Truncate(auth.LimitWindow)
	of := func(key byte, began time.Time, n int64) auth.LimitCount {
		return auth.LimitCount{Key: auth.Digest{key}, Began: began, N: n}
	}
	want := func(t *testing.T, s *store.Store, since time.Time, least int64, want ...auth.LimitCount) {
		t.Helper()
		got, err := s.LimitCounts(t.Context(), since, least)
		must(t, err)
		if len(got) != len(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		for n := range got {
			if got[n] != want[n] {
				t.Errorf("got %v, want %v", got, want)
			}
		}
	}
	before := window.Add(-auth.LimitWindow)
	t.Run("counts add up within their window", func(t *testing.T) {
		s := open(t)
		must(t, s.AddLimitCounts(t.Context(), nil))
		must(t, s.AddLimitCounts(t.Context(), []auth.LimitCount{of(1, window, 3), of(2, window, 1), of(1, before, 5)}))
		must(t, s.AddLimitCounts(t.Context(), []auth.LimitCount{of(1, window, 4)}))
		want(t, s, before, 2, of(1, before, 5), of(1, window, 7))
		want(t, s, window, 1, of(1, window, 7), of(2, window, 1))
	})
	t.Run("long past windows are forgotten, and those of a clock far ahead", func(t *testing.T) {
		s := open(t)
		must(t, s.AddLimitCounts(t.Context(), []auth.LimitCount{of(1, before, 5), of(1, window, 4), of(1, window.Add(time.Hour), 9)}))
		must(t, s.ForgetTries(t.Context(), before.Add(2*auth.LimitWindow)))
		want(t, s, before, 1, of(1, window, 4))
	})
	t.Run("many who add at once lose nothing", func(t *testing.T) {
		s := open(t)
		atOnce(40, func(int) bool {
			err := s.AddLimitCounts(t.Context(), []auth.LimitCount{of(1, window, 1), of(2, window, 2)})
			if err != nil {
				t.Error(err)
			}
			return err == nil
		})
		want(t, s, window, 1, of(1, window, 40), of(2, window, 80))
	})
}
