package storetest

import (
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func openRows(t *testing.T, seeded opener) {
	month := quiz.MonthOf(Now)
	told := func(t *testing.T, people int) *store.Store {
		t.Helper()
		s := seeded(t)
		for n := range people {
			must(t, s.AddResult(t.Context(), Result(n)))
			o := Outcome(n)
			o.Open, o.Repeat = true, n == 1
			must(t, s.AddOutcome(t.Context(), o))
		}
		held, err := s.Lease(t.Context(), "ada", Now, Now.Add(time.Hour))
		if must(t, err); !held {
			t.Fatal("the lease is not free")
		}
		return s
	}
	group := func(people int) (rows []quiz.OpenRow) {
		for n := range people {
			rows = append(rows, quiz.OpenRow{Result: ResultID(n), Version: 1, Month: month, Group: 7, People: people})
		}
		return rows
	}
	left := func(t *testing.T, s *store.Store, want ...int) {
		t.Helper()
		list, err := s.OpenRows(t.Context(), 1, 9)
		must(t, err)
		var ids, wanted []quiz.ResultID
		for _, p := range list {
			ids = append(ids, p.OpenRow.Result)
			if p.Month != month || p.Group != 7 || p.People != 3 || p.Outcome.Repeat || p.Reported.Result.ID != p.OpenRow.Result {
				t.Errorf("got %+v", p)
			}
		}
		for _, n := range want {
			wanted = append(wanted, ResultID(n))
		}
		if !sameIDs(ids, wanted) {
			t.Errorf("there are %d rows, want %v", len(ids), want)
		}
	}
	t.Run("a month is published once", func(t *testing.T) {
		s := told(t, 3)
		said, err := s.SaidIn(t.Context(), month, 9)
		must(t, err)
		if len(said) != 3 || said[0].Outcome.Repeat || !said[1].Outcome.Repeat {
			t.Errorf("it was said by %+v", said)
		}
		must(t, s.KeepOpen(t.Context(), "ada", 0, month+1, group(3)))
		wantError(t, s.KeepOpen(t.Context(), "ada", 0, month+1, group(3)), quiz.ErrStale)
		wantError(t, s.KeepOpen(t.Context(), "bob", month+1, month+2, nil), quiz.ErrStale)
		left(t, s, 0, 1, 2)
		if until, err := s.OpenUntil(t.Context()); err != nil || until != month+1 {
			t.Errorf("it is published until %s, %v", until, err)
		}
		if said, err = s.SaidIn(t.Context(), month, 9); err != nil || len(said) > 0 {
			t.Errorf("of those published %d may be again, %v", len(said), err)
		}
	})
	t.Run("the first month is that of the first who may be published", func(t *testing.T) {
		s := told(t, 3)
		first, err := s.FirstOpen(t.Context(), time.Time{})
		must(t, err)
		if !first.Equal(Outcome(0).SaidAt) {
			t.Errorf("it is %s", first)
		}
		if none, err := s.FirstOpen(t.Context(), (month + 1).Start()); err != nil || !none.IsZero() {
			t.Errorf("after it there is %s, %v", none, err)
		}
	})
	t.Run("who takes back what they said, or the result, is in no row", func(t *testing.T) {
		s := told(t, 3)
		must(t, s.KeepOpen(t.Context(), "ada", 0, month+1, group(3)))
		must(t, s.RemoveOutcome(t.Context(), ResultID(0)))
		must(t, s.DeleteResult(t.Context(), ResultID(2), Now))
		left(t, s, 1)
	})
	t.Run("who was published once and says it anew is not published again", func(t *testing.T) {
		s := told(t, 3)
		must(t, s.KeepOpen(t.Context(), "ada", 0, month+1, group(3)))
		must(t, s.RemoveOutcome(t.Context(), ResultID(0)))
		again := Outcome(0)
		again.Open, again.SaidAt = true, (month + 1).Start()
		must(t, s.AddOutcome(t.Context(), again))
		if said, err := s.SaidIn(t.Context(), month+1, 9); err != nil || len(said) > 0 {
			t.Errorf("%d may be, %v", len(said), err)
		}
	})
	t.Run("who goes while a month is published is not in it afterwards", func(t *testing.T) {
		for range 6 {
			s := told(t, 3)
			atOnce(3, func(n int) bool {
				switch n {
				case 0:
					return only(t, s.KeepOpen(t.Context(), "ada", 0, month+1, group(3)))
				case 1:
					return only(t, s.RemoveOutcome(t.Context(), ResultID(0)))
				}
				return only(t, s.DeleteResult(t.Context(), ResultID(2), Now))
			})
			left(t, s, 1)
		}
	})
	t.Run("of two who publish a month at once one does", func(t *testing.T) {
		s := told(t, 3)
		done := atOnce(6, func(int) bool {
			return only(t, s.KeepOpen(t.Context(), "ada", 0, month+1, group(3)), quiz.ErrStale)
		})
		if left(t, s, 0, 1, 2); done != 1 {
			t.Errorf("%d did", done)
		}
	})
}

// sameIDs reports whether both hold the same, in any order.
func sameIDs(a, b []quiz.ResultID) bool {
	count := map[quiz.ResultID]int{}
	for _, id := range a {
		count[id]++
	}
	for _, id := range b {
		count[id]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}
