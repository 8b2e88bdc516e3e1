package storetest

import (
	"testing"

	"whichpm/internal/quiz"
)

// takenUpResult is the nth result, of a journey that began under the key of
// another.
func takenUpResult(n, origin int) quiz.Result {
	r := Result(n)
	r.Origin = ResultID(origin)
	return r
}

func takenUp(t *testing.T, seeded opener) {
	t.Run("the result of a journey that was taken up is kept under its own key", func(t *testing.T) {
		s := seeded(t)
		_, err := s.Ended(t.Context(), ResultID(0))
		wantError(t, err, quiz.ErrNotFound)
		for range 2 { // finishing twice gives one result
			kept, err := s.KeepResult(t.Context(), takenUpResult(1, 0))
			must(t, err)
			if kept.ID != ResultID(1) || kept.Answers != Result(1).Answers {
				t.Errorf("kept is %+v", kept)
			}
		}
		got, err := s.Result(t.Context(), ResultID(1))
		must(t, err)
		if got != Result(1) {
			t.Errorf("got %+v", got)
		}
		ended, err := s.Ended(t.Context(), ResultID(0))
		must(t, err)
		if ended != ResultID(1) {
			t.Errorf("the journey ended in %x", ended)
		}
		n, err := s.CountResults(t.Context())
		must(t, err)
		if n != 1 {
			t.Errorf("there are %d results", n)
		}
	})
	t.Run("a journey that another browser finished ends nowhere else", func(t *testing.T) {
		s := seeded(t)
		must(t, s.AddResult(t.Context(), takenUpResult(1, 0)))
		wantError(t, s.AddResult(t.Context(), Result(0)), quiz.ErrElsewhere)
		wantError(t, s.AddResult(t.Context(), takenUpResult(2, 0)), quiz.ErrElsewhere)
		_, err := s.Result(t.Context(), ResultID(0))
		wantError(t, err, quiz.ErrGone)
		_, err = s.Result(t.Context(), ResultID(2))
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("a journey that was finished where it began ends nowhere else", func(t *testing.T) {
		s := seeded(t)
		must(t, s.AddResult(t.Context(), Result(0)))
		wantError(t, s.AddResult(t.Context(), takenUpResult(1, 0)), quiz.ErrElsewhere)
		ended, err := s.Ended(t.Context(), ResultID(0))
		must(t, err)
		if ended != ResultID(0) {
			t.Errorf("the journey ended in %x", ended)
		}
	})
	t.Run("a journey whose result was deleted does not come back in any browser", func(t *testing.T) {
		s := seeded(t)
		must(t, s.AddResult(t.Context(), takenUpResult(1, 0)))
		must(t, s.DeleteResult(t.Context(), ResultID(1), Now))
		for _, again := range []quiz.Result{takenUpResult(1, 0), takenUpResult(2, 0), Result(0), Result(1)} {
			wantError(t, s.AddResult(t.Context(), again), quiz.ErrGone)
		}
		_, err := s.Ended(t.Context(), ResultID(0))
		wantError(t, err, quiz.ErrGone)
		must(t, s.AddResult(t.Context(), Result(5)))
		must(t, s.DeleteResult(t.Context(), ResultID(5), Now))
		wantError(t, s.AddResult(t.Context(), takenUpResult(6, 5)), quiz.ErrGone)
	})
	t.Run("of ten browsers that finish a journey at once one ends it", func(t *testing.T) {
		s := seeded(t)
		got := atOnce(10, func(n int) bool {
			r := takenUpResult(n+1, 0)
			if n == 0 {
				r = Result(0)
			}
			return only(t, s.AddResult(t.Context(), r), quiz.ErrElsewhere)
		})
		n, err := s.CountResults(t.Context())
		must(t, err)
		if got != 1 || n != 1 {
			t.Errorf("%d ended it, in %d results", got, n)
		}
	})
}
