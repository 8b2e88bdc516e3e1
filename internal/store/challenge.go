package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

// AddChallenge keeps what a browser was asked to sign.
func (s *Store) AddChallenge(ctx context.Context, c auth.Challenge) error {
	return s.write(ctx, "ask for a passkey", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO sign_in_challenges
				(hash, admin_id, expires_at)
			VALUES ($1, $2, $3)`,
			c.Hash[:], sql.NullString{String: c.Admin, Valid: c.Admin != ""}, c.ExpiresAt.UnixMilli())
		return err
	})
}

// TakeChallenge uses one up, so that an answer to it counts once. It returns
// quiz.ErrNotFound for one that was used, has run out, or is somebody else's.
func (s *Store) TakeChallenge(ctx context.Context, hash auth.Digest, admin string, now time.Time) error {
	return s.write(ctx, "take a challenge", func(ctx context.Context, tx *sql.Tx) error {
		there, err := changed(tx.ExecContext(ctx, `
			DELETE FROM sign_in_challenges
			WHERE hash = $1
			AND COALESCE(admin_id, '') = $2
			AND expires_at > $3`, hash[:], admin, now.UnixMilli()))
		if err == nil && !there {
			return refuse(quiz.ErrNotFound)
		}
		return err
	})
}
