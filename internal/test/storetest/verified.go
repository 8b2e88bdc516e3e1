package storetest

import (
	"context"
	"slices"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// changes end what was verified of an admin. Those but the last three end every
// session too.
var changes = []struct {
	name string
	make func(ctx context.Context, s *store.Store, a auth.Admin) error
}{
	{"a reset", func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.ResetAdmin(ctx, auth.Admin{}, a.ID, otherHash, true, did(auth.ActionResetAdmin, a))
	}},
	{"a change of the password", func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetAdminPassword(ctx, a, otherHash, auth.Digest{}, did(auth.ActionChangePassword, a))
	}},
	{"a disabling", func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetAdminDisabled(ctx, auth.Admin{}, a.ID, true, did(auth.ActionDisableAdmin, a))
	}},
	{"another second factor", func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetSecondFactor(ctx, a, "ANOTHER", 9, nil, did(auth.ActionAddSecondFactor, a))
	}},
	{"the end of the second factor", func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetSecondFactor(ctx, a, "", 0, nil, did(auth.ActionRemoveSecondFactor, a))
	}},
	{"another role", func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetAdminRole(ctx, auth.Admin{}, a.ID, auth.Editor, did(auth.ActionChangeRole, a))
	}},
}

// follows are what an admin does after something was verified.
var follows = map[string]func(ctx context.Context, s *store.Store, a auth.Admin) error{
	"signing in": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SignIn(ctx, sessionOf(8, a), a, auth.Digest{}, did(auth.ActionSignIn, a))
	},
	"waiting for a code": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.BeginSession(ctx, sessionOf(8, a), a)
	},
	"using a code": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		_, err := s.UseStep(ctx, a, 20)
		return err
	},
	"using a recovery code": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		_, err := s.UseRecoveryCode(ctx, a, auth.Digest{1}, did(auth.ActionUseRecoveryCode, a))
		return err
	},
	"choosing a password": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetAdminPassword(ctx, a, otherHash+"A", auth.Digest{}, did(auth.ActionChangePassword, a))
	},
	"setting up a second factor": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetSecondFactor(ctx, a, "THEIRS", 3, nil, did(auth.ActionAddSecondFactor, a))
	},
	"adding a passkey": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.AddPasskey(ctx, a, Passkey(2, a), did(auth.ActionAddPasskey, a))
	},
	"removing a passkey": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.RemovePasskey(ctx, a, []byte{1}, auth.Digest{}, did(auth.ActionRemovePasskey, a))
	},
	"signing in with a passkey": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SignInWithPasskey(ctx, sessionOf(8, a), a, Passkey(1, a), did(auth.ActionSignIn, a))
	},
	"making recovery codes": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetRecoveryCodes(ctx, a, []auth.Digest{{7}}, did(auth.ActionNewRecoveryCodes, a))
	},
	"adding an admin": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		eve := Admin("eve@example.org", auth.Owner)
		return s.AddAdmin(ctx, a, eve, did(auth.ActionAddAdmin, eve))
	},
	"resetting somebody": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.ResetAdmin(ctx, a, "ID-ben@example.org", otherHash, true, did(auth.ActionResetAdmin, a))
	},
	"changing a role": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetAdminRole(ctx, a, "ID-ben@example.org", auth.Owner, did(auth.ActionChangeRole, a))
	},
	"disabling somebody": func(ctx context.Context, s *store.Store, a auth.Admin) error {
		return s.SetAdminDisabled(ctx, a, "ID-cem@example.org", true, did(auth.ActionDisableAdmin, a))
	},
}

func sessionOf(n byte, a auth.Admin) auth.Session {
	return auth.Session{Hash: auth.Digest{n}, Admin: a.ID, CreatedAt: Now, SeenAt: Now}
}

// verified tries what an admin does between being verified and being let in.
func verified(t *testing.T, with func(*testing.T, ...auth.Admin) *store.Store) {
	ada, ben, cem := Admin("ada@example.org", auth.Owner), Admin("ben@example.org", auth.Owner), Admin("cem@example.org", auth.Editor)
	ready := func(t *testing.T) (*store.Store, auth.Admin) {
		t.Helper()
		s := with(t, ada, ben, cem)
		must(t, s.SetSecondFactor(t.Context(), ada, "SECRET", 1, []auth.Digest{{1}}, did(auth.ActionAddSecondFactor, ada)))
		a, err := s.Admin(t.Context(), ada.ID)
		must(t, err)
		must(t, s.AddPasskey(t.Context(), a, Passkey(1, a), did(auth.ActionAddPasskey, a)))
		return s, a
	}
	for _, change := range changes {
		t.Run("nothing that was verified before "+change.name+" counts after it", func(t *testing.T) {
			s, a := ready(t)
			must(t, change.make(t.Context(), s, a))
			before, err := s.Admins(t.Context())
			must(t, err)
			entries, err := s.Audit(t.Context(), quiz.AuditFilter{})
			must(t, err)
			for name, follow := range follows {
				if err := follow(t.Context(), s, a); !only(t, err, quiz.ErrStale) {
					continue
				}
				t.Errorf("%s is done", name)
			}
			after, err := s.Admins(t.Context())
			must(t, err)
			now, err := s.Audit(t.Context(), quiz.AuditFilter{})
			must(t, err)
			if len(now) != len(entries) || !slices.EqualFunc(before, after, same) {
				t.Errorf("something was kept: %+v became %+v", before, after)
			}
		})
	}
	for name, follow := range follows {
		t.Run("as long as nothing changes, "+name+" is done", func(t *testing.T) {
			s, a := ready(t)
			must(t, follow(t.Context(), s, a))
		})
	}
	t.Run("a session that waited and was ended lets nobody in", func(t *testing.T) {
		s, a := ready(t)
		waiting := sessionOf(1, a)
		waiting.NeedsCode = true
		must(t, s.BeginSession(t.Context(), waiting, a))
		must(t, s.EndSessions(t.Context(), a.ID, did(auth.ActionEndSessions, a)))
		wantError(t, s.SignIn(t.Context(), sessionOf(2, a), a, waiting.Hash, did(auth.ActionSignIn, a)), quiz.ErrStale)
	})
	t.Run("a session that waits for a factor ends with it", func(t *testing.T) {
		s, a := ready(t)
		waiting := sessionOf(1, a)
		waiting.NeedsCode = true
		must(t, s.BeginSession(t.Context(), waiting, a))
		must(t, s.SignIn(t.Context(), sessionOf(2, a), a, auth.Digest{}, did(auth.ActionSignIn, a)))
		must(t, s.SetSecondFactor(t.Context(), a, "", 0, nil, did(auth.ActionRemoveSecondFactor, a)))
		_, _, err := s.Session(t.Context(), waiting.Hash)
		wantError(t, err, quiz.ErrNotFound)
		_, _, err = s.Session(t.Context(), auth.Digest{2})
		must(t, err)
	})
}

// same reports whether nothing of an admin was changed.
func same(a, b auth.Admin) bool {
	return a.Email == b.Email && a.PasswordHash == b.PasswordHash && a.TOTPSecret == b.TOTPSecret && a.TOTPStep == b.TOTPStep &&
		a.Role == b.Role && a.Disabled == b.Disabled
}
