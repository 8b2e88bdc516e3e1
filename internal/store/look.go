package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
)

// openToInspect opens a database file for reading, whatever wrote it: the
// database in use, a backup, one of an older schema, in a folder where nothing
// can be written. It leaves the bytes of the file as they are.
func (p place) openToInspect(ctx context.Context, queryOnly bool) (*sql.DB, error) {
	h := p.inspectHandle()
	if queryOnly {
		h.pragmas["query_only"] = "1"
	}
	db := h.open(p)
	err := mustBeOurs(ctx, db)
	if cannotWriteBeside(err) && !h.readOnly {
		err = db.Close()
		h.readOnly, h.alone = true, true
		db = h.open(p)
		err = errors.Join(err, mustBeOurs(ctx, db))
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// inspectHandle opens the file and leaves its bytes as they are. Where there is
// a log, only a connection that cannot write leaves it alone when it closes;
// where there is none, only one that can write removes what it made.
func (p place) inspectHandle() handle {
	h := handle{
		txlock: "deferred", connections: 4,
		pragmas: map[string]string{"busy_timeout": "2000", "synchronous": "2", "foreign_keys": "1"},
	}
	if _, err := os.Stat(string(p) + "-wal"); err == nil {
		h.readOnly = true
	}
	return h
}

func (p place) mustExist() error {
	if err := p.mustNotBeLost(); err != nil {
		return err
	}
	if !p.exists() {
		return fmt.Errorf("there is no database at %s: check the path", p)
	}
	return p.checkReadable()
}

func mustBeOurs(ctx context.Context, db *sql.DB) error {
	var id, tables int64
	err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id)
	if err == nil && id == applicationID {
		err = db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&tables)
	}
	if fault, ok := errors.AsType[sqlite3.Error](err); ok && fault.Code == sqlite3.ErrNotADB {
		return errors.New("the file is not a SQLite database: choose another path")
	}
	if cannotWriteBeside(err) {
		return fmt.Errorf("cannot read the file: let this program read it, and write to its folder, "+
			"or copy it with its -wal to a folder where it may: %w", err)
	}
	if err != nil {
		return damaged(fmt.Errorf("cannot read the file: %w", err))
	}
	if id != applicationID {
		return errors.New("the file is not a database of this program: choose another path")
	}
	return nil
}

// cannotWriteBeside is SQLite's answer where it may not make the files that go
// with a log, or not open the database.
func cannotWriteBeside(err error) bool {
	fault, ok := errors.AsType[sqlite3.Error](err)
	return ok && (fault.Code == sqlite3.ErrCantOpen || fault.Code == sqlite3.ErrReadonly)
}

// schema is the number of the last migration, 0 if none is listed.
func (s *Store) schema(ctx context.Context) (int64, error) { return schemaOf(ctx, s.read) }

func schemaOf(ctx context.Context, db reader) (have int64, err error) {
	err = db.QueryRowContext(ctx, `
		SELECT COALESCE(MAX(version_id), 0)
		FROM goose_db_version`).Scan(&have)
	if noTable(err) {
		return 0, nil
	}
	return have, err
}

func noTable(err error) bool {
	if fault, ok := errors.AsType[*pgconn.PgError](err); ok {
		return fault.Code == "42P01" // undefined table
	}
	fault, ok := errors.AsType[sqlite3.Error](err)
	return ok && strings.HasPrefix(fault.Error(), "no such table")
}
