package upkeep

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

func TestResultsAreRemovedOnceTheirDaysAreOver(t *testing.T) {
	s := storetest.Open(t)
	for n := range 250 { // finished on 4 March 2026
		if err := s.AddResult(t.Context(), storetest.Result(n)); err != nil {
			t.Fatal(err)
		}
	}
	share := storetest.Share(storetest.ResultID(7), 1)
	if err := s.AddShare(t.Context(), share); err != nil {
		t.Fatal(err)
	}
	r := Retention{Days: 30, Store: s, Log: slog.New(slog.DiscardHandler)}
	lastDay := time.Date(2026, 4, 3, 23, 59, 59, 0, time.UTC)
	if removed, err := r.removeBefore(t.Context(), r.oldest(lastDay)); removed != 0 || err != nil {
		t.Errorf("on the last day %d are removed, %v", removed, err)
	}
	if removed, err := r.removeBefore(t.Context(), r.oldest(lastDay.Add(time.Second))); removed != 250 || err != nil {
		t.Errorf("on the day after %d are removed, %v", removed, err)
	}
	if _, err := s.Result(t.Context(), storetest.ResultID(7)); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("its page answers %v", err)
	}
	if _, _, err := s.Share(t.Context(), share.ID); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("its link answers %v", err)
	}
}

func TestRemovingGoesOnAfterTheDatabaseWasAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		away := &away{}
		var log strings.Builder
		ctx, cancel := context.WithTimeout(t.Context(), 11*time.Minute)
		defer cancel()
		Retention{Days: 1, Store: away, Log: slog.New(slog.NewTextHandler(&log, nil))}.Run(ctx)
		if away.asked != 3 || strings.Count(log.String(), "old results are not removed") != 3 {
			t.Errorf("asked %d times, and the log says %s", away.asked, &log)
		}
	})
}

// away is a database that does not answer.
type away struct{ asked int }

func (a *away) FinishedBefore(context.Context, time.Time, int) ([]quiz.ResultID, error) {
	a.asked++
	return nil, quiz.ErrUnavailable
}

func (a *away) FirstFinish(context.Context, time.Time) (time.Time, error) {
	return time.Time{}, quiz.ErrUnavailable
}

func (a *away) DeleteResult(context.Context, quiz.ResultID, time.Time) error {
	return quiz.ErrUnavailable
}

const day = 24 * time.Hour

// site keeps results for thirty days, by a clock that the test sets.
type site struct {
	*clock

	t        *testing.T
	db       *store.Store
	log      strings.Builder
	at       time.Time // what the clock says
	up       time.Duration
	finished int
}

// newSite is a site where somebody finished on each of the last forty days.
func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, db: storetest.Open(t), at: storetest.Now}
	for n := range 40 {
		s.finish(time.Duration(n) * day)
	}
	return s
}

// finish lets somebody finish so long ago, by the clock.
func (s *site) finish(ago time.Duration) {
	s.t.Helper()
	s.finished++
	r := storetest.Result(s.finished)
	r.FinishedAt = s.at.Add(-ago)
	if err := s.db.AddResult(s.t.Context(), r); err != nil {
		s.t.Fatal(err)
	}
}

// start starts the program.
func (s *site) start() {
	s.up = 0
	s.clock = &clock{now: func() time.Time { return s.at }, ran: func() time.Duration { return s.up }, begun: s.at}
}

// pass lets time go by.
func (s *site) pass(d time.Duration) { s.at, s.up = s.at.Add(d), s.up+d }

// wantRemoved looks for old results, and how many go.
func (s *site) wantRemoved(want int) {
	s.t.Helper()
	r := Retention{Days: 30, Store: s.db, Log: slog.New(slog.NewTextHandler(&s.log, nil))}
	if got, err := r.removeOld(s.t.Context(), s.clock); got != want || err != nil {
		s.t.Errorf("at %s %d results are removed, %v, want %d", s.at, got, err, want)
	}
}

func (s *site) wantSaid(times int, what string) {
	s.t.Helper()
	if got := strings.Count(s.log.String(), what); got != times {
		s.t.Errorf("the log says %d times %q, want %d: %s", got, what, times, &s.log)
	}
}

func TestASiteInUseRemovesWhatIsOldAtItsStart(t *testing.T) {
	s := newSite(t)
	s.start()
	s.wantRemoved(9) // of forty days the last thirty are kept, and today
	s.pass(day)
	s.wantRemoved(1)
	s.wantSaid(0, "kept")
}

func TestAClockThatIsSetRemovesNothingForADay(t *testing.T) {
	for name, by := range map[string]time.Duration{"a year ahead": 365 * day, "two hours ahead": 2 * time.Hour, "a month back": -30 * day} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.start()
			s.wantRemoved(9)
			s.finish(40 * day)
			s.at = s.at.Add(by)
			for range 24 {
				s.pass(time.Hour - time.Second)
				s.wantRemoved(0)
			}
			if by > 0 {
				s.wantSaid(1, "kept for a day more")
				s.wantSaid(1, "the clock was set")
			}
			s.at = storetest.Now.Add(s.up) // right again, which is set again
			for range 24 {
				s.wantRemoved(0)
				s.pass(time.Hour)
			}
			s.pass(time.Second)
			s.wantRemoved(3) // the one of forty days ago, and two days went by
		})
	}
}

func TestAStartWithAWrongClockRemovesNothingForADay(t *testing.T) {
	s := newSite(t)
	s.at = s.at.Add(365 * day)
	s.start()
	s.wantRemoved(0)
	s.pass(23 * time.Hour)
	s.finish(22 * time.Hour) // by the wrong clock, as everything
	s.wantRemoved(0)
	s.start() // somebody tries whether that helps
	s.wantRemoved(0)
	s.wantSaid(2, "nobody finished between one and two days ago")
	s.at = s.at.Add(-365 * day)
	s.start()
	s.wantRemoved(10) // the clock is right: a day went by
}

func TestASiteWithFewVisitorsRemovesWhatIsOldAfterADay(t *testing.T) {
	s := newSite(t)
	s.at = s.at.Add(60 * day)
	s.start()
	s.wantRemoved(0)
	s.pass(day)
	s.wantRemoved(40)
	s.wantRemoved(0)
}

func TestAnEmptySiteSaysNothingAboutItsClock(t *testing.T) {
	s := &site{t: t, db: storetest.Open(t), at: storetest.Now}
	s.start()
	s.wantRemoved(0)
	s.finish(0)
	s.wantRemoved(0)
	s.wantSaid(0, "kept")
}
