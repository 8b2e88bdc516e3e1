package storetest

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

func groupLimits(t *testing.T, seeded opener) {
	t.Run("nobody joins a full group, and whoever is in it may be replaced", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, quiz.MostNamed)
		must(t, s.AddResult(t.Context(), Result(31)))
		wantError(t, s.JoinGroup(t.Context(), Member(g, 31), Now), quiz.ErrGroupFull)
		again := Member(g, 31)
		again.Replaces = ResultID(7)
		must(t, s.JoinGroup(t.Context(), again, Now))
	})
	t.Run("nobody joins after the last day", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Anonymous, 1)
		must(t, s.AddResult(t.Context(), Result(2)))
		wantError(t, s.JoinGroup(t.Context(), Member(g, 2), g.ClosesAt), quiz.ErrGroupClosed)
		must(t, s.JoinGroup(t.Context(), Member(g, 2), g.LastDay()))
	})
	t.Run("a replaced invitation is gone, and who used it stays", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 1)
		must(t, s.RenewInvitation(t.Context(), g.ID, groupID(9), Now))
		must(t, s.RenewInvitation(t.Context(), g.ID, groupID(9), Now))
		_, err := s.InvitedGroup(t.Context(), g.ID)
		wantError(t, err, quiz.ErrGone)
		g.Invitation = groupID(9)
		got, err := s.InvitedGroup(t.Context(), groupID(9))
		must(t, err)
		if got != g {
			t.Errorf("the new one leads to %+v", got)
		}
		for _, at := range []quiz.GroupID{g.ID, groupID(9)} {
			if got, _, err := s.JoinedGroup(t.Context(), at, ResultID(1)); err != nil || got != g {
				t.Errorf("the member gets %+v, %v", got, err)
			}
		}
	})
	t.Run("an anonymous group keeps its one invitation", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Anonymous, 0)
		wantError(t, s.RenewInvitation(t.Context(), g.ID, groupID(9), Now), quiz.ErrGroupClosed)
	})
	t.Run("groups whose time is over are listed, and no others", func(t *testing.T) {
		s := seeded(t)
		anonymous := groupOf(t, s, quiz.Anonymous, 0)
		named, _ := Group(quiz.Named, 2)
		must(t, s.AddGroup(t.Context(), named))
		ending := func(at time.Time) []quiz.Group {
			list, err := s.EndingGroups(t.Context(), at, 10)
			must(t, err)
			return list
		}
		if list := ending(anonymous.LastDay()); len(list) > 0 {
			t.Errorf("got %+v", list)
		}
		if list := ending(anonymous.EndsAt); !slices.Equal(list, []quiz.Group{anonymous}) {
			t.Errorf("got %+v", list)
		}
		if list := ending(named.EndsAt); !slices.Equal(list, []quiz.Group{anonymous, named}) {
			t.Errorf("got %+v", list)
		}
		must(t, s.DeleteGroup(t.Context(), anonymous.ID, Now))
		if list := ending(named.EndsAt); !slices.Equal(list, []quiz.Group{named}) {
			t.Errorf("got %+v", list)
		}
	})
}

func groupsAtOnce(t *testing.T, seeded opener) {
	t.Run("the last place is taken once", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, quiz.MostNamed-1)
		for n := range 20 {
			must(t, s.AddResult(t.Context(), Result(100+n)))
		}
		got := atOnce(20, func(n int) bool {
			return only(t, s.JoinGroup(t.Context(), Member(g, 100+n), Now), quiz.ErrGroupFull)
		})
		members, _, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if got != 1 || len(members) != quiz.MostNamed {
			t.Errorf("%d got in, %d are in it", got, len(members))
		}
	})
	t.Run("a picture is made once, and of nobody who was told that they had left", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Anonymous, 20)
		var left sync.Map
		closed := atOnce(16, func(n int) bool {
			id := ResultID(n + 1)
			switch {
			case n < 4:
				must(t, s.CloseGroup(t.Context(), g.ID, Now, ofWhom))
				return true
			case n < 10:
				must(t, s.DeleteResult(t.Context(), id, Now)) // in time or not: nobody is promised more than that it is deleted
			case only(t, s.LeaveGroup(t.Context(), g.ID, id), quiz.ErrGroupClosed):
				left.Store(fmt.Sprintf("%x", id), true)
			}
			return false
		})
		got, err := s.InvitedGroup(t.Context(), g.ID)
		must(t, err)
		ids := strings.Fields(got.Picture)
		if closed != 4 || len(ids) < 8 {
			t.Errorf("%d closed it, the picture is of %d", closed, len(ids))
		}
		for _, id := range ids {
			if _, out := left.Load(id); out {
				t.Errorf("%s left and is in the picture", id)
			}
		}
	})
}

// ofWhom is a picture that names the results it is of.
func ofWhom(results []quiz.Result) (string, error) {
	var ids strings.Builder
	for _, r := range results {
		fmt.Fprintf(&ids, "%x ", r.ID)
	}
	return ids.String(), nil
}
