package upkeep

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest"
)

// group keeps a group made on the tests' day with so many members.
func (s *site) group(kind quiz.GroupKind, n, members int) quiz.Group {
	s.t.Helper()
	g, _ := storetest.Group(kind, n)
	if err := s.db.AddGroup(s.t.Context(), g); err != nil {
		s.t.Fatal(err)
	}
	for i := 1; i <= members; i++ {
		if err := s.db.JoinGroup(s.t.Context(), storetest.Member(g, i), storetest.Now); err != nil {
			s.t.Fatal(err)
		}
	}
	return g
}

func (s *site) groups() Groups {
	return Groups{Store: s.db, Draw: drawn, Log: slog.New(slog.NewTextHandler(&s.log, nil))}
}

func drawn(_ context.Context, least int) func([]quiz.Result) (string, error) {
	return func(results []quiz.Result) (string, error) {
		return fmt.Sprintf("a picture of %d, from %d on", len(results), least), nil
	}
}

// end looks for groups whose time is over.
func (s *site) end() {
	s.t.Helper()
	if err := s.groups().end(s.t.Context(), s.clock); err != nil {
		s.t.Errorf("at %s: %v", s.at, err)
	}
}

// wantGroup checks what became of a group: its picture, or why there is none.
func (s *site) wantGroup(g quiz.Group, picture string, want error) {
	s.t.Helper()
	got, err := s.db.InvitedGroup(s.t.Context(), g.ID)
	if got.Picture != picture || !errors.Is(err, want) {
		s.t.Errorf("at %s %q shows %q, %v", s.at, g.Name, got.Picture, err)
	}
}

func TestAGroupEndsWhenItsTimeIsOver(t *testing.T) {
	s := newSite(t)
	enough, few, named := s.group(quiz.Anonymous, 1, 5), s.group(quiz.Anonymous, 2, 4), s.group(quiz.Named, 3, 3)
	s.start()
	s.pass(enough.EndsAt.Sub(s.at) - time.Second)
	s.end()
	for _, g := range []quiz.Group{enough, few, named} {
		s.wantGroup(g, "", nil)
	}
	s.pass(time.Second)
	s.end()
	s.wantGroup(enough, "a picture of 5, from 5 on", nil)
	s.wantGroup(few, "", quiz.ErrGone)
	s.wantGroup(named, "", nil)
	s.wantSaid(1, "closed=1 deleted=1")
	s.pass(named.EndsAt.Sub(s.at))
	s.end()
	s.wantGroup(named, "", quiz.ErrGone)
	closed := enough.Closed(enough.EndsAt)
	s.pass(closed.EndsAt.Sub(s.at) - time.Second)
	s.end()
	s.wantGroup(enough, "a picture of 5, from 5 on", nil)
	s.pass(time.Second)
	s.end()
	s.wantGroup(enough, "", quiz.ErrGone)
}

func TestAClockThatIsSetEndsNoGroupForADay(t *testing.T) {
	s := newSite(t)
	g := s.group(quiz.Anonymous, 1, 4)
	s.start()
	s.end()
	s.at = s.at.Add(365 * day)
	for range 24 {
		s.pass(time.Hour - time.Second)
		s.end()
		s.wantGroup(g, "", nil)
	}
	s.wantSaid(1, "kept for a day more")
	s.at = storetest.Now.Add(s.up) // right again
	s.end()
	s.wantGroup(g, "", nil)
}

func TestAStartWithAWrongClockEndsNoGroup(t *testing.T) {
	s := newSite(t)
	g := s.group(quiz.Named, 1, 2)
	s.at = s.at.Add(365 * day)
	s.start()
	s.end()
	s.wantGroup(g, "", nil)
	s.wantSaid(1, "nobody finished between one and two days ago")
}

func TestAGroupThatCannotBeDrawnHoldsUpNoOther(t *testing.T) {
	s := newSite(t)
	stuck, few := s.group(quiz.Anonymous, 1, 5), s.group(quiz.Anonymous, 2, 4)
	s.start()
	s.pass(stuck.EndsAt.Sub(s.at))
	groups := s.groups()
	groups.Draw = func(context.Context, int) func([]quiz.Result) (string, error) {
		return func([]quiz.Result) (string, error) { return "", quiz.ErrUnavailable }
	}
	if err := groups.end(t.Context(), s.clock); !errors.Is(err, quiz.ErrUnavailable) {
		t.Errorf("it says %v", err)
	}
	s.wantGroup(stuck, "", nil)
	s.wantGroup(few, "", quiz.ErrGone)
	s.end()
	s.wantGroup(stuck, "a picture of 5, from 5 on", nil)
}

func TestTwoProgramsEndAGroupOnce(t *testing.T) {
	s := newSite(t)
	enough, few := s.group(quiz.Anonymous, 1, 5), s.group(quiz.Anonymous, 2, 4)
	s.pass(enough.EndsAt.Sub(s.at))
	both, err := s.db.EndingGroups(t.Context(), s.at, endingBatch)
	if err != nil || len(both) != 2 {
		t.Fatalf("there are %+v, %v", both, err)
	}
	for range 2 { // the second found them before the first had ended them
		if err := s.groups().endAll(t.Context(), both, s.at); err != nil {
			t.Error(err)
		}
	}
	s.wantGroup(enough, "a picture of 5, from 5 on", nil)
	s.wantGroup(few, "", quiz.ErrGone)
}

func TestEndingGoesOnAfterTheDatabaseWasAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db := &noGroups{}
		var log strings.Builder
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute+time.Second)
		defer cancel()
		Groups{Store: db, Draw: drawn, Log: slog.New(slog.NewTextHandler(&log, nil))}.Run(ctx)
		if db.asked != 6 || strings.Count(log.String(), "groups are not ended") != 1 {
			t.Errorf("asked %d times, and the log says %s", db.asked, &log)
		}
	})
}

// noGroups is a database that does not answer.
type noGroups struct {
	away

	asked int
}

func (n *noGroups) EndingGroups(context.Context, time.Time, int) ([]quiz.Group, error) {
	n.asked++
	return nil, quiz.ErrUnavailable
}

func (n *noGroups) CloseGroup(context.Context, quiz.GroupID, time.Time, func([]quiz.Result) (string, error)) error {
	return quiz.ErrUnavailable
}

func (n *noGroups) DeleteGroup(context.Context, quiz.GroupID, time.Time) error {
	return quiz.ErrUnavailable
}
