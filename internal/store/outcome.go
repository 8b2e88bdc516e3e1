package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// AddOutcome keeps what a taker says about their job, for the version of
// their result. Saying the same again changes nothing. It returns
// quiz.ErrSaidBefore if something else was said, and quiz.ErrNotFound or
// quiz.ErrGone when the result is not there.
func (s *Store) AddOutcome(ctx context.Context, o quiz.Outcome) error {
	return s.writeIdempotent(ctx, "keep outcome", func(ctx context.Context, tx *sql.Tx) error {
		if err := lockResult(ctx, tx, o.Result); err != nil {
			return err
		}
		version, day, err := finishOf(ctx, tx, o.Result)
		if err != nil {
			return err
		}
		added, err := changed(tx.ExecContext(ctx, `
			INSERT INTO outcomes
				(result_id, version_id, role_key, years, suits, is_open, said_at, is_repeat)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (result_id) DO NOTHING`,
			o.Result[:], version, o.Role, o.Years, o.Suits, o.Open, o.SaidAt.UnixMilli(), o.Repeat))
		if err != nil {
			return err
		}
		if added {
			return markDay(ctx, tx, day)
		}
		return mustSayTheSame(ctx, tx, o)
	})
}

// mustSayTheSame refuses with quiz.ErrSaidBefore an outcome that differs from
// the one kept.
func mustSayTheSame(ctx context.Context, tx *sql.Tx, o quiz.Outcome) error {
	var said quiz.Outcome
	err := tx.QueryRowContext(ctx, `
		SELECT role_key, years, suits, is_open
		FROM outcomes
		WHERE result_id = $1`, o.Result[:]).
		Scan(&said.Role, &said.Years, &said.Suits, &said.Open)
	if err != nil {
		return err
	}
	said.Result, said.SaidAt, said.Repeat = o.Result, o.SaidAt, o.Repeat
	if said != o {
		return refuse(quiz.ErrSaidBefore)
	}
	return nil
}

// Outcome returns what the taker of a result said about their job, or
// quiz.ErrNotFound if they said nothing.
func (s *Store) Outcome(ctx context.Context, id quiz.ResultID) (quiz.Outcome, error) {
	o := quiz.Outcome{Result: id}
	var said int64
	err := s.read.QueryRowContext(ctx, `
		SELECT role_key, years, suits, is_open, said_at, is_repeat
		FROM outcomes
		WHERE result_id = $1`, id[:]).
		Scan(&o.Role, &o.Years, &o.Suits, &o.Open, &said, &o.Repeat)
	if err != nil {
		return quiz.Outcome{}, s.readFailure("read outcome", err)
	}
	o.SaidAt = time.UnixMilli(said).UTC()
	return o, nil
}

// RemoveOutcome forgets what was said. If nothing was, it does nothing.
func (s *Store) RemoveOutcome(ctx context.Context, id quiz.ResultID) error {
	return s.writeIdempotent(ctx, "remove outcome", func(ctx context.Context, tx *sql.Tx) error {
		removed, err := changed(tx.ExecContext(ctx, `
			DELETE FROM outcomes
			WHERE result_id = $1`, id[:]))
		if err != nil {
			return err
		}
		if !removed {
			return awaitStandby(ctx, tx)
		}
		_, day, err := finishOf(ctx, tx, id)
		if err != nil {
			return err
		}
		return markDay(ctx, tx, day)
	})
}

// Reported returns the latest n results of a version with what their takers
// said, the last said first. Those answered in a hurry are among them.
func (s *Store) Reported(ctx context.Context, version int64, n int) ([]quiz.Reported, error) {
	var list []quiz.Reported
	rows, err := s.read.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried,
			o.role_key, o.years, o.suits, o.is_open, o.said_at, o.is_repeat
		FROM outcomes o
		JOIN results r ON r.id = o.result_id
		WHERE o.version_id = $1
		ORDER BY o.said_at DESC, o.result_id DESC
		LIMIT $2`, version, n)
	err = each(rows, err, func() error {
		r, o, problem := scanReported(rows)
		if problem == nil && o != nil {
			list = append(list, quiz.Reported{Result: r, Outcome: *o})
		}
		return problem
	})
	return list, s.readFailure(fmt.Sprintf("read the last %d outcomes", n), err)
}
