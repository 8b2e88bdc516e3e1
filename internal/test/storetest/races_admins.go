package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func adminsAtOnce(t *testing.T, open func(t testing.TB) *store.Store) {
	ada, ben := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Owner)
	both := func(t *testing.T) *store.Store {
		t.Helper()
		s := open(t)
		must(t, s.AddAdmin(t.Context(), auth.Admin{}, ada, did(auth.ActionAddAdmin, ada)))
		must(t, s.AddAdmin(t.Context(), auth.Admin{}, ben, did(auth.ActionAddAdmin, ben)))
		return s
	}
	t.Run("thirty sign-ins at once are all written down, one number each", func(t *testing.T) {
		s := both(t)
		in := atOnce(30, func(n int) bool {
			hash := auth.Digest{byte(n + 1)} //nolint:gosec // small
			who := []auth.Admin{ada, ben}[n%2]
			session := auth.Session{Hash: hash, Admin: who.ID, CreatedAt: Now, SeenAt: Now}
			return only(t, s.SignIn(t.Context(), session, who, auth.Digest{}, did(auth.ActionSignIn, who)))
		})
		entries, err := s.Audit(t.Context(), quiz.AuditFilter{})
		must(t, err)
		for i, e := range slices.Backward(entries) {
			if want := int64(len(entries) - i); e.ID != want {
				t.Errorf("entry %d has number %d", want, e.ID)
			}
		}
		if in != 30 || len(entries) != 32 {
			t.Errorf("%d got in and there are %d entries", in, len(entries))
		}
	})
	t.Run("two owners who disable each other at once leave one", func(t *testing.T) {
		s := both(t)
		done := atOnce(2, func(n int) bool {
			other := []auth.Admin{ada, ben}[n]
			err := s.SetAdminDisabled(t.Context(), auth.Admin{}, other.ID, true, did(auth.ActionDisableAdmin, other))
			_, refused := errors.AsType[quiz.Problems](err)
			return !refused && only(t, err)
		})
		if done != 1 {
			t.Errorf("%d owners were disabled", done)
		}
	})
	t.Run("a code used ten times at once works once", func(t *testing.T) {
		s := both(t)
		code := auth.Digest{7}
		must(t, s.SetSecondFactor(t.Context(), ada, "SECRET", 1, []auth.Digest{code}, did(auth.ActionAddSecondFactor, ada)))
		ada, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		recovered := atOnce(10, func(int) bool {
			taken, err := s.UseRecoveryCode(t.Context(), ada, code, did(auth.ActionUseRecoveryCode, ada))
			return only(t, err) && taken
		})
		stepped := atOnce(10, func(int) bool {
			taken, err := s.UseStep(t.Context(), ada, 2)
			return only(t, err) && taken
		})
		if recovered != 1 || stepped != 1 {
			t.Errorf("the recovery code worked %d times and the step %d", recovered, stepped)
		}
	})
	t.Run("recovery codes made ten times at once leave one set", func(t *testing.T) {
		s := both(t)
		atOnce(10, func(n int) bool {
			codes := []auth.Digest{{byte(n), 1}, {byte(n), 2}} //nolint:gosec // small
			return only(t, s.SetRecoveryCodes(t.Context(), ada, codes, did(auth.ActionNewRecoveryCodes, ada)))
		})
		a, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		if left := a.RecoveryHashes; len(left) != 2 || left[0][0] != left[1][0] {
			t.Errorf("left are %v", left)
		}
	})
}

func signInsAtOnce(t *testing.T, open func(t testing.TB) *store.Store) {
	ada, ben := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Owner)
	for _, change := range changes {
		t.Run("six sign-ins during "+change.name+" come before it or are refused", func(t *testing.T) {
			s := open(t)
			must(t, s.AddAdmin(t.Context(), auth.Admin{}, ada, did(auth.ActionAddAdmin, ada)))
			must(t, s.AddAdmin(t.Context(), auth.Admin{}, ben, did(auth.ActionAddAdmin, ben)))
			for range 6 {
				signInsDuring(t, s, asBefore(t, s, ada), change.make)
			}
		})
	}
}

// signInsDuring opens three sessions, and begins three that wait for a code, at
// the same time as a change of the admin.
func signInsDuring(t *testing.T, s *store.Store, a auth.Admin, change func(context.Context, *store.Store, auth.Admin) error) {
	t.Helper()
	atOnce(7, func(n int) bool {
		session := sessionOf(byte(n+1), a) //nolint:gosec // small
		switch {
		case n == 6:
			return only(t, change(t.Context(), s, a))
		case n%2 == 0:
			session.NeedsCode = true
			return only(t, s.BeginSession(t.Context(), session, a), quiz.ErrStale)
		}
		return only(t, s.SignIn(t.Context(), session, a, auth.Digest{}, did(auth.ActionSignIn, a)), quiz.ErrStale)
	})
	entries, err := s.Audit(t.Context(), quiz.AuditFilter{Limit: 1})
	must(t, err)
	last := entries[0].Action
	if last == auth.ActionSignIn {
		t.Fatal("a sign-in came after it")
	}
	endsAll := slices.Contains([]string{auth.ActionResetAdmin, auth.ActionChangePassword, auth.ActionDisableAdmin}, last)
	for n := byte(1); n <= 6; n++ {
		session, _, err := s.Session(t.Context(), auth.Digest{n})
		if err == nil && (endsAll || session.NeedsCode && last != auth.ActionChangeRole) {
			t.Fatalf("session %d is left", n)
		}
	}
}

// asBefore makes an admin who was changed as they were, with a second factor
// and without a session.
func asBefore(t *testing.T, s *store.Store, a auth.Admin) auth.Admin {
	t.Helper()
	must(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, a.ID, false, did(auth.ActionEnableAdmin, a)))
	must(t, s.SetAdminRole(t.Context(), auth.Admin{}, a.ID, a.Role, did(auth.ActionChangeRole, a)))
	must(t, s.ResetAdmin(t.Context(), auth.Admin{}, a.ID, a.PasswordHash, false, did(auth.ActionResetAdmin, a)))
	must(t, s.SetSecondFactor(t.Context(), a, "SECRET", 1, nil, did(auth.ActionAddSecondFactor, a)))
	a.TOTPSecret = "SECRET"
	return a
}
