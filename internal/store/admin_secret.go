package store

import (
	"context"
	"database/sql"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// SetAdminPassword gives an admin the password they chose and ends their
// sessions but the one to keep. It returns quiz.ErrStale when the admin is no
// longer as verified.
func (s *Store) SetAdminPassword(ctx context.Context, verified auth.Admin, hash string, keep auth.Digest, e quiz.AuditEntry) error {
	return s.write(ctx, "change password", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET password_hash = $1, is_temporary = $2
			WHERE id = $3`, hash, false, verified.ID))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		return endSessions(ctx, tx, verified.ID, keep)
	})
}

// ResetAdmin gives an admin another password, switches the second factor off,
// takes the passkeys away and ends their sessions. It returns quiz.ErrNotFound, or quiz.ErrStale as
// AddAdmin does.
func (s *Store) ResetAdmin(ctx context.Context, by auth.Admin, id, hash string, temporary bool, e quiz.AuditEntry) error {
	return s.write(ctx, "reset admin", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBeAllowed(ctx, tx, by); err != nil {
			return err
		}
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET password_hash = $1, is_temporary = $2, totp_secret = NULL
			WHERE id = $3`, hash, temporary, id))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		if err := setRecoveryCodes(ctx, tx, id, nil); err != nil {
			return err
		}
		if err := removePasskeys(ctx, tx, id); err != nil {
			return err
		}
		return endSessions(ctx, tx, id, auth.Digest{})
	})
}

// RenewPasswordHash keeps the same password under another hash, unless it was
// changed meanwhile.
func (s *Store) RenewPasswordHash(ctx context.Context, id, from, to string) error {
	return s.writeIdempotent(ctx, "renew password hash", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			UPDATE admins
			SET password_hash = $1
			WHERE id = $2
			AND password_hash = $3`, to, id, from)
		return err
	})
}

// SetSecondFactor switches the second factor on, with the step of the code
// that proved it and new recovery codes, or off with an empty secret. Sign-ins
// that wait for the factor before begin anew. It returns quiz.ErrStale when the
// admin is no longer as verified.
func (s *Store) SetSecondFactor(ctx context.Context, verified auth.Admin, secret string, step int64, codes []auth.Digest, e quiz.AuditEntry) error {
	return s.write(ctx, "set second factor", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET totp_secret = $1, totp_step = $2
			WHERE id = $3`, sql.NullString{String: secret, Valid: secret != ""}, step, verified.ID))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		if err := endWaiting(ctx, tx, verified.ID); err != nil {
			return err
		}
		return setRecoveryCodes(ctx, tx, verified.ID, codes)
	})
}

// SetRecoveryCodes replaces the recovery codes by new ones. It returns
// quiz.ErrStale when the admin is no longer as verified.
func (s *Store) SetRecoveryCodes(ctx context.Context, verified auth.Admin, codes []auth.Digest, e quiz.AuditEntry) error {
	return s.write(ctx, "set recovery codes", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		if err := addAudit(ctx, tx, e); err != nil {
			return err
		}
		return setRecoveryCodes(ctx, tx, verified.ID, codes)
	})
}

func setRecoveryCodes(ctx context.Context, tx *sql.Tx, id string, codes []auth.Digest) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM admin_recovery_codes
		WHERE admin_id = $1`, id)
	for _, code := range codes {
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO admin_recovery_codes
				(admin_id, hash)
			VALUES ($1, $2)`, id, code[:])
	}
	return err
}

// UseStep takes the step of a code, so that the code works once. It reports
// false when that step or a later one was taken before, and returns
// quiz.ErrStale when the admin is no longer as verified.
func (s *Store) UseStep(ctx context.Context, verified auth.Admin, step int64) (bool, error) {
	var taken bool
	err := s.write(ctx, "use code", func(ctx context.Context, tx *sql.Tx) (err error) {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		taken, err = changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET totp_step = $1
			WHERE id = $2
			AND totp_step < $1`, step, verified.ID))
		return err
	})
	return err == nil && taken, err
}

// UseRecoveryCode takes a recovery code, so that it works once. It reports
// false when it is not there any more, and returns quiz.ErrStale when the admin
// is no longer as verified.
func (s *Store) UseRecoveryCode(ctx context.Context, verified auth.Admin, code auth.Digest, e quiz.AuditEntry) (bool, error) {
	var taken bool
	err := s.write(ctx, "use recovery code", func(ctx context.Context, tx *sql.Tx) (err error) {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		taken, err = changed(tx.ExecContext(ctx, `
			DELETE FROM admin_recovery_codes
			WHERE admin_id = $1
			AND hash = $2`, verified.ID, code[:]))
		if err != nil || !taken {
			return err
		}
		return addAudit(ctx, tx, e)
	})
	return err == nil && taken, err
}
