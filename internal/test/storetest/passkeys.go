package storetest

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// Passkey makes one whose secret part nobody has.
func Passkey(n byte, a auth.Admin) auth.Passkey {
	return auth.Passkey{ID: []byte{n}, Admin: a.ID, Name: "Phone", Key: []byte{n, n}, Uses: 7, CanBackUp: true, CreatedAt: Now.Add(time.Duration(n) * time.Second)}
}

func passkeys(t *testing.T, with func(*testing.T, ...auth.Admin) *store.Store) {
	ada, ben := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Editor)
	add := func(t *testing.T, s *store.Store, a auth.Admin, n byte) error {
		t.Helper()
		return s.AddPasskey(t.Context(), a, Passkey(n, a), did(auth.ActionAddPasskey, a))
	}
	left := func(t *testing.T, s *store.Store, a auth.Admin, want ...auth.Passkey) {
		t.Helper()
		got, err := s.Passkeys(t.Context(), a.ID)
		must(t, err)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	t.Run("passkeys come back as they were added, the oldest first", func(t *testing.T) {
		s := with(t, ada, ben)
		for _, n := range []byte{2, 1} {
			must(t, add(t, s, ada, n))
		}
		must(t, add(t, s, ben, 3))
		left(t, s, ada, Passkey(1, ada), Passkey(2, ada))
		key, a, err := s.Passkey(t.Context(), []byte{3})
		must(t, err)
		if !reflect.DeepEqual(key, Passkey(3, ben)) || a.Email != ben.Email {
			t.Errorf("got %+v of %+v", key, a)
		}
		_, _, err = s.Passkey(t.Context(), []byte{4})
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("a passkey is somebody's once, and ten are the most", func(t *testing.T) {
		s := with(t, ada, ben)
		must(t, add(t, s, ada, 1))
		for _, who := range []auth.Admin{ada, ben} {
			if problems, _ := errors.AsType[quiz.Problems](add(t, s, who, 1)); problems.For("name") == "" {
				t.Errorf("%s has it as well", who.Email)
			}
		}
		added := atOnce(12, func(n int) bool {
			err := s.AddPasskey(t.Context(), ada, Passkey(byte(n+2), ada), did(auth.ActionAddPasskey, ada)) //nolint:gosec // small
			if problems, _ := errors.AsType[quiz.Problems](err); problems.For("name") != "" {
				return false
			}
			return only(t, err)
		})
		if list, err := s.Passkeys(t.Context(), ada.ID); err != nil || added != 9 || len(list) != auth.MostPasskeys {
			t.Errorf("%d more were added, %d are there: %v", added, len(list), err)
		}
	})
	t.Run("a use is kept", func(t *testing.T) {
		s := with(t, ada)
		must(t, add(t, s, ada, 1))
		used := Passkey(1, ada)
		used.Uses, used.BackedUp, used.UsedAt = 1<<32-1, true, Now
		must(t, s.SignInWithPasskey(t.Context(), sessionOf(1, ada), ada, used, did(auth.ActionSignIn, ada), did(auth.ActionPasskeyCopied, ada)))
		left(t, s, ada, used)
		_, a, err := s.Session(t.Context(), auth.Digest{1})
		must(t, err)
		if !a.SignedInAt.Equal(Now) {
			t.Errorf("got %+v", a)
		}
		onlyAudited(t, s, auth.ActionPasskeyCopied, auth.ActionSignIn, auth.ActionAddPasskey, auth.ActionAddAdmin)
	})
	t.Run("a passkey that is removed signs in no more and ends the other sessions", func(t *testing.T) {
		s := with(t, ada, ben)
		must(t, add(t, s, ada, 1))
		must(t, s.SignIn(t.Context(), sessionOf(1, ada), ada, auth.Digest{}, did(auth.ActionSignIn, ada)))
		must(t, s.SignIn(t.Context(), sessionOf(2, ada), ada, auth.Digest{}, did(auth.ActionSignIn, ada)))
		wantError(t, s.RemovePasskey(t.Context(), ben, []byte{1}, auth.Digest{}, did(auth.ActionRemovePasskey, ben)), quiz.ErrNotFound)
		must(t, s.RemovePasskey(t.Context(), ada, []byte{1}, auth.Digest{2}, did(auth.ActionRemovePasskey, ada)))
		left(t, s, ada)
		wantError(t, s.SignInWithPasskey(t.Context(), sessionOf(3, ada), ada, Passkey(1, ada), did(auth.ActionSignIn, ada)), quiz.ErrStale)
		_, _, err := s.Session(t.Context(), auth.Digest{1})
		wantError(t, err, quiz.ErrNotFound)
		_, _, err = s.Session(t.Context(), auth.Digest{2})
		must(t, err)
	})
	t.Run("those of a disabled admin are not found until they may sign in again", func(t *testing.T) {
		s := with(t, ada, ben)
		must(t, add(t, s, ben, 1))
		must(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, ben.ID, true, did(auth.ActionDisableAdmin, ben)))
		_, _, err := s.Passkey(t.Context(), []byte{1})
		wantError(t, err, quiz.ErrNotFound)
		wantError(t, s.SignInWithPasskey(t.Context(), sessionOf(3, ben), ben, Passkey(1, ben), did(auth.ActionSignIn, ben)), quiz.ErrStale)
		must(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, ben.ID, false, did(auth.ActionEnableAdmin, ben)))
		_, _, err = s.Passkey(t.Context(), []byte{1})
		must(t, err)
	})
	t.Run("a reset takes them away, and one that is being added", func(t *testing.T) {
		s := with(t, ada, ben)
		must(t, add(t, s, ada, 1))
		must(t, add(t, s, ben, 2))
		must(t, s.AddChallenge(t.Context(), auth.Challenge{Hash: auth.Digest{1}, Admin: ben.ID, ExpiresAt: Now.Add(time.Hour)}))
		must(t, s.ResetAdmin(t.Context(), auth.Admin{}, ben.ID, otherHash, true, did(auth.ActionResetAdmin, ben)))
		left(t, s, ben)
		left(t, s, ada, Passkey(1, ada))
		wantError(t, s.TakeChallenge(t.Context(), auth.Digest{1}, ben.ID, Now), quiz.ErrNotFound)
	})
	t.Run("challenges", func(t *testing.T) { challenges(t, with) })
}

