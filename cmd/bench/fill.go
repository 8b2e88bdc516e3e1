package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/rollup"
	"whichpm/internal/simulate"
	"whichpm/internal/store"
)

// played is how many takers are played; the other results are copies, each
// with an id of its own.
const played = 2000

// fill makes a database with about n results of the last 90 days, already
// added up, and some of them shared. It returns the paths of the shares.
func (b *bench) fill(ctx context.Context, path string, n, shares int) ([]string, error) {
	b.say("growth: a database of %s results", number(float64(n)))
	db, err := newStore(ctx, path)
	if err != nil {
		return nil, err
	}
	v, err := db.Version(ctx, 1)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("read the version: %w", err), db.Close())
	}
	finished, err := simulate.Fill(ctx, db, v, simulate.Config{Takers: min(n, played), Seed: 1}, simulate.Span{Until: time.Now(), Days: 90})
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, err
	}
	if err := multiply(ctx, path, int64(n)/max(finished, 1)-1); err != nil {
		return nil, err
	}
	paths, err := addShares(ctx, path, shares)
	if err != nil {
		return nil, err
	}
	return paths, addUp(ctx, path)
}

func multiply(ctx context.Context, path string, copies int64) error {
	raw, err := openByHand(path)
	if err != nil {
		return err
	}
	defer raw.Close() //nolint:errcheck // it has been committed
	_, err = raw.ExecContext(ctx, `
		WITH RECURSIVE copy(i) AS (SELECT 1 WHERE $1 > 0 UNION ALL SELECT i + 1 FROM copy WHERE i < $1)
		INSERT INTO results
			(id, version_id, finished_at, answers, asked, shuffle, verdict, top_role, probability, duration_ms, form, is_hurried)
		SELECT CAST(substr(id, 1, 2) || randomblob(16) AS BLOB), version_id, finished_at, answers, asked, shuffle, verdict, top_role,
			probability, duration_ms, form, is_hurried
		FROM results, copy
		ORDER BY substr(id, 1, 2)`, copies)
	if err != nil {
		return fmt.Errorf("copy results: %w", err)
	}
	return nil
}

// addShares shares results from all over the database.
func addShares(ctx context.Context, path string, n int) ([]string, error) {
	raw, err := openByHand(path)
	if err != nil {
		return nil, err
	}
	defer raw.Close() //nolint:errcheck // it has been committed
	_, err = raw.ExecContext(ctx, `
		INSERT INTO shares
			(id, result_id, scope, name, created_at)
		SELECT CAST(substr(id, 1, 2) || randomblob(16) AS BLOB), id, 'profile', 'Ada', finished_at
		FROM results
		WHERE finished_at IS NOT NULL
		ORDER BY random()
		LIMIT $1`, n)
	if err != nil {
		return nil, fmt.Errorf("share results: %w", err)
	}
	rows, err := raw.QueryContext(ctx, `SELECT id FROM shares ORDER BY random()`)
	if err != nil {
		return nil, fmt.Errorf("list shares: %w", err)
	}
	defer rows.Close() //nolint:errcheck // Err says what went wrong
	var paths []string
	for rows.Next() {
		var id []byte
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("list shares: %w", err)
		}
		paths = append(paths, "/r/"+quiz.ShareID(id).String())
	}
	return paths, rows.Err()
}

// addUp counts the days, as a server would have long done.
func addUp(ctx context.Context, path string) (err error) {
	db, err := store.Open(ctx, store.Config{Path: path})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return rollup.New(db, rollup.Config{}).Once(ctx)
}
