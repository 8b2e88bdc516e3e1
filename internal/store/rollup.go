package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/quiz"
)

// longestLease is for no lease to outlast: it was taken by a clock far ahead.
const longestLease = 24 * time.Hour

// Lease lets one owner at a time count days, until a moment, at most for a
// day. It reports whether the owner has it now: it was free, has run out, or
// was theirs. Who takes it until now gives it back.
func (s *Store) Lease(ctx context.Context, owner string, now, until time.Time) (bool, error) {
	var held bool
	err := s.writeIdempotent(ctx, "take the lease", func(ctx context.Context, tx *sql.Tx) error {
		taken, err := changed(tx.ExecContext(ctx, `
			UPDATE roll_up
			SET lease_owner = $1, lease_until = $2
			WHERE id = 1
			AND (lease_owner = $1 OR lease_until <= $3 OR lease_until > $4)`,
			owner, until.UnixMilli(), now.UnixMilli(), now.Add(longestLease).UnixMilli()))
		held = taken
		return err
	})
	if err != nil { // the write may still be under way
		return false, err
	}
	return held, nil
}

// mustHold refuses with quiz.ErrStale an owner whose lease somebody else has
// taken, and keeps it from being taken before this transaction ends.
func mustHold(ctx context.Context, tx *sql.Tx, owner string) error {
	held, err := changed(tx.ExecContext(ctx, `
		UPDATE roll_up
		SET lease_owner = $1
		WHERE id = 1
		AND lease_owner = $1`, owner))
	if err == nil && !held {
		return refuse(quiz.ErrStale)
	}
	return err
}

// RolledAt returns when the statistics were last brought up to date: the
// moment that count began, or the zero time if there was none.
func (s *Store) RolledAt(ctx context.Context) (time.Time, error) {
	var ran sql.NullInt64
	err := s.read.QueryRowContext(ctx, `
		SELECT ran_at
		FROM roll_up
		WHERE id = 1`).Scan(&ran)
	return timeOf(ran), s.readFailure("read when the statistics were made", err)
}

// KeepRun keeps when a count of all open and stale days began, once it has
// ended well. It returns quiz.ErrStale once somebody else holds the lease.
func (s *Store) KeepRun(ctx context.Context, owner string, began time.Time) error {
	return s.writeIdempotent(ctx, "keep when the statistics were made", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustHold(ctx, tx, owner); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `
			UPDATE roll_up
			SET ran_at = $1
			WHERE id = 1`, began.UnixMilli())
		return err
	})
}
