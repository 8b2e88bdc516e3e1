package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"
)

var errNotEmpty = errors.New("the target holds a quiz already: copy to an empty database")

// claim makes the target a half-finished copy of the source, or finds that it
// is one. From here on it has no heartbeat until it is whole.
func (c *copying) claim(ctx context.Context) error {
	var origin int64
	err := c.source.db.QueryRowContext(ctx, `
		SELECT created_at
		FROM quiz_versions
		ORDER BY id
		LIMIT 1`).Scan(&origin)
	if errors.Is(err, sql.ErrNoRows) {
		return errors.New("the source holds no quiz: check what --from names")
	}
	if err != nil {
		return fmt.Errorf("read the source: %w", err)
	}
	err = c.target.transaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			CREATE TABLE IF NOT EXISTS copy_state (origin BIGINT NOT NULL, began_at BIGINT NOT NULL)`)
		if err != nil {
			return err
		}
		var begun int64
		err = tx.QueryRowContext(ctx, `
			SELECT origin
			FROM copy_state`).Scan(&begun)
		if errors.Is(err, sql.ErrNoRows) {
			return c.begin(ctx, tx, origin)
		}
		if err == nil && begun != origin {
			err = errors.New("the target is a half-finished copy of another database: copy to an empty one")
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("begin the copy: %w", err)
	}
	return nil
}

// begin marks an empty target. origin is when the source's first version was
// made, which tells one database from another.
func (c *copying) begin(ctx context.Context, tx *sql.Tx, origin int64) error {
	for _, t := range copied {
		if slices.Contains(filledFromTheStart, t.name) {
			continue
		}
		var filled bool
		if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+t.name+")").Scan(&filled); err != nil {
			return err
		}
		if filled {
			return errNotEmpty
		}
	}
	for _, name := range filledFromTheStart {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+name); err != nil { //nolint:gosec // a name of ours
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO copy_state (origin, began_at)
		VALUES ($1, $2)`, origin, time.Now().UnixMilli())
	return err
}

// seal lets servers start on the target.
func (c *copying) seal(ctx context.Context) error {
	rows, err := c.source.after(ctx, heartbeatTable, nil)
	if err != nil {
		return err
	}
	names, _ := heartbeatTable.columns()
	err = c.target.transaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO heartbeat ("+list(names)+") VALUES ("+parameters(c.target.marker, 0, len(names))+")", rows[0]...) //nolint:gosec // names of ours
		if err == nil {
			_, err = tx.ExecContext(ctx, "DROP TABLE copy_state")
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("finish the copy: %w", err)
	}
	return nil
}
