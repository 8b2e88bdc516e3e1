package storetest

import (
	"slices"
	"sync"
	"testing"

	"whichpm/internal/quiz"
)

func stepCounts(t *testing.T, seeded opener) {
	asked := func(day quiz.Day, place int, n int64) quiz.StepCount {
		return quiz.StepCount{Version: 1, Day: day, Event: quiz.EventAsked, Place: place, N: n}
	}
	started := quiz.StepCount{Version: 1, Day: today, Event: quiz.EventStarted, N: 4}
	t.Run("counts add up over the days asked for", func(t *testing.T) {
		s := seeded(t)
		must(t, s.CountSteps(t.Context(), []quiz.StepCount{asked(today, 0, 1), asked(today, 7, 2), started, asked(today, 0, 10)}))
		must(t, s.CountSteps(t.Context(), []quiz.StepCount{asked(today, 0, 100), asked(today-1, 0, 1000), asked(today-2, 0, 10_000)}))
		must(t, s.CountSteps(t.Context(), nil))
		got, err := s.StepTotals(t.Context(), 1, today-1, today)
		must(t, err)
		all := started
		all.Day = 0
		if want := []quiz.StepCount{asked(0, 0, 1111), asked(0, 7, 2), all}; !slices.Equal(got, want) {
			t.Errorf("got\n%v\nwant\n%v", got, want)
		}
		if none, err := s.StepTotals(t.Context(), 2, 0, today); err != nil || len(none) > 0 {
			t.Errorf("another version has %v, %v", none, err)
		}
	})
	t.Run("of counts that fail none is kept", func(t *testing.T) {
		s := seeded(t)
		unknown := started
		unknown.Version = 99
		if s.CountSteps(t.Context(), []quiz.StepCount{started, unknown}) == nil {
			t.Error("an unknown version was counted")
		}
		if got, err := s.StepTotals(t.Context(), 1, 0, today); err != nil || len(got) > 0 {
			t.Errorf("kept are %v, %v", got, err)
		}
	})
	t.Run("many who count at once lose nothing", func(t *testing.T) {
		s := seeded(t)
		var counters sync.WaitGroup
		for range 50 {
			counters.Go(func() {
				if err := s.CountSteps(t.Context(), []quiz.StepCount{started}); err != nil {
					t.Error(err)
				}
			})
		}
		counters.Wait()
		if got, err := s.StepTotals(t.Context(), 1, today, today); err != nil || len(got) != 1 || got[0].N != 200 {
			t.Errorf("got %v, %v", got, err)
		}
	})
}
