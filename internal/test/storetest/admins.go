package storetest

import (
	"errors"
	"reflect"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// Admin makes an admin whose password nobody knows.
func Admin(email string, role auth.Role) auth.Admin {
	return auth.Admin{ //nolint:gosec // no password has this hash
		ID: "ID-" + email, Email: email, Role: role, CreatedAt: Now,
		PasswordHash: "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5",
	}
}

const otherHash = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$b3RoZXJvdGhlcg"

func did(action string, to auth.Admin) quiz.AuditEntry {
	return quiz.AuditEntry{At: Now, By: "mira@example.org", Action: action, Subject: to.Email}
}

func admins(t *testing.T, open func(t testing.TB) *store.Store) {
	ada, ben := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Editor)
	with := func(t *testing.T, list ...auth.Admin) *store.Store {
		t.Helper()
		s := open(t)
		for _, a := range list {
			must(t, s.AddAdmin(t.Context(), auth.Admin{}, a, did(auth.ActionAddAdmin, a)))
		}
		return s
	}
	t.Run("a new database has no admin", func(t *testing.T) {
		s := open(t)
		list, err := s.Admins(t.Context())
		must(t, err)
		if len(list) != 0 {
			t.Errorf("got %+v", list)
		}
		_, err = s.AdminByEmail(t.Context(), ada.Email)
		wantError(t, err, quiz.ErrNotFound)
	})
	t.Run("admins come back as they were added, by address", func(t *testing.T) {
		s := with(t, ben, ada)
		list, err := s.Admins(t.Context())
		must(t, err)
		if !reflect.DeepEqual(list, []auth.Admin{ada, ben}) {
			t.Errorf("got %+v", list)
		}
		got, err := s.AdminByEmail(t.Context(), ben.Email)
		must(t, err)
		same, err := s.Admin(t.Context(), ben.ID)
		must(t, err)
		if !reflect.DeepEqual(got, ben) || !reflect.DeepEqual(same, ben) {
			t.Errorf("got %+v and %+v", got, same)
		}
	})
	t.Run("an address has one admin", func(t *testing.T) {
		s := with(t, ada)
		other := ben
		other.Email = ada.Email
		err := s.AddAdmin(t.Context(), auth.Admin{}, other, did(auth.ActionAddAdmin, other))
		if problems, _ := errors.AsType[quiz.Problems](err); problems.For("email") == "" {
			t.Errorf("got %v", err)
		}
	})
	t.Run("one owner is always left who can sign in", func(t *testing.T) {
		s := with(t, ada, ben)
		lastOwner(t, s.SetAdminRole(t.Context(), auth.Admin{}, ada.ID, auth.Editor, did(auth.ActionChangeRole, ada)))
		lastOwner(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, ada.ID, true, did(auth.ActionDisableAdmin, ada)))
		must(t, s.SetAdminRole(t.Context(), auth.Admin{}, ben.ID, auth.Owner, did(auth.ActionChangeRole, ben)))
		must(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, ada.ID, true, did(auth.ActionDisableAdmin, ada)))
		lastOwner(t, s.SetAdminRole(t.Context(), auth.Admin{}, ben.ID, auth.Editor, did(auth.ActionChangeRole, ben)))
		list, err := s.Admins(t.Context())
		must(t, err)
		if !list[0].Disabled || !list[0].Owner() || list[1].Disabled || !list[1].Owner() {
			t.Errorf("got %+v", list)
		}
	})
	t.Run("what is done to nobody is not found", func(t *testing.T) {
		s := with(t, ada)
		wantError(t, s.SetAdminRole(t.Context(), auth.Admin{}, "x", auth.Owner, did("x", ben)), quiz.ErrNotFound)
		wantError(t, s.SetAdminDisabled(t.Context(), auth.Admin{}, "x", true, did("x", ben)), quiz.ErrNotFound)
		wantError(t, s.ResetAdmin(t.Context(), auth.Admin{}, "x", otherHash, true, did("x", ben)), quiz.ErrNotFound)
		wantError(t, s.EndSessions(t.Context(), "x", did("x", ben)), quiz.ErrNotFound)
		onlyAudited(t, s, auth.ActionAddAdmin)
	})
	t.Run("every change is in the audit log, and nothing that was refused", func(t *testing.T) {
		s := with(t, ada, ben)
		must(t, s.SetAdminRole(t.Context(), auth.Admin{}, ben.ID, auth.Owner, did(auth.ActionChangeRole, ben)))
		must(t, s.ResetAdmin(t.Context(), auth.Admin{}, ben.ID, otherHash, true, did(auth.ActionResetAdmin, ben)))
		_ = s.AddAdmin(t.Context(), auth.Admin{}, ada, did("add twice", ada))
		onlyAudited(t, s, auth.ActionResetAdmin, auth.ActionChangeRole, auth.ActionAddAdmin, auth.ActionAddAdmin)
	})
	t.Run("passwords", func(t *testing.T) { adminPasswords(t, with) })
	t.Run("second factor", func(t *testing.T) { secondFactor(t, with) })
	t.Run("passkeys", func(t *testing.T) { passkeys(t, with) })
	t.Run("sessions", func(t *testing.T) { sessions(t, with) })
	t.Run("verified", func(t *testing.T) { verified(t, with) })
}

