package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
)

// backUp writes a copy of the database to a file that appears only when it is
// whole and on disk, and replaces an earlier one.
func backUp(ctx context.Context, db *sql.DB, to string) error {
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := private(part); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO $1", part); err != nil {
		return err
	}
	if err := syncFile(part); err != nil {
		return err
	}
	return os.Rename(part, to)
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0) //nolint:gosec // a path of our own making
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
