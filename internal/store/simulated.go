package store

import (
	"context"
	"database/sql"
)

// Simulated returns how many results of this database were made up to try the
// quiz out: 0 for a real one.
func (s *Store) Simulated(ctx context.Context) (int64, error) {
	var n int64
	err := s.read.QueryRowContext(ctx, `
		SELECT simulated
		FROM roll_up
		WHERE id = 1`).Scan(&n)
	return n, s.readFailure("read how many results were made up", err)
}

// AddSimulated keeps that n more results are made up, or fewer for a negative
// n. Say it before adding them, so that none of them ever looks real. As they
// are finished in the past, all days are counted again, and all months looked at
// for open data, by whoever comes next.
func (s *Store) AddSimulated(ctx context.Context, n int64) error {
	return s.write(ctx, "keep how many results are made up", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			UPDATE roll_up
			SET simulated = simulated + $1, ran_at = NULL, open_until = 0, lease_owner = '', lease_until = 0
			WHERE id = 1`, n)
		return err
	})
}

// CountResults returns how many results there are, deleted ones left out.
func (s *Store) CountResults(ctx context.Context) (int64, error) {
	var n int64
	err := s.read.QueryRowContext(ctx, `
		SELECT COUNT(*)
		FROM results
		WHERE finished_at IS NOT NULL`).Scan(&n)
	return n, s.readFailure("count the results", err)
}
