package storetest

import (
	"maps"
	"reflect"
	"testing"
	"time"

	"whichpm/internal/insight"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func dayStats(t *testing.T, seeded opener) {
	leased := func(t *testing.T) *store.Store {
		t.Helper()
		s := seeded(t)
		hold(t, s, "ada")
		return s
	}
	part := func(day quiz.Day, name, sums string) quiz.DayPart {
		return quiz.DayPart{Version: 1, Day: day, Form: quiz.Short, Part: name, Sums: []byte(sums)}
	}
	t.Run("the parts of a day replace those of before", func(t *testing.T) {
		s := leased(t)
		full := part(today, "items", "c")
		full.Form, full.Hurried = quiz.Full, true
		must(t, s.KeepDay(t.Context(), "ada", today, 0, []quiz.DayPart{part(today, "items", "a"), full, part(today, "pairs", "p")}))
		must(t, s.KeepDay(t.Context(), "ada", today-1, 0, []quiz.DayPart{part(today-1, "items", "b")}))
		wantParts(t, s, "items", part(today-1, "items", "b"), full, part(today, "items", "a"))
		must(t, s.KeepDay(t.Context(), "ada", today, 0, []quiz.DayPart{part(today, "items", "d\x00")}))
		wantParts(t, s, "items", part(today-1, "items", "b"), part(today, "items", "d\x00"))
		wantParts(t, s, "pairs")
		must(t, s.KeepDay(t.Context(), "ada", today-1, 0, nil))
		wantParts(t, s, "items", part(today, "items", "d\x00"))
	})
	t.Run("where people stand comes back as the results add up to", func(t *testing.T) {
		s := leased(t)
		v, err := s.Version(t.Context(), 1)
		must(t, err)
		shape := insight.NewShape(v)
		tally, people := shape.New(), 0
		for n := range 12 {
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		must(t, s.DayResults(t.Context(), quiz.DayOf(Result(0).FinishedAt), func(r quiz.Result, o *quiz.Outcome) error {
			people++
			return tally.Add(r, o)
		}))
		positions := part(today, string(insight.Positions), string(tally.Sums(insight.Positions)))
		must(t, s.KeepDay(t.Context(), "ada", today, 0, []quiz.DayPart{positions}))
		rows, err := s.DayParts(t.Context(), 1, string(insight.Positions), 0, today)
		must(t, err)
		sum, err := insight.Sum(shape, rows, nil)
		must(t, err)
		if people != 12 || !reflect.DeepEqual(sum.Spreads(), tally.Spreads()) {
			t.Errorf("%d people stand at %v, want %v", people, sum.Spreads(), tally.Spreads())
		}
	})
	t.Run("parts are asked for by version and day", func(t *testing.T) {
		s := leased(t)
		for day := today - 2; day <= today; day++ {
			must(t, s.KeepDay(t.Context(), "ada", day, 0, []quiz.DayPart{part(day, "items", "a")}))
		}
		for _, test := range []struct {
			version  int64
			from, to quiz.Day
			want     int
		}{{1, today - 1, today, 2}, {0, 0, today, 3}, {1, today - 2, today - 2, 1}, {2, 0, today, 0}, {1, today + 1, today + 9, 0}} {
			got, err := s.DayParts(t.Context(), test.version, "items", test.from, test.to)
			must(t, err)
			if len(got) != test.want {
				t.Errorf("%+v gives %d rows", test, len(got))
			}
		}
	})
	t.Run("a deletion and what is said about a job mark the day of the finish", func(t *testing.T) {
		s := seeded(t)
		for n := range 3 {
			r := Result(n)
			r.FinishedAt = Now.AddDate(0, 0, -n)
			must(t, s.AddResult(t.Context(), r))
		}
		wantStale(t, s, map[quiz.Day]int64{})
		must(t, s.DeleteResult(t.Context(), ResultID(0), Now))
		must(t, s.DeleteResult(t.Context(), ResultID(0), Now))
		must(t, s.AddOutcome(t.Context(), Outcome(1)))
		must(t, s.AddOutcome(t.Context(), Outcome(1)))
		must(t, s.RemoveOutcome(t.Context(), ResultID(1)))
		must(t, s.RemoveOutcome(t.Context(), ResultID(1)))
		wantStale(t, s, map[quiz.Day]int64{today: 1, today - 1: 2})
		must(t, s.MarkStale(t.Context(), today, today-7))
		wantStale(t, s, map[quiz.Day]int64{today: 2, today - 1: 2, today - 7: 1})
	})
	t.Run("a mark made during a count outlives it", func(t *testing.T) {
		s := leased(t)
		must(t, s.MarkStale(t.Context(), today, today-1))
		must(t, s.MarkStale(t.Context(), today))
		must(t, s.KeepDay(t.Context(), "ada", today, 1, nil))
		must(t, s.KeepDay(t.Context(), "ada", today-1, 1, nil))
		wantStale(t, s, map[quiz.Day]int64{today: 2})
		must(t, s.KeepDay(t.Context(), "ada", today, 2, nil))
		wantStale(t, s, map[quiz.Day]int64{})
	})
}

func wantParts(t *testing.T, s *store.Store, part string, want ...quiz.DayPart) {
	t.Helper()
	got, err := s.DayParts(t.Context(), 1, part, 0, today)
	must(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

func wantStale(t *testing.T, s *store.Store, want map[quiz.Day]int64) {
	t.Helper()
	got, err := s.StaleDays(t.Context())
	must(t, err)
	if !maps.Equal(got, want) {
		t.Errorf("marked are %v, want %v", got, want)
	}
}

func hold(t *testing.T, s *store.Store, owner string) {
	t.Helper()
	if held, err := s.Lease(t.Context(), owner, Now, Now.Add(time.Hour)); err != nil || !held {
		t.Fatalf("%s has the lease: %t, %v", owner, held, err)
	}
}
