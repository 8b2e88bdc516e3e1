package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"whichpm/internal/auth"
)

// ChangeTries keeps what change makes of what is known of tries of an account,
// and of those from one address. Tries of one account wait for each other. It
// may call change again.
func (s *Store) ChangeTries(ctx context.Context, account, origin auth.Digest, change func(strangers, own auth.Tries) (auth.Tries, auth.Tries)) error {
	return s.write(ctx, "count a try", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO sign_in_tries
				(key, n, tried_at, got_in_at, expires_at)
			VALUES ($1, 0, 0, NULL, 0)
			ON CONFLICT (key) DO UPDATE
			SET n = sign_in_tries.n`, account[:]) // others wait from here on
		if err != nil {
			return err
		}
		strangers, err := triesOf(ctx, tx, account)
		if err != nil {
			return err
		}
		own, err := triesOf(ctx, tx, origin)
		if err != nil {
			return err
		}
		strangersNow, ownNow := change(strangers, own)
		if err := keepTries(ctx, tx, account, strangersNow); err != nil || ownNow == own {
			return err
		}
		return keepTries(ctx, tx, origin, ownNow)
	})
}

func triesOf(ctx context.Context, tx *sql.Tx, key auth.Digest) (t auth.Tries, err error) {
	var at, gotIn sql.NullInt64
	err = tx.QueryRowContext(ctx, `
		SELECT n, tried_at, got_in_at
		FROM sign_in_tries
		WHERE key = $1`, key[:]).Scan(&t.Count, &at, &gotIn)
	if errors.Is(err, sql.ErrNoRows) {
		return auth.Tries{}, nil
	}
	t.At, t.GotIn = timeOf(at), timeOf(gotIn)
	return t, err
}

func keepTries(ctx context.Context, tx *sql.Tx, key auth.Digest, t auth.Tries) error {
	gotIn := sql.NullInt64{Int64: t.GotIn.UnixMilli(), Valid: !t.GotIn.IsZero()}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO sign_in_tries
			(key, n, tried_at, got_in_at, expires_at)
		VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (key) DO UPDATE
		SET n = excluded.n,
			tried_at = excluded.tried_at,
			got_in_at = excluded.got_in_at,
			expires_at = excluded.expires_at`,
		key[:], t.Count, t.At.UnixMilli(), gotIn, t.Expires().UnixMilli())
	return err
}

// ForgetTries forgets tries that are worth nothing any more, counts for limits
// of windows long past, and what browsers were asked to sign and did not in time.
func (s *Store) ForgetTries(ctx context.Context, now time.Time) error {
	return s.writeIdempotent(ctx, "forget tries", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			DELETE FROM sign_in_tries
			WHERE expires_at <= $1`, now.UnixMilli())
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM sign_in_challenges
			WHERE expires_at <= $1`, now.UnixMilli())
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM limit_counts
			WHERE began_at <= $1
			OR began_at > $2`, now.Add(-2*auth.LimitWindow).UnixMilli(), now.Add(2*auth.LimitWindow).UnixMilli())
		return err
	})
}
