package storetest

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// Group makes the nth group of a kind.
func Group(kind quiz.GroupKind, n int) (quiz.Group, quiz.Organiser) {
	f := quiz.NewGroupForm(strings.Repeat(fmt.Sprint(n), 26))
	f.Kind, f.Name = string(kind), fmt.Sprintf("Class %d", n)
	g, o, err := quiz.NewGroup(f, quiz.LeastLeast, Now)
	if err != nil {
		panic(err)
	}
	return g, o
}

// Member makes the nth result's place in a group.
func Member(g quiz.Group, n int) quiz.Member {
	m := quiz.Member{Group: g.ID, Result: ResultID(n)}
	if g.Kind == quiz.Named {
		m.Name, m.JoinedAt = fmt.Sprintf("Ada %d", n), Now.Add(time.Duration(n)*time.Second)
	}
	return m
}

func groupID(n int) quiz.GroupID {
	var random [16]byte
	binary.BigEndian.PutUint64(random[:], uint64(n)) //nolint:gosec // small
	return quiz.NewGroupID(Now, random)
}

// groupOf keeps a group whose members have the results 1 to n.
func groupOf(t *testing.T, s *store.Store, kind quiz.GroupKind, n int) quiz.Group {
	t.Helper()
	g, _ := Group(kind, 1)
	must(t, s.AddGroup(t.Context(), g))
	for i := 1; i <= n; i++ {
		must(t, s.AddResult(t.Context(), Result(i)))
		must(t, s.JoinGroup(t.Context(), Member(g, i), Now))
	}
	return g
}

func noPicture([]quiz.Result) (string, error) { return "", nil }

// drawn keeps the results it is given.
func drawn(into *[]quiz.ResultID) func([]quiz.Result) (string, error) {
	return func(results []quiz.Result) (string, error) {
		*into = nil
		for _, r := range results {
			*into = append(*into, r.ID)
		}
		return "a picture", nil
	}
}

func groups(t *testing.T, seeded opener) {
	t.Run("a group is found by its invitation and by its organiser", func(t *testing.T) {
		s := seeded(t)
		for i, kind := range []quiz.GroupKind{quiz.Anonymous, quiz.Named} {
			want, organiser := Group(kind, i)
			must(t, s.AddGroup(t.Context(), want))
			must(t, s.AddGroup(t.Context(), want))
			got, err := s.InvitedGroup(t.Context(), want.ID)
			must(t, err)
			if got != want {
				t.Errorf("got\n%+v\nwant\n%+v", got, want)
			}
			got, err = s.OrganisedGroup(t.Context(), organiser.ID())
			must(t, err)
			if got != want {
				t.Errorf("the organiser gets\n%+v\nwant\n%+v", got, want)
			}
		}
	})
	t.Run("an unknown group is not found", func(t *testing.T) {
		s := seeded(t)
		g, o := Group(quiz.Named, 1)
		_, err := s.InvitedGroup(t.Context(), g.ID)
		wantError(t, err, quiz.ErrNotFound)
		_, err = s.OrganisedGroup(t.Context(), o.ID())
		wantError(t, err, quiz.ErrNotFound)
		wantError(t, s.JoinGroup(t.Context(), Member(g, 1), Now), quiz.ErrNotFound)
		wantError(t, s.LeaveGroup(t.Context(), g.ID, ResultID(1)), quiz.ErrNotFound)
		wantError(t, s.CloseGroup(t.Context(), g.ID, Now, noPicture), quiz.ErrNotFound)
		wantError(t, s.DeleteGroup(t.Context(), g.ID, Now), quiz.ErrNotFound)
		wantError(t, s.RenewInvitation(t.Context(), g.ID, groupID(2), Now), quiz.ErrNotFound)
	})
	t.Run("a named group shows who joined, in the order in which they came", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 3)
		members, results, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if want := []quiz.Member{Member(g, 1), Member(g, 2), Member(g, 3)}; !slices.Equal(members, want) {
			t.Errorf("got %+v", members)
		}
		if want := []quiz.Result{Result(1), Result(2), Result(3)}; !slices.Equal(results, want) {
			t.Errorf("got %+v", results)
		}
		got, m, err := s.JoinedGroup(t.Context(), g.ID, ResultID(2))
		must(t, err)
		if got != g || m != Member(g, 2) {
			t.Errorf("the member gets %+v, %+v", got, m)
		}
		list, err := s.GroupsOf(t.Context(), ResultID(2))
		must(t, err)
		if !slices.Equal(list, []quiz.Group{g}) {
			t.Errorf("the result is in %+v", list)
		}
		_, _, err = s.JoinedGroup(t.Context(), g.ID, ResultID(4))
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("nobody is shown of an open anonymous group", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Anonymous, 6)
		members, _, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if len(members) > 0 {
			t.Errorf("got %+v", members)
		}
	})
	t.Run("joining twice changes nothing, and under another name is refused", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 1)
		must(t, s.JoinGroup(t.Context(), Member(g, 1), Now))
		other := Member(g, 1)
		other.Name = "Grace"
		wantError(t, s.JoinGroup(t.Context(), other, Now), quiz.ErrJoined)
		members, _, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if !slices.Equal(members, []quiz.Member{Member(g, 1)}) {
			t.Errorf("got %+v", members)
		}
	})
	t.Run("a result that is not there joins nothing", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 1)
		wantError(t, s.JoinGroup(t.Context(), Member(g, 2), Now), quiz.ErrNotFound)
		must(t, s.DeleteResult(t.Context(), ResultID(1), Now))
		wantError(t, s.JoinGroup(t.Context(), Member(g, 1), Now), quiz.ErrGone)
	})
	t.Run("a result of the same person takes the place of the one before", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 2)
		must(t, s.AddResult(t.Context(), Result(3)))
		again := Member(g, 3)
		again.Replaces = ResultID(1)
		must(t, s.JoinGroup(t.Context(), again, Now))
		again.Replaces = quiz.ResultID{}
		members, _, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if want := []quiz.Member{Member(g, 2), again}; !slices.Equal(members, want) {
			t.Errorf("got %+v", members)
		}
	})
	t.Run("whoever leaves or deletes the result is in no group any more", func(t *testing.T) {
		s := seeded(t)
		g := groupOf(t, s, quiz.Named, 3)
		must(t, s.LeaveGroup(t.Context(), g.ID, ResultID(1)))
		must(t, s.LeaveGroup(t.Context(), g.ID, ResultID(1)))
		must(t, s.DeleteResult(t.Context(), ResultID(2), Now))
		members, _, err := s.GroupMembers(t.Context(), g.ID)
		must(t, err)
		if !slices.Equal(members, []quiz.Member{Member(g, 3)}) {
			t.Errorf("got %+v", members)
		}
		for n := 1; n <= 2; n++ {
			list, err := s.GroupsOf(t.Context(), ResultID(n))
			must(t, err)
			if len(list) > 0 {
				t.Errorf("result %d is in %+v", n, list)
			}
		}
	})
}
