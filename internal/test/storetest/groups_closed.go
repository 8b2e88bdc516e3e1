package storetest

import (
	"slices"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

func groupsClosed(t *testing.T, seeded opener) {
	t.Run("closing an anonymous group makes one picture of all and forgets who they were", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Anonymous, 5)
		var ids, never []quiz.ResultID
		must(t, s.CloseGroup(t.Context(), g.ID, Now.Add(time.Hour), drawn(&ids)))
		must(t, s.CloseGroup(t.Context(), g.ID, Now.Add(2*time.Hour), drawn(&never)))
		if len(ids) != 5 || never != nil {
			t.Errorf("it was drawn of %d, and again of %d", len(ids), len(never))
		}
		want := g.Closed(Now.Add(time.Hour))
		want.Picture = "a picture"
		got, err := s.InvitedGroup(t.Context(), g.ID)
		must(t, err)
		if got != want {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
		for n := 1; n <= 5; n++ {
			list, err := s.GroupsOf(t.Context(), ResultID(n))
			must(t, err)
			if len(list) > 0 {
				t.Errorf("result %d is still in %+v", n, list)
			}
		}
		wantError(t, s.LeaveGroup(t.Context(), g.ID, ResultID(1)), quiz.ErrGroupClosed)
		wantError(t, s.JoinGroup(t.Context(), Member(g, 1), Now), quiz.ErrGroupClosed)
		must(t, s.DeleteResult(t.Context(), ResultID(1), Now))
		if got, err := s.InvitedGroup(t.Context(), g.ID); err != nil || got != want {
			t.Errorf("after a result was deleted: %+v, %v", got, err)
		}
	})
	t.Run("of too few there is no picture, and the group stays open", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Anonymous, 5)
		must(t, s.LeaveGroup(t.Context(), g.ID, ResultID(3)))
		var ids []quiz.ResultID
		wantError(t, s.CloseGroup(t.Context(), g.ID, Now, drawn(&ids)), quiz.ErrTooFew)
		if ids != nil {
			t.Errorf("it was drawn of %d", len(ids))
		}
		if enough, err := s.GroupHasEnough(t.Context(), g.ID); err != nil || enough {
			t.Errorf("four are enough: %t, %v", enough, err)
		}
		must(t, s.JoinGroup(t.Context(), Member(g, 3), Now))
		if enough, err := s.GroupHasEnough(t.Context(), g.ID); err != nil || !enough {
			t.Errorf("five are enough: %t, %v", enough, err)
		}
		must(t, s.CloseGroup(t.Context(), g.ID, Now, drawn(&ids)))
	})
	t.Run("a closed named group takes nobody and goes on showing its members", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 2)
		must(t, s.CloseGroup(t.Context(), g.ID, Now, noPicture))
		must(t, s.AddResult(t.Context(), Result(3)))
		wantError(t, s.JoinGroup(t.Context(), Member(g, 3), Now), quiz.ErrGroupClosed)
		wantError(t, s.RenewInvitation(t.Context(), g.ID, groupID(9), Now), quiz.ErrGroupClosed)
		must(t, s.LeaveGroup(t.Context(), g.ID, ResultID(1)))
		members, _, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if !slices.Equal(members, []quiz.Member{Member(g, 2)}) {
			t.Errorf("got %+v", members)
		}
	})
	t.Run("a deleted group is gone for everybody", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 2)
		_, organiser := Group(quiz.Named, 1)
		must(t, s.DeleteGroup(t.Context(), g.ID, Now))
		must(t, s.DeleteGroup(t.Context(), g.ID, Now.Add(time.Hour)))
		must(t, s.AddGroup(t.Context(), g)) // sent again
		_, err := s.InvitedGroup(t.Context(), g.ID)
		wantError(t, err, quiz.ErrGone)
		_, err = s.OrganisedGroup(t.Context(), organiser.ID())
		wantError(t, err, quiz.ErrGone)
		wantError(t, s.JoinGroup(t.Context(), Member(g, 1), Now), quiz.ErrGone)
		wantError(t, s.CloseGroup(t.Context(), g.ID, Now, noPicture), quiz.ErrGone)
		list, err := s.GroupsOf(t.Context(), ResultID(1))
		must(t, err)
		if len(list) > 0 {
			t.Errorf("the result is in %+v", list)
		}
	})
	t.Run("an owner of the site who ends a group is in the log", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 2)
		must(t, s.EndGroup(t.Context(), g.ID, entry(quiz.ActionEndGroup)))
		_, err := s.InvitedGroup(t.Context(), g.ID)
		wantError(t, err, quiz.ErrGone)
		wantError(t, s.EndGroup(t.Context(), g.ID, entry(quiz.ActionEndGroup)), quiz.ErrGone)
		list, err := s.Audit(t.Context(), quiz.AuditFilter{})
		must(t, err)
		if len(list) != 1 || list[0].Action != quiz.ActionEndGroup {
			t.Errorf("the log has %+v", list)
		}
	})
}
