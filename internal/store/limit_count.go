package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/auth"
)

// AddLimitCounts adds to what all programs together have counted, all or
// nothing.
func (s *Store) AddLimitCounts(ctx context.Context, counts []auth.LimitCount) error {
	return s.write(ctx, "add to the counts for limits", func(ctx context.Context, tx *sql.Tx) error {
		for _, c := range counts {
			_, err := tx.ExecContext(ctx, `
				INSERT INTO limit_counts
					(began_at, key, n)
				VALUES ($1, $2, $3)
				ON CONFLICT (began_at, key) DO UPDATE
				SET n = limit_counts.n + excluded.n`,
				c.Began.UnixMilli(), c.Key[:], c.N)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// LimitCounts returns what all programs together have counted in the windows
// since one, where it is at least so much.
func (s *Store) LimitCounts(ctx context.Context, since time.Time, least int64) ([]auth.LimitCount, error) {
	var list []auth.LimitCount
	rows, err := s.read.QueryContext(ctx, `
		SELECT began_at, key, n
		FROM limit_counts
		WHERE began_at >= $1
		AND n >= $2
		ORDER BY began_at, key`, since.UnixMilli(), least)
	err = each(rows, err, func() error {
		var c auth.LimitCount
		var began sql.NullInt64
		var key []byte
		problem := rows.Scan(&began, &key, &c.N)
		c.Began = timeOf(began)
		copy(c.Key[:], key)
		list = append(list, c)
		return problem
	})
	return list, s.readFailure("read the counts for limits", err)
}
