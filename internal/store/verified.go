package store

import (
	"context"
	"database/sql"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// mustStillBe takes the row of an admin, and refuses with quiz.ErrStale unless the
// password, the second factor, the role and the state are those that were
// verified. Whatever changes one of them takes the row too, and ends sessions
// after that: so none is opened by a proof that counts no longer.
func mustStillBe(ctx context.Context, tx *sql.Tx, verified auth.Admin) error {
	same, err := changed(tx.ExecContext(ctx, `
		UPDATE admins
		SET totp_step = totp_step
		WHERE id = $1
		AND password_hash = $2
		AND COALESCE(totp_secret, '') = $3
		AND role = $4
		AND NOT is_disabled`, verified.ID, verified.PasswordHash, verified.TOTPSecret, string(verified.Role)))
	if err == nil && !same {
		return refuse(quiz.ErrStale)
	}
	return err
}

// mustStillBeAllowed is mustStillBe for what an owner does to another admin.
// The command line is always allowed.
func mustStillBeAllowed(ctx context.Context, tx *sql.Tx, by auth.Admin) error {
	if by.ID == "" {
		return nil
	}
	return mustStillBe(ctx, tx, by)
}

// replaceSession ends a session, or refuses with quiz.ErrStale if it has ended.
func replaceSession(ctx context.Context, tx *sql.Tx, session auth.Digest) error {
	there, err := changed(tx.ExecContext(ctx, `
		DELETE FROM admin_sessions
		WHERE hash = $1`, session[:]))
	if err == nil && !there {
		return refuse(quiz.ErrStale)
	}
	return err
}

// endWaiting ends what waits for a second factor that is no longer the one.
func endWaiting(ctx context.Context, tx *sql.Tx, admin string) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM admin_sessions
		WHERE admin_id = $1
		AND needs_code`, admin)
	return err
}
