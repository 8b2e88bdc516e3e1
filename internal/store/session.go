package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// BeginSession keeps a session of an admin whose password was right and that
// waits for the second factor. What has ended is cleared away. It returns
// quiz.ErrStale as SignIn does.
func (s *Store) BeginSession(ctx context.Context, n auth.Session, verified auth.Admin) error {
	return s.write(ctx, "begin session", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		return addSession(ctx, tx, n)
	})
}

// SignIn keeps a session that lets its admin in. It takes the place of the one
// that waited for the second factor, if any: a token known before signing in
// is worth nothing after. It returns quiz.ErrStale when the admin is no longer
// as verified, or the session before has ended.
func (s *Store) SignIn(ctx context.Context, n auth.Session, verified auth.Admin, before auth.Digest, e quiz.AuditEntry) error {
	return s.write(ctx, "sign in", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustStillBe(ctx, tx, verified); err != nil {
			return err
		}
		if before != (auth.Digest{}) {
			if err := replaceSession(ctx, tx, before); err != nil {
				return err
			}
		}
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET signed_in_at = $1
			WHERE id = $2`, n.CreatedAt.UnixMilli(), n.Admin))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		return addSession(ctx, tx, n)
	})
}

func addSession(ctx context.Context, tx *sql.Tx, n auth.Session) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM admin_sessions
		WHERE created_at <= $1
		OR seen_at <= $2`,
		n.CreatedAt.Add(-auth.SessionFor).UnixMilli(), n.CreatedAt.Add(-auth.IdleFor).UnixMilli())
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO admin_sessions
			(hash, admin_id, needs_code, created_at, seen_at)
		VALUES ($1, $2, $3, $4, $5)`,
		n.Hash[:], n.Admin, n.NeedsCode, n.CreatedAt.UnixMilli(), n.SeenAt.UnixMilli())
	return err
}

// Session returns a session and its admin, or quiz.ErrNotFound. A disabled
// admin has none. Whether it has ended is for the caller to see.
func (s *Store) Session(ctx context.Context, hash auth.Digest) (auth.Session, auth.Admin, error) {
	n := auth.Session{Hash: hash}
	var created, seen sql.NullInt64
	err := s.read.QueryRowContext(ctx, `
		SELECT admin_id, needs_code, created_at, seen_at
		FROM admin_sessions
		WHERE hash = $1`, hash[:]).
		Scan(&n.Admin, &n.NeedsCode, &created, &seen)
	if err != nil {
		return auth.Session{}, auth.Admin{}, s.readFailure("read session", err)
	}
	n.CreatedAt, n.SeenAt = timeOf(created), timeOf(seen)
	a, err := s.Admin(ctx, n.Admin)
	if err == nil && a.Disabled {
		err = failure("read session", quiz.ErrNotFound)
	}
	if err != nil {
		return auth.Session{}, auth.Admin{}, err
	}
	return n, a, nil
}

// TouchSession notes when a session was last used. One that has ended stays
// ended.
func (s *Store) TouchSession(ctx context.Context, hash auth.Digest, now time.Time) error {
	return s.writeIdempotent(ctx, "keep session", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			UPDATE admin_sessions
			SET seen_at = $1
			WHERE hash = $2
			AND seen_at < $1`, now.UnixMilli(), hash[:])
		return err
	})
}

// EndSession signs out. Ending it again is no error.
func (s *Store) EndSession(ctx context.Context, hash auth.Digest) error {
	return s.writeIdempotent(ctx, "end session", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			DELETE FROM admin_sessions
			WHERE hash = $1`, hash[:])
		return err
	})
}

// EndSessions signs an admin out everywhere. It returns quiz.ErrNotFound.
func (s *Store) EndSessions(ctx context.Context, admin string, e quiz.AuditEntry) error {
	return s.write(ctx, "end sessions", func(ctx context.Context, tx *sql.Tx) error {
		// Takes the admin's row, so that no session is opened in between.
		known, err := changed(tx.ExecContext(ctx, `
			UPDATE admins
			SET totp_step = totp_step
			WHERE id = $1`, admin))
		if err := recordChange(ctx, tx, known, err, e); err != nil {
			return err
		}
		return endSessions(ctx, tx, admin, auth.Digest{})
	})
}

func endSessions(ctx context.Context, tx *sql.Tx, admin string, keep auth.Digest) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM admin_sessions
		WHERE admin_id = $1
		AND hash <> $2`, admin, keep[:])
	return err
}
