package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"whichpm/internal/quiz"
)

// AddResult keeps a result. The first one under an id wins: adding it again
// changes nothing and is no error. It returns quiz.ErrGone if the taker has
// deleted the result, and quiz.ErrElsewhere if another browser has finished the
// journey. What is there already may be there without a standby:
// taking its row makes the commit wait for one.
func (s *Store) AddResult(ctx context.Context, r quiz.Result) error {
	_, err := s.KeepResult(ctx, r)
	return err
}

// KeepResult is AddResult for whoever wants to know what is kept: r, or the
// result that was there before.
func (s *Store) KeepResult(ctx context.Context, r quiz.Result) (kept quiz.Result, err error) {
	if r.Origin != (quiz.ResultID{}) {
		return s.keepTakenUp(ctx, r)
	}
	err = s.writeBatched(ctx, "keep result", func(ctx context.Context, tx *sql.Tx) error {
		added, err := putResult(ctx, tx, &r)
		if kept = r; err != nil || added {
			return err
		}
		kept, err = lockStoredResult(ctx, tx, r.ID)
		if errors.Is(err, quiz.ErrGone) {
			return notElsewhere(ctx, tx, r.ID, err)
		}
		return err
	})
	return kept, err
}

func putResult(ctx context.Context, tx *sql.Tx, r *quiz.Result) (added bool, err error) {
	top := sql.NullString{String: r.Top, Valid: r.Top != ""}
	return changed(tx.ExecContext(ctx, `
		INSERT INTO results
			(id, version_id, finished_at, answers, asked, shuffle, verdict, top_role,
			probability, duration_ms, form, is_hurried)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (id) DO NOTHING`,
		r.ID[:], r.Version, r.FinishedAt.UnixMilli(), r.Answers, r.Asked, int64(r.Shuffle), string(r.Verdict), top, //nolint:gosec // all 64 bits are kept
		r.Probability, r.Duration.Milliseconds(), string(r.Form), r.Hurried))
}

// lockStoredResult returns a result that was stored before and locks its row.
func lockStoredResult(ctx context.Context, tx *sql.Tx, id quiz.ResultID) (quiz.Result, error) {
	if err := lockResult(ctx, tx, id); err != nil {
		return quiz.Result{}, err
	}
	return readResult(ctx, tx, id)
}

// lockResult locks the row of a result, so that it is not deleted meanwhile. It
// refuses as resultMustExist does.
func lockResult(ctx context.Context, tx *sql.Tx, id quiz.ResultID) error {
	live, err := changed(tx.ExecContext(ctx, `
		UPDATE results
		SET deleted_at = NULL
		WHERE id = $1
		AND deleted_at IS NULL`, id[:]))
	if err != nil || live {
		return err
	}
	return resultMustExist(ctx, tx, id)
}

// resultMustExist refuses with quiz.ErrGone for a deleted result and with
// quiz.ErrNotFound for one that never was.
func resultMustExist(ctx context.Context, tx *sql.Tx, id quiz.ResultID) error {
	var deleted sql.NullInt64
	err := tx.QueryRowContext(ctx, `
		SELECT deleted_at
		FROM results
		WHERE id = $1`, id[:]).Scan(&deleted)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return refuse(quiz.ErrNotFound)
	case err == nil && deleted.Valid:
		return refuse(quiz.ErrGone)
	}
	return err
}

// Result returns a result, quiz.ErrNotFound, or quiz.ErrGone once deleted.
func (s *Store) Result(ctx context.Context, id quiz.ResultID) (quiz.Result, error) {
	r, err := readResult(ctx, s.read, id)
	return r, s.readFailure("read result", err)
}

func readResult(ctx context.Context, db reader, id quiz.ResultID) (quiz.Result, error) {
	var row resultRow
	var deleted sql.NullInt64
	err := db.QueryRowContext(ctx, `
		SELECT id, version_id, finished_at, answers, asked, shuffle, verdict, top_role,
			probability, duration_ms, form, is_hurried, deleted_at
		FROM results
		WHERE id = $1`, id[:]).Scan(row.columns(&deleted)...)
	if err != nil {
		return quiz.Result{ID: id}, err
	}
	r := row.result()
	if r.Deleted = deleted.Valid; r.Deleted {
		return r, quiz.ErrGone
	}
	return r, nil
}

// DeleteResult wipes a result, what was said about the job, its row of open
// data, its places in groups and the names of its shares, revokes them, and has the result's day counted again. What stays
// is that the id is taken, so that its links answer "deleted". Deleting again
// is no error. It returns quiz.ErrNotFound if there was none.
func (s *Store) DeleteResult(ctx context.Context, id quiz.ResultID, now time.Time) error {
	return s.writeIdempotent(ctx, "delete result", func(ctx context.Context, tx *sql.Tx) error {
		if err := lockResult(ctx, tx, id); err != nil {
			if errors.Is(err, quiz.ErrGone) {
				return awaitStandby(ctx, tx)
			}
			return err
		}
		_, day, err := finishOf(ctx, tx, id)
		if err != nil {
			return err
		}
		if err = markDay(ctx, tx, day); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM outcomes
			WHERE result_id = $1`, id[:])
		if err != nil {
			return err
		}
		// Its group of open data is one short from now on, and goes.
		_, err = tx.ExecContext(ctx, `
			DELETE FROM open_rows
			WHERE result_id = $1`, id[:])
		if err != nil {
			return err
		}
		// What a group made of it before is one picture of all, and stays.
		_, err = tx.ExecContext(ctx, `
			DELETE FROM group_members
			WHERE result_id = $1`, id[:])
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			UPDATE results
			SET finished_at = NULL, answers = NULL, asked = NULL, shuffle = NULL,
				verdict = NULL, top_role = NULL, probability = NULL, duration_ms = NULL,
				form = NULL, is_hurried = NULL, deleted_at = $1
			WHERE id = $2`, now.UnixMilli(), id[:])
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			UPDATE shares
			SET name = '', revoked_at = COALESCE(revoked_at, $1)
			WHERE result_id = $2`, now.UnixMilli(), id[:])
		return err
	})
}

// FinishedBefore returns at most n results that were finished before a time,
// the oldest first. Deleted ones are left out.
func (s *Store) FinishedBefore(ctx context.Context, before time.Time, n int) ([]quiz.ResultID, error) {
	var list []quiz.ResultID
	//nolint:sqlclosecheck // each closes them
	rows, err := s.read.QueryContext(ctx, `
		SELECT id
		FROM results
		WHERE finished_at < $1
		ORDER BY finished_at
		LIMIT $2`, before.UnixMilli(), n)
	err = each(rows, err, func() error {
		var id []byte
		problem := rows.Scan(&id)
		list = append(list, quiz.ResultID(id))
		return problem
	})
	return list, s.readFailure("find old results", err)
}
