package store

import (
	"context"
	"database/sql"

	"whichpm/internal/quiz"
)

// CountSteps adds to what was counted, all or nothing.
func (s *Store) CountSteps(ctx context.Context, counts []quiz.StepCount) error {
	return s.write(ctx, "keep counts", func(ctx context.Context, tx *sql.Tx) error {
		for _, c := range counts {
			_, err := tx.ExecContext(ctx, `
				INSERT INTO step_counts
					(version_id, day, event, place, n)
				VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (version_id, day, event, place) DO UPDATE
				SET n = step_counts.n + excluded.n`,
				c.Version, int64(c.Day), string(c.Event), c.Place, c.N)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// StepTotals returns what was counted of a version from one day to another,
// both included, summed over the days: Day is 0.
func (s *Store) StepTotals(ctx context.Context, version int64, from, to quiz.Day) ([]quiz.StepCount, error) {
	var list []quiz.StepCount
	rows, err := s.read.QueryContext(ctx, `
		SELECT event, place, CAST(SUM(n) AS BIGINT)
		FROM step_counts
		WHERE version_id = $1
		AND day BETWEEN $2 AND $3
		GROUP BY event, place
		ORDER BY event, place`, version, int64(from), int64(to))
	err = each(rows, err, func() error {
		c := quiz.StepCount{Version: version}
		problem := rows.Scan(&c.Event, &c.Place, &c.N)
		list = append(list, c)
		return problem
	})
	return list, s.readFailure("read counts", err)
}
