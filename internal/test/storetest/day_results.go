package storetest

import (
	"errors"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

func dayResults(t *testing.T, seeded opener) {
	midnight := today.Start()
	t.Run("a day has the results finished from midnight to midnight, with what was said", func(t *testing.T) {
		s := seeded(t)
		for n, at := range []time.Duration{-1, 0, 24*time.Hour - time.Millisecond, 24 * time.Hour, time.Hour} {
			r := Result(n)
			r.FinishedAt = midnight.Add(at).Truncate(time.Millisecond)
			must(t, s.AddResult(t.Context(), r))
			if n != 1 {
				must(t, s.AddOutcome(t.Context(), Outcome(n)))
			}
		}
		must(t, s.DeleteResult(t.Context(), ResultID(4), Now))
		said := map[quiz.ResultID]*quiz.Outcome{}
		must(t, s.DayResults(t.Context(), today, func(r quiz.Result, o *quiz.Outcome) error {
			if want, err := s.Result(t.Context(), r.ID); err != nil || r != want {
				t.Errorf("got\n%+v\nwant\n%+v, %v", r, want, err)
			}
			said[r.ID] = o
			return nil
		}))
		if o := said[ResultID(2)]; len(said) != 2 || said[ResultID(1)] != nil || o == nil || *o != Outcome(2) {
			t.Errorf("got %v", said)
		}
	})
	t.Run("a result without a verdict names no role there either", func(t *testing.T) {
		s := seeded(t)
		want := Result(1)
		want.Verdict, want.Top = quiz.NotEnough, ""
		must(t, s.AddResult(t.Context(), want))
		must(t, s.DayResults(t.Context(), today, func(r quiz.Result, _ *quiz.Outcome) error {
			if r != want {
				t.Errorf("got\n%+v\nwant\n%+v", r, want)
			}
			return nil
		}))
	})
	t.Run("results can be added while a day is read", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		n := 0
		must(t, s.DayResults(t.Context(), today, func(quiz.Result, *quiz.Outcome) error {
			n++
			return s.AddResult(t.Context(), Result(10+n))
		}))
		if n != 3 {
			t.Errorf("%d results were read", n)
		}
	})
	t.Run("reading a day ends with the first error", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		n, enough := 0, errors.New("enough")
		err := s.DayResults(t.Context(), today, func(quiz.Result, *quiz.Outcome) error { n++; return enough })
		wantError(t, err, enough)
		if n != 1 {
			t.Errorf("%d results were read", n)
		}
	})
	t.Run("the first result since a moment is found", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		must(t, s.DeleteResult(t.Context(), ResultID(1), Now))
		for from, want := range map[time.Time]time.Time{
			{}:                             Result(0).FinishedAt,
			Result(0).FinishedAt:           Result(0).FinishedAt,
			Result(1).FinishedAt:           Result(2).FinishedAt,
			Result(2).FinishedAt.Add(1e6):  {},
			Result(2).FinishedAt.Add(1e15): {},
		} {
			if got, err := s.FirstFinish(t.Context(), from); err != nil || !got.Equal(want) {
				t.Errorf("since %s it is %s, %v; want %s", from, got, err, want)
			}
		}
	})
}
