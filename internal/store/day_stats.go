package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/quiz"
)

// DayParts returns one part of what the results of a version add up to, from
// one day to another, both included, ascending by day. Version 0 stands for
// all versions.
func (s *Store) DayParts(ctx context.Context, version int64, part string, from, to quiz.Day) ([]quiz.DayPart, error) {
	first, last := version, version
	if version == 0 {
		last = 1<<63 - 1
	}
	var list []quiz.DayPart
	rows, err := s.read.QueryContext(ctx, `
		SELECT version_id, day, form, is_hurried, sums
		FROM day_stats
		WHERE version_id BETWEEN $1 AND $2
		AND part = $3
		AND day BETWEEN $4 AND $5
		ORDER BY day, version_id, form, is_hurried`, first, last, part, int64(from), int64(to))
	err = each(rows, err, func() error {
		p := quiz.DayPart{Part: part}
		problem := rows.Scan(&p.Version, &p.Day, &p.Form, &p.Hurried, &p.Sums)
		list = append(list, p)
		return problem
	})
	return list, s.readFailure("read statistics", err)
}

// KeepDay replaces what the results of a day add up to, and clears the day's
// mark if it still has that seq; 0 stands for no mark. It returns
// quiz.ErrStale, and keeps nothing, once somebody else holds the lease.
func (s *Store) KeepDay(ctx context.Context, owner string, day quiz.Day, seq int64, parts []quiz.DayPart) error {
	return s.writeIdempotent(ctx, "keep statistics", func(ctx context.Context, tx *sql.Tx) error {
		if err := mustHold(ctx, tx, owner); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `
			DELETE FROM day_stats
			WHERE day = $1`, int64(day))
		if err != nil {
			return err
		}
		for _, p := range parts {
			_, err = tx.ExecContext(ctx, `
				INSERT INTO day_stats
					(version_id, part, day, form, is_hurried, sums)
				VALUES ($1, $2, $3, $4, $5, $6)`,
				p.Version, p.Part, int64(day), string(p.Form), p.Hurried, p.Sums)
			if err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM stale_days
			WHERE day = $1
			AND seq = $2`, int64(day), seq)
		return err
	})
}

// StaleDays returns the days to count again, each with the seq of its mark.
func (s *Store) StaleDays(ctx context.Context) (map[quiz.Day]int64, error) {
	stale := map[quiz.Day]int64{}
	//nolint:sqlclosecheck // each closes them
	rows, err := s.read.QueryContext(ctx, `
		SELECT day, seq
		FROM stale_days`)
	err = each(rows, err, func() error {
		var day quiz.Day
		var seq int64
		problem := rows.Scan(&day, &seq)
		stale[day] = seq
		return problem
	})
	return stale, s.readFailure("read the days to count again", err)
}

// MarkStale has days counted again, for a caller that adds results with a finish in the
// past.
func (s *Store) MarkStale(ctx context.Context, days ...quiz.Day) error {
	return s.write(ctx, "mark days", func(ctx context.Context, tx *sql.Tx) error {
		for _, day := range days {
			if err := markDay(ctx, tx, day); err != nil {
				return err
			}
		}
		return nil
	})
}

// finishOf returns the version of a result that was not deleted and the day on
// which it was finished.
func finishOf(ctx context.Context, tx *sql.Tx, id quiz.ResultID) (version int64, day quiz.Day, err error) {
	var finished int64
	err = tx.QueryRowContext(ctx, `
		SELECT version_id, finished_at
		FROM results
		WHERE id = $1`, id[:]).Scan(&version, &finished)
	return version, quiz.DayOf(time.UnixMilli(finished)), err
}

func markDay(ctx context.Context, tx *sql.Tx, day quiz.Day) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO stale_days
			(day, seq)
		VALUES ($1, 1)
		ON CONFLICT (day) DO UPDATE
		SET seq = stale_days.seq + 1`, int64(day))
	return err
}
