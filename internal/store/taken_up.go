package store

import (
	"context"
	"database/sql"
	"errors"

	"whichpm/internal/quiz"
)

// keepTakenUp keeps the result of a journey that began in another browser. It
// takes the key under which the journey would have ended there, so that of all
// browsers that have it one ends it, and returns quiz.ErrElsewhere to the
// others, or quiz.ErrGone if what it ended in was deleted.
func (s *Store) keepTakenUp(ctx context.Context, r quiz.Result) (kept quiz.Result, err error) {
	err = s.writeIdempotent(ctx, "keep result", func(ctx context.Context, tx *sql.Tx) error {
		taken, err := changed(tx.ExecContext(ctx, `
			INSERT INTO results
				(id, version_id, deleted_at)
			VALUES ($1, $2, $3)
			ON CONFLICT (id) DO NOTHING`, r.Origin[:], r.Version, r.FinishedAt.UnixMilli()))
		if err != nil {
			return err
		}
		if !taken {
			kept, err = keptTakenUp(ctx, tx, r)
			return err
		}
		if _, err = putResult(ctx, tx, &r); err != nil {
			return err
		}
		kept = r
		_, err = tx.ExecContext(ctx, `
			INSERT INTO taken_up
				(origin, result_id)
			VALUES ($1, $2)`, r.Origin[:], r.ID[:])
		return err
	})
	return kept, err
}

// keptTakenUp is the result if it was kept before. Else it says how the journey
// ended.
func keptTakenUp(ctx context.Context, tx *sql.Tx, r quiz.Result) (quiz.Result, error) {
	ended, err := endOf(ctx, tx, r.Origin)
	switch {
	case errors.Is(err, quiz.ErrGone):
		return quiz.Result{}, refuse(err)
	case err != nil:
		return quiz.Result{}, err
	case ended != r.ID:
		return quiz.Result{}, refuse(quiz.ErrElsewhere)
	}
	return lockStoredResult(ctx, tx, r.ID)
}

// notElsewhere is quiz.ErrElsewhere if a journey was ended in another browser,
// or else what it was given.
func notElsewhere(ctx context.Context, tx *sql.Tx, origin quiz.ResultID, gone error) error {
	switch _, err := endOf(ctx, tx, origin); {
	case err == nil:
		return refuse(quiz.ErrElsewhere)
	case errors.Is(err, quiz.ErrGone):
		return gone
	default:
		return err
	}
}

// Ended returns the result a journey ended in, whichever browser finished it:
// quiz.ErrNotFound if none did, quiz.ErrGone if the result was deleted.
func (s *Store) Ended(ctx context.Context, origin quiz.ResultID) (quiz.ResultID, error) {
	id, err := endOf(ctx, s.read, origin)
	return id, s.readFailure("find the end of a journey", err)
}

func endOf(ctx context.Context, db reader, origin quiz.ResultID) (id quiz.ResultID, err error) {
	var key []byte
	var deleted sql.NullInt64
	err = db.QueryRowContext(ctx, `
		SELECT id, deleted_at
		FROM results
		WHERE id = COALESCE((
			SELECT result_id
			FROM taken_up
			WHERE origin = $1), $2)`, origin[:], origin[:]).
		Scan(&key, &deleted)
	if err != nil {
		return id, err
	}
	copy(id[:], key)
	if deleted.Valid {
		return id, quiz.ErrGone
	}
	return id, nil
}
