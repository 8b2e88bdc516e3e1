package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/quiz"
)

// OpenUntil returns the first month that is not published in open data.
func (s *Store) OpenUntil(ctx context.Context) (quiz.Month, error) {
	var until quiz.Month
	err := s.read.QueryRowContext(ctx, `
		SELECT open_until
		FROM roll_up
		WHERE id = 1`).Scan(&until)
	return until, s.readFailure("read up to when open data is published", err)
}

// FirstOpen returns when, from a moment on, somebody first said a job that may
// be published, the zero time if nobody did.
func (s *Store) FirstOpen(ctx context.Context, from time.Time) (time.Time, error) {
	var first sql.NullInt64
	err := s.read.QueryRowContext(ctx, `
		SELECT MIN(said_at)
		FROM outcomes
		WHERE is_open
		AND said_at >= $1`, from.UnixMilli()).Scan(&first)
	return timeOf(first), s.readFailure("find the first job that may be published", err)
}

// SaidIn returns the first n results whose takers said in a month that they may
// be published, but those that were once before.
func (s *Store) SaidIn(ctx context.Context, month quiz.Month, n int) ([]quiz.Reported, error) {
	var list []quiz.Reported
	rows, err := s.read.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried,
			o.role_key, o.years, o.suits, o.is_open, o.said_at, o.is_repeat
		FROM outcomes o
		JOIN results r ON r.id = o.result_id
		WHERE o.is_open
		AND o.said_at >= $1
		AND o.said_at < $2
		AND o.result_id NOT IN (
			SELECT result_id
			FROM open_rows
		)
		ORDER BY o.said_at, o.result_id
		LIMIT $3`, month.Start().UnixMilli(), (month + 1).Start().UnixMilli(), n)
	err = each(rows, err, func() error {
		r, o, problem := scanReported(rows)
		if problem == nil && o != nil {
			list = append(list, quiz.Reported{Result: r, Outcome: *o})
		}
		return problem
	})
	return list, s.readFailure("read who may be published", err)
}

// KeepOpen publishes rows, all of one month, and with them every month from one
// until another: none of these ever gets another row. It returns quiz.ErrStale,
// and keeps nothing, once somebody else holds the lease or published them. A
// row whose taker took back what they said is left out, and its group with it.
func (s *Store) KeepOpen(ctx context.Context, owner string, from, until quiz.Month, rows []quiz.OpenRow) error {
	return s.writeIdempotent(ctx, "publish open data", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustHold(ctx, tx, owner); err != nil {
			return err
		}
		next, err := changed(tx.ExecContext(ctx, `
			UPDATE roll_up
			SET open_until = $1
			WHERE id = 1
			AND open_until = $2`, until, from))
		if err != nil {
			return err
		}
		if !next {
			return refuse(quiz.ErrStale)
		}
		// Takes the rows of all who may be in it, so that who is being deleted is not.
		_, err = tx.ExecContext(ctx, `
			UPDATE outcomes
			SET is_repeat = $1
			WHERE is_open
			AND said_at >= $2
			AND said_at < $3`, false, from.Start().UnixMilli(), until.Start().UnixMilli())
		for _, row := range rows {
			if err != nil {
				return err
			}
			_, err = tx.ExecContext(ctx, `
				INSERT INTO open_rows
					(result_id, version_id, month, group_id, people)
				SELECT result_id, version_id, $1, $2, $3
				FROM outcomes
				WHERE result_id = $4`, row.Month, row.Group, row.People, row.Result[:])
		}
		return err
	})
}

// OpenRows returns the n rows of a version's open data published last, the
// latest month first, but those whose takers took back what they said.
func (s *Store) OpenRows(ctx context.Context, version int64, n int) ([]quiz.OpenReport, error) {
	var list []quiz.OpenReport
	rows, err := s.read.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried,
			o.role_key, o.years, o.suits, o.is_open, o.said_at, o.is_repeat,
			p.month, p.group_id, p.people
		FROM (
			SELECT result_id, month, group_id, people
			FROM open_rows
			WHERE version_id = $1
			ORDER BY month DESC, group_id, result_id
			LIMIT $2
		) p
		JOIN outcomes o ON o.result_id = p.result_id
		JOIN results r ON r.id = p.result_id
		ORDER BY p.month DESC, p.group_id, p.result_id`, version, n)
	err = each(rows, err, func() error {
		p := quiz.OpenReport{OpenRow: quiz.OpenRow{Version: version}}
		r, o, problem := scanReported(rows, &p.Month, &p.Group, &p.People)
		if problem == nil && o != nil {
			p.OpenRow.Result, p.Reported = r.ID, quiz.Reported{Result: r, Outcome: *o}
			list = append(list, p)
		}
		return problem
	})
	return list, s.readFailure("read the open data", err)
}
