package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// DayResults calls fn for every result finished on a day, in no order, with
// what its taker said or nil. It reads them one by one from one moment's state
// and holds up no write. An error of fn ends it and is returned.
func (s *Store) DayResults(ctx context.Context, day quiz.Day, fn func(quiz.Result, *quiz.Outcome) error) error {
	rows, err := s.read.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried,
			o.role_key, o.years, o.suits, o.is_open, o.said_at, o.is_repeat
		FROM results r
		LEFT JOIN outcomes o ON o.result_id = r.id
		WHERE r.finished_at >= $1
		AND r.finished_at < $2`, day.Start().UnixMilli(), (day + 1).Start().UnixMilli())
	err = eachReported(rows, err, fn)
	return s.readFailure(fmt.Sprintf("read the results of day %d", day), err)
}

// FirstFinish returns when the first result since a moment was finished, the
// zero time if there is none.
func (s *Store) FirstFinish(ctx context.Context, from time.Time) (time.Time, error) {
	var first sql.NullInt64
	err := s.read.QueryRowContext(ctx, `
		SELECT MIN(finished_at)
		FROM results
		WHERE finished_at >= $1`, from.UnixMilli()).Scan(&first)
	return timeOf(first), s.readFailure("find the first result", err)
}

// eachReported calls fn with each result and what its taker said or nil.
func eachReported(rows *sql.Rows, err error, fn func(quiz.Result, *quiz.Outcome) error) error {
	return each(rows, err, func() error {
		r, o, problem := scanReported(rows)
		if problem != nil {
			return problem
		}
		return fn(r, o)
	})
}

// scanReported reads a result that was not deleted and what its taker said,
// nil if nothing. What else a row has goes where more points to.
func scanReported(rows *sql.Rows, more ...any) (quiz.Result, *quiz.Outcome, error) {
	var row resultRow
	var role sql.NullString
	var years, suits, said sql.NullInt64
	var open, repeat sql.NullBool
	err := rows.Scan(append(row.columns(&role, &years, &suits, &open, &said, &repeat), more...)...)
	if err != nil {
		return quiz.Result{}, nil, err
	}
	r := row.result()
	if !role.Valid {
		return r, nil, nil
	}
	return r, &quiz.Outcome{
		Result: r.ID, Role: role.String, Years: int(years.Int64), Suits: int(suits.Int64),
		Open: open.Bool, SaidAt: timeOf(said), Repeat: repeat.Bool,
	}, nil
}
