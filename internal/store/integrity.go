package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"github.com/mattn/go-sqlite3"
)

// readThrough is the size up to which a file is read through at every start,
// which takes less than a second. A larger one is left to whichpm verify.
const readThrough = 64 << 20

// checkIntegrity refuses a damaged file before anything is written to it.
func checkIntegrity(ctx context.Context, db *sql.DB, p place) error {
	info, err := os.Stat(string(p))
	if err != nil {
		return err
	}
	if info.Size() > readThrough {
		return atLength(ctx, db, p, info.Size())
	}
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return damaged(fmt.Errorf("read the file through: %w", err))
	}
	if said != "ok" {
		return damagedBy(said)
	}
	return nil
}

// atLength compares the length of the file with what its header says. While the
// log holds pages the file may still be shorter.
func atLength(ctx context.Context, db *sql.DB, p place, size int64) error {
	if log, err := os.Stat(string(p) + "-wal"); err == nil && log.Size() > 0 {
		return nil
	}
	var pages, pageSize int64
	err := db.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages)
	if err == nil {
		err = db.QueryRowContext(ctx, "PRAGMA page_size").Scan(&pageSize)
	}
	if err == nil && pages*pageSize > size {
		return damagedBy(fmt.Sprintf("it has %d bytes of %d", size, pages*pageSize))
	}
	return err
}

// damaged says so of an error of SQLite that means it.
func damaged(err error) error {
	if fault, ok := errors.AsType[sqlite3.Error](err); ok && fault.Code == sqlite3.ErrCorrupt {
		return damagedBy(fault.Error())
	}
	return err
}

func damagedBy(what string) error {
	return fmt.Errorf("the file is damaged: put a backup in its place with whichpm restore BACKUP --force (%s)", what)
}
