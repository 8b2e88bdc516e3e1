package storetest

import (
	"reflect"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func sessions(t *testing.T, with func(*testing.T, ...auth.Admin) *store.Store) {
	ada, ben := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Editor)
	session := func(n byte, a auth.Admin) auth.Session {
		return auth.Session{Hash: auth.Digest{n}, Admin: a.ID, CreatedAt: Now, SeenAt: Now}
	}
	signedIn := func(t *testing.T) *store.Store {
		t.Helper()
		s := with(t, ada, ben)
		for _, n := range []auth.Session{session(1, ada), session(2, ada), session(3, ben)} {
			a, err := s.Admin(t.Context(), n.Admin)
			must(t, err)
			must(t, s.SignIn(t.Context(), n, a, auth.Digest{}, did(auth.ActionSignIn, a)))
		}
		return s
	}
	left := func(t *testing.T, s *store.Store, want ...byte) {
		t.Helper()
		var got []byte
		for n := range byte(9) {
			_, _, err := s.Session(t.Context(), auth.Digest{n})
			if err == nil {
				got = append(got, n)
			} else {
				wantError(t, err, quiz.ErrNotFound)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("left are the sessions %v, want %v", got, want)
		}
	}
	t.Run("a session leads to its admin", func(t *testing.T) {
		s := signedIn(t)
		must(t, s.TouchSession(t.Context(), auth.Digest{1}, Now.Add(time.Minute)))
		must(t, s.TouchSession(t.Context(), auth.Digest{1}, Now))
		n, a, err := s.Session(t.Context(), auth.Digest{1})
		must(t, err)
		want := session(1, ada)
		want.SeenAt = Now.Add(time.Minute)
		if n != want || a.Email != ada.Email || !a.SignedInAt.Equal(Now) {
			t.Errorf("got %+v of %+v", n, a)
		}
	})
	t.Run("signing in takes the place of the session before", func(t *testing.T) {
		s := with(t, ada)
		waiting := session(1, ada)
		waiting.NeedsCode = true
		must(t, s.BeginSession(t.Context(), waiting, ada))
		n, _, err := s.Session(t.Context(), waiting.Hash)
		must(t, err)
		if n != waiting {
			t.Errorf("got %+v", n)
		}
		must(t, s.SignIn(t.Context(), session(2, ada), ada, waiting.Hash, did(auth.ActionSignIn, ada)))
		left(t, s, 2)
	})
	t.Run("signing out ends one, or all of an admin", func(t *testing.T) {
		s := signedIn(t)
		must(t, s.EndSession(t.Context(), auth.Digest{1}))
		must(t, s.EndSession(t.Context(), auth.Digest{1}))
		left(t, s, 2, 3)
		must(t, s.EndSessions(t.Context(), ada.ID, did(auth.ActionEndSessions, ada)))
		left(t, s, 3)
	})
	t.Run("a new password ends the other sessions", func(t *testing.T) {
		s := signedIn(t)
		must(t, s.SetAdminPassword(t.Context(), ada, otherHash, auth.Digest{2}, did(auth.ActionChangePassword, ada)))
		left(t, s, 2, 3)
		must(t, s.ResetAdmin(t.Context(), auth.Admin{}, ada.ID, otherHash, true, did(auth.ActionResetAdmin, ada)))
		left(t, s, 3)
	})
	t.Run("a disabled admin has no session and gets none", func(t *testing.T) {
		s := signedIn(t)
		must(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, ben.ID, true, did(auth.ActionDisableAdmin, ben)))
		left(t, s, 1, 2)
		wantError(t, s.SignIn(t.Context(), session(4, ben), ben, auth.Digest{}, did(auth.ActionSignIn, ben)), quiz.ErrStale)
		must(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, ben.ID, false, did(auth.ActionEnableAdmin, ben)))
		left(t, s, 1, 2)
	})
	t.Run("what has ended is cleared away", func(t *testing.T) {
		s := signedIn(t)
		later := session(4, ben)
		later.CreatedAt = Now.Add(auth.IdleFor)
		later.SeenAt = later.CreatedAt
		must(t, s.BeginSession(t.Context(), later, ben))
		left(t, s, 4)
	})
}
