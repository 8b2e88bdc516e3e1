package store

import (
	"context"
	"database/sql"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// AddAdmin keeps a new admin. It returns quiz.Problems when somebody has the
// address already, and quiz.ErrStale when the owner by whom it is done is no
// longer as verified. The command line, auth.Admin{}, may always.
func (s *Store) AddAdmin(ctx context.Context, by, a auth.Admin, e quiz.AuditEntry) error {
	return s.write(ctx, "add admin", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBeAllowed(ctx, tx, by); err != nil {
			return err
		}
		added, err := changed(tx.ExecContext(ctx, `
			INSERT INTO admins
				(id, email, role, password_hash, is_temporary, is_disabled, totp_step, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, 0, $7)
			ON CONFLICT (email) DO NOTHING`,
			a.ID, a.Email, string(a.Role), a.PasswordHash, a.Temporary, a.Disabled, a.CreatedAt.UnixMilli()))
		if err != nil {
			return err
		}
		if !added {
			return refuse(quiz.Refusal("email", "email_taken"))
		}
		return addAudit(ctx, tx, e)
	})
}

// SetAdminRole changes what an admin may do. It returns quiz.ErrNotFound, or
// quiz.Problems when no owner would be left, or quiz.ErrStale as AddAdmin does.
func (s *Store) SetAdminRole(ctx context.Context, by auth.Admin, id string, role auth.Role, e quiz.AuditEntry) error {
	return s.write(ctx, "change role", func(ctx context.Context, tx *sql.Tx) error {
		if role != auth.Owner {
			if err := anotherOwner(ctx, tx, id); err != nil {
				return err
			}
		}
		if err := mustStillBeAllowed(ctx, tx, by); err != nil {
			return err
		}
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET role = $1
			WHERE id = $2`, string(role), id))
		return recordChange(ctx, tx, known, err, e)
	})
}

// SetAdminDisabled lets an admin in no more, and ends their sessions, or lets
// them in again. It returns quiz.ErrNotFound, or quiz.Problems when no owner
// would be left, or quiz.ErrStale as AddAdmin does.
func (s *Store) SetAdminDisabled(ctx context.Context, by auth.Admin, id string, disabled bool, e quiz.AuditEntry) error {
	return s.write(ctx, "disable or enable admin", func(ctx context.Context, tx *sql.Tx) error {
		if disabled {
			if err := anotherOwner(ctx, tx, id); err != nil {
				return err
			}
		}
		if err := mustStillBeAllowed(ctx, tx, by); err != nil {
			return err
		}
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET is_disabled = $1
			WHERE id = $2`, disabled, id))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		return endSessions(ctx, tx, id, auth.Digest{})
	})
}

// anotherOwner refuses unless somebody else could still manage admins. It
// takes the owners' rows, so that two owners cannot remove each other at once.
func anotherOwner(ctx context.Context, tx *sql.Tx, id string) error {
	_, err := tx.ExecContext(ctx, `
		UPDATE admins
		SET role = 'owner'
		WHERE role = 'owner'`)
	if err != nil {
		return err
	}
	var others int
	err = tx.QueryRowContext(ctx, `
		SELECT COUNT(*)
		FROM admins
		WHERE role = 'owner'
		AND NOT is_disabled
		AND id <> $1`, id).Scan(&others)
	if err == nil && others == 0 {
		return refuse(quiz.Refusal("role", "owner_last"))
	}
	return err
}

// recordChange adds an audit entry for a change, or refuses with
// quiz.ErrNotFound if there was nothing to change.
func recordChange(ctx context.Context, tx *sql.Tx, known bool, err error, e quiz.AuditEntry) error {
	switch {
	case err != nil:
		return err
	case !known:
		return refuse(quiz.ErrNotFound)
	}
	return addAudit(ctx, tx, e)
}
