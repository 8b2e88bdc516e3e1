package storetest

import (
	"slices"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func outcomes(t *testing.T, seeded opener) {
	said := Outcome(1)
	withResult := func(t *testing.T) *store.Store {
		t.Helper()
		s := seeded(t)
		must(t, s.AddResult(t.Context(), Result(1)))
		return s
	}
	t.Run("what a taker says comes back as it was said", func(t *testing.T) {
		s := withResult(t)
		_, err := s.Outcome(t.Context(), said.Result)
		wantError(t, err, quiz.ErrNotFound)
		must(t, s.AddOutcome(t.Context(), said))
		got, err := s.Outcome(t.Context(), said.Result)
		must(t, err)
		if got != said {
			t.Errorf("got %+v, want %+v", got, said)
		}
	})
	t.Run("the first thing said stays", func(t *testing.T) {
		s := withResult(t)
		must(t, s.AddOutcome(t.Context(), said))
		again := said
		again.SaidAt = said.SaidAt.Add(time.Hour)
		must(t, s.AddOutcome(t.Context(), again))
		for _, change := range []func(*quiz.Outcome){
			func(o *quiz.Outcome) { o.Role = quiz.OtherRole },
			func(o *quiz.Outcome) { o.Years++ },
			func(o *quiz.Outcome) { o.Suits++ },
			func(o *quiz.Outcome) { o.Open = !o.Open },
		} {
			other := said
			change(&other)
			wantError(t, s.AddOutcome(t.Context(), other), quiz.ErrSaidBefore)
		}
		got, err := s.Outcome(t.Context(), said.Result)
		must(t, err)
		if got != said {
			t.Errorf("got %+v, want %+v", got, said)
		}
	})
	t.Run("nothing can be said about a result that is not there", func(t *testing.T) {
		s := withResult(t)
		wantError(t, s.AddOutcome(t.Context(), Outcome(2)), quiz.ErrNotFound)
		must(t, s.DeleteResult(t.Context(), said.Result, Now))
		wantError(t, s.AddOutcome(t.Context(), said), quiz.ErrGone)
	})
	t.Run("numbers out of range are refused", func(t *testing.T) {
		s := withResult(t)
		for _, change := range []func(*quiz.Outcome){
			func(o *quiz.Outcome) { o.Years = -1 },
			func(o *quiz.Outcome) { o.Years = quiz.MaxYears + 1 },
			func(o *quiz.Outcome) { o.Suits = 0 },
			func(o *quiz.Outcome) { o.Suits = quiz.MaxSuits + 1 },
			func(o *quiz.Outcome) { o.Role = "" },
		} {
			bad := said
			change(&bad)
			if s.AddOutcome(t.Context(), bad) == nil {
				t.Errorf("%+v was kept", bad)
			}
		}
	})
	t.Run("what was said can be taken back and said anew", func(t *testing.T) {
		s := withResult(t)
		must(t, s.RemoveOutcome(t.Context(), said.Result))
		must(t, s.AddOutcome(t.Context(), said))
		must(t, s.RemoveOutcome(t.Context(), said.Result))
		must(t, s.RemoveOutcome(t.Context(), said.Result))
		_, err := s.Outcome(t.Context(), said.Result)
		wantError(t, err, quiz.ErrNotFound)
		other := said
		other.Years++
		must(t, s.AddOutcome(t.Context(), other))
	})
	t.Run("what was said goes with the result", func(t *testing.T) {
		s := withResult(t)
		must(t, s.AddOutcome(t.Context(), said))
		must(t, s.DeleteResult(t.Context(), said.Result, Now))
		_, err := s.Outcome(t.Context(), said.Result)
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("outcomes are listed with their results, the last said first", func(t *testing.T) {
		s := seeded(t)
		for _, n := range []int{2, 0, 3, 1} {
			must(t, s.AddResult(t.Context(), Result(n)))
			must(t, s.AddOutcome(t.Context(), Outcome(n)))
		}
		must(t, s.DeleteResult(t.Context(), ResultID(2), Now))
		list, err := s.Reported(t.Context(), 1, 2)
		must(t, err)
		want := []quiz.Reported{{Result: Result(3), Outcome: Outcome(3)}, {Result: Result(1), Outcome: Outcome(1)}}
		if !slices.Equal(list, want) {
			t.Errorf("got\n%+v\nwant\n%+v", list, want)
		}
		if none, err := s.Reported(t.Context(), 2, 5); err != nil || len(none) > 0 {
			t.Errorf("of another version it lists %v, %v", none, err)
		}
	})
}