func adminPasswords(t *testing.T, with func(*testing.T, ...auth.Admin) *store.Store) {
	ada := Admin("ada@example.org", auth.Owner)
	t.Run("a password changed by its owner is not temporary", func(t *testing.T) {
		s := with(t, ada)
		must(t, s.ResetAdmin(t.Context(), auth.Admin{}, ada.ID, otherHash, true, did(auth.ActionResetAdmin, ada)))
		got, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		if !got.Temporary || got.PasswordHash != otherHash {
			t.Errorf("after the reset: %+v", got)
		}
		must(t, s.SetAdminPassword(t.Context(), got, ada.PasswordHash, auth.Digest{}, did(auth.ActionChangePassword, ada)))
		got, err = s.Admin(t.Context(), ada.ID)
		must(t, err)
		if got.Temporary || got.PasswordHash != ada.PasswordHash {
			t.Errorf("after the change: %+v", got)
		}
	})
	t.Run("a hash is renewed unless the password was changed meanwhile", func(t *testing.T) {
		s := with(t, ada)
		must(t, s.RenewPasswordHash(t.Context(), ada.ID, "another", otherHash))
		got, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		if got.PasswordHash != ada.PasswordHash {
			t.Error("it was replaced")
		}
		must(t, s.RenewPasswordHash(t.Context(), ada.ID, ada.PasswordHash, otherHash))
		got, err = s.Admin(t.Context(), ada.ID)
		must(t, err)
		if got.PasswordHash != otherHash {
			t.Error("it was not renewed")
		}
	})
}

func secondFactor(t *testing.T, with func(*testing.T, ...auth.Admin) *store.Store) {
	ada := Admin("ada@example.org", auth.Owner)
	codes := []auth.Digest{{1}, {2}, {3}}
	on := func(t *testing.T) (*store.Store, auth.Admin) {
		t.Helper()
		s := with(t, ada)
		must(t, s.SetSecondFactor(t.Context(), ada, "SECRET", 7, codes, did(auth.ActionAddSecondFactor, ada)))
		a, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		return s, a
	}
	t.Run("it comes back with its recovery codes and goes with them", func(t *testing.T) {
		s, _ := on(t)
		got, err := s.AdminByEmail(t.Context(), ada.Email)
		must(t, err)
		if got.TOTPSecret != "SECRET" || got.TOTPStep != 7 || !reflect.DeepEqual(got.RecoveryHashes, codes) {
			t.Errorf("got %+v", got)
		}
		must(t, s.ResetAdmin(t.Context(), auth.Admin{}, ada.ID, otherHash, false, did(auth.ActionResetAdmin, ada)))
		got, err = s.Admin(t.Context(), ada.ID)
		must(t, err)
		if got.SecondFactor() || len(got.RecoveryHashes) > 0 {
			t.Errorf("after a reset: %+v", got)
		}
	})
	t.Run("a code's step is taken once, and none before it", func(t *testing.T) {
		s, ada := on(t)
		for _, take := range []struct {
			step int64
			want bool
		}{{7, false}, {9, true}, {9, false}, {8, false}, {10, true}} {
			taken, err := s.UseStep(t.Context(), ada, take.step)
			must(t, err)
			if taken != take.want {
				t.Errorf("step %d is taken: %t", take.step, taken)
			}
		}
	})
	t.Run("a recovery code is taken once", func(t *testing.T) {
		s, ada := on(t)
		for _, want := range []bool{true, false} {
			taken, err := s.UseRecoveryCode(t.Context(), ada, codes[1], did(auth.ActionUseRecoveryCode, ada))
			must(t, err)
			if taken != want {
				t.Errorf("it is taken: %t", taken)
			}
		}
		must(t, s.SetRecoveryCodes(t.Context(), ada, []auth.Digest{{9}}, did(auth.ActionNewRecoveryCodes, ada)))
		got, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		if !reflect.DeepEqual(got.RecoveryHashes, []auth.Digest{{9}}) {
			t.Errorf("got %v", got.RecoveryHashes)
		}
		onlyAudited(t, s, auth.ActionNewRecoveryCodes, auth.ActionUseRecoveryCode, auth.ActionAddSecondFactor, auth.ActionAddAdmin)
	})
}

func lastOwner(t *testing.T, err error) {
	t.Helper()
	if problems, _ := errors.AsType[quiz.Problems](err); problems.For("role") == "" {
		t.Errorf("got %v", err)
	}
}

// onlyAudited checks the audit log, the newest entry first.
func onlyAudited(t *testing.T, s *store.Store, actions ...string) {
	t.Helper()
	entries, err := s.Audit(t.Context(), quiz.AuditFilter{})
	must(t, err)
	var got []string
	for _, e := range entries {
		got = append(got, e.Action)
		if !e.At.Equal(Now) || e.By == "" || e.Subject == "" {
			t.Errorf("the entry is %+v", e)
		}
	}
	if !reflect.DeepEqual(got, actions) {
		t.Errorf("the audit log says %q, want %q", got, actions)
	}
}
