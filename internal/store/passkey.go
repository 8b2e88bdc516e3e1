package store

import (
	"context"
	"database/sql"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// Passkeys returns those of an admin, the oldest first.
func (s *Store) Passkeys(ctx context.Context, admin string) ([]auth.Passkey, error) {
	var keys []auth.Passkey
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, admin_id, name, public_key, uses, can_back_up, is_backed_up, created_at, used_at
		FROM admin_passkeys
		WHERE admin_id = $1
		ORDER BY created_at, id`, admin)
	err = each(rows, err, func() error {
		key, problem := scanPasskey(rows)
		keys = append(keys, key)
		return problem
	})
	return keys, s.readFailure("read passkeys", err)
}

// Passkey returns a passkey and its admin, or quiz.ErrNotFound. One of a
// disabled admin is not found.
func (s *Store) Passkey(ctx context.Context, id []byte) (auth.Passkey, auth.Admin, error) {
	key, err := scanPasskey(s.read.QueryRowContext(ctx, `
		SELECT id, admin_id, name, public_key, uses, can_back_up, is_backed_up, created_at, used_at
		FROM admin_passkeys
		WHERE id = $1`, id))
	if err != nil {
		return auth.Passkey{}, auth.Admin{}, s.readFailure("read passkey", err)
	}
	a, err := s.Admin(ctx, key.Admin)
	if err == nil && a.Disabled {
		err = failure("read passkey", quiz.ErrNotFound)
	}
	if err != nil {
		return auth.Passkey{}, auth.Admin{}, err
	}
	return key, a, nil
}

// scanPasskey reads the columns every query here names.
func scanPasskey(row interface{ Scan(into ...any) error }) (auth.Passkey, error) {
	var key auth.Passkey
	var created, used sql.NullInt64
	err := row.Scan(&key.ID, &key.Admin, &key.Name, &key.Key, &key.Uses, &key.CanBackUp, &key.BackedUp, &created, &used)
	key.CreatedAt, key.UsedAt = timeOf(created), timeOf(used)
	return key, err
}

// AddPasskey keeps a passkey of an admin. It returns quiz.Problems when they
// have as many as they may or somebody has it already, and quiz.ErrStale when
// the admin is no longer as verified.
func (s *Store) AddPasskey(ctx context.Context, verified auth.Admin, key auth.Passkey, e quiz.AuditEntry) error {
	return s.write(ctx, "add passkey", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		var have int
		err := tx.QueryRowContext(ctx, `
			SELECT COUNT(*)
			FROM admin_passkeys
			WHERE admin_id = $1`, verified.ID).Scan(&have)
		if err != nil {
			return err
		}
		if have >= auth.MostPasskeys {
			return refuse(quiz.Refusal("name", "passkeys_many", "n", auth.MostPasskeys))
		}
		added, err := changed(tx.ExecContext(ctx, `
			INSERT INTO admin_passkeys
				(id, admin_id, name, public_key, uses, can_back_up, is_backed_up, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (id) DO NOTHING`,
			key.ID, verified.ID, key.Name, key.Key, key.Uses, key.CanBackUp, key.BackedUp, key.CreatedAt.UnixMilli()))
		if err != nil {
			return err
		}
		if !added {
			return refuse(quiz.Refusal("name", "passkey_taken"))
		}
		return addAudit(ctx, tx, e)
	})
}

// RemovePasskey takes a passkey away and ends the sessions of its admin but the
// one to keep, as whoever has its device may be in one. It returns
// quiz.ErrNotFound, or quiz.ErrStale as AddPasskey does.
func (s *Store) RemovePasskey(ctx context.Context, verified auth.Admin, id []byte, keep auth.Digest, e quiz.AuditEntry) error {
	return s.write(ctx, "remove passkey", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		known, err := changed(tx.ExecContext(ctx, `
			DELETE FROM admin_passkeys
			WHERE id = $1
			AND admin_id = $2`, id, verified.ID))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		return endSessions(ctx, tx, verified.ID, keep)
	})
}

// SignInWithPasskey is SignIn with a passkey, and keeps what is known of it
// after that use. It returns quiz.ErrStale too when the passkey was removed.
func (s *Store) SignInWithPasskey(ctx context.Context, n auth.Session, verified auth.Admin, used auth.Passkey, entries ...quiz.AuditEntry) error {
	return s.write(ctx, "sign in with a passkey", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		there, err := changed(tx.ExecContext(ctx, `
			UPDATE admin_passkeys
			SET uses = $1, is_backed_up = $2, used_at = $3
			WHERE id = $4
			AND admin_id = $5`, used.Uses, used.BackedUp, n.CreatedAt.UnixMilli(), used.ID, verified.ID))
		if err == nil && !there {
			return refuse(quiz.ErrStale)
		}
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			UPDATE admins
			SET signed_in_at = $1
			WHERE id = $2`, n.CreatedAt.UnixMilli(), verified.ID)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := addAudit(ctx, tx, e); err != nil {
				return err
			}
		}
		return addSession(ctx, tx, n)
	})
}

// removePasskeys takes all passkeys of an admin away, and one that is being added.
func removePasskeys(ctx context.Context, tx *sql.Tx, admin string) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM admin_passkeys
		WHERE admin_id = $1`, admin)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		DELETE FROM sign_in_challenges
		WHERE admin_id = $1`, admin)
	return err
}
