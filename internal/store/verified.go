package store

import (
	"context"
	"database/sql"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// still takes the row of an admin, and refuses with quiz.ErrStale unless the
// password, the second factor, the role and the state are those that were
// verified. Whatever changes one of them takes the row too, and ends sessions
// after that: so none is opened by a proof that counts no longer.
func still(ctx context.Context, tx *sql.Tx, verified auth.Admin) error {
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

// stillMay is still for what an owner does to somebody. The command line needs
// nobody's leave.
func stillMay(ctx context.Context, tx *sql.Tx, by auth.Admin) error {
	if by.ID == "" {
		return nil
	}
	return still(ctx, tx, by)
}

// replaced ends a session, or refuses with quiz.ErrStale if it has ended.
func replaced(ctx context.Context, tx *sql.Tx, session auth.Digest) error {
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