func challenges(t *testing.T, with func(*testing.T, ...auth.Admin) *store.Store) {
	ada, ben := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Editor)
	ask := func(t *testing.T, s *store.Store, n byte, admin string) {
		t.Helper()
		must(t, s.AddChallenge(t.Context(), auth.Challenge{Hash: auth.Digest{n}, Admin: admin, ExpiresAt: Now.Add(auth.ChallengeFor)}))
	}
	t.Run("one that is answered ten times at once is taken once", func(t *testing.T) {
		s := with(t, ada)
		ask(t, s, 1, "")
		taken := atOnce(10, func(int) bool {
			return only(t, s.TakeChallenge(t.Context(), auth.Digest{1}, "", Now), quiz.ErrNotFound)
		})
		if taken != 1 {
			t.Errorf("it is taken %d times", taken)
		}
	})
	t.Run("one is for whom it was asked", func(t *testing.T) {
		s := with(t, ada, ben)
		ask(t, s, 1, ada.ID)
		ask(t, s, 2, "")
		wantError(t, s.TakeChallenge(t.Context(), auth.Digest{1}, "", Now), quiz.ErrNotFound)
		wantError(t, s.TakeChallenge(t.Context(), auth.Digest{1}, ben.ID, Now), quiz.ErrNotFound)
		wantError(t, s.TakeChallenge(t.Context(), auth.Digest{2}, ada.ID, Now), quiz.ErrNotFound)
		must(t, s.TakeChallenge(t.Context(), auth.Digest{1}, ada.ID, Now))
		must(t, s.TakeChallenge(t.Context(), auth.Digest{2}, "", Now))
	})
	t.Run("one runs out, and is forgotten", func(t *testing.T) {
		s := with(t, ada)
		ask(t, s, 1, "")
		end := Now.Add(auth.ChallengeFor)
		wantError(t, s.TakeChallenge(t.Context(), auth.Digest{1}, "", end), quiz.ErrNotFound)
		must(t, s.ForgetTries(t.Context(), end.Add(-time.Millisecond)))
		must(t, s.TakeChallenge(t.Context(), auth.Digest{1}, "", Now))
		ask(t, s, 2, "")
		must(t, s.ForgetTries(t.Context(), end))
		wantError(t, s.TakeChallenge(t.Context(), auth.Digest{2}, "", Now), quiz.ErrNotFound)
	})
}
