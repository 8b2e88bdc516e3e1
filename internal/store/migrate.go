package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"
)

// applicationID marks the file as ours: "WhPM" in its header.
const applicationID = 0x5768504d

// prepare makes the database if there was none and brings its schema up to
// date, while every other process waits. A new connection of the migrator has
// foreign keys off: with them a rebuilt table would take its children along.
func prepare(ctx context.Context, p place, steps fs.FS, log *slog.Logger) error {
	unlock, err := p.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if err = p.mustNotBeLost(); err != nil {
		return err
	}
	if !p.exists() {
		if err = p.createPrivate(string(p)); err != nil {
			return err
		}
	}
	db := migratorHandle.open(p)
	if err = errors.Join(damaged(claim(ctx, db)), db.Close()); err != nil {
		return err
	}
	db = migratorHandle.open(p)
	err = switchToLog(ctx, db)
	if err == nil {
		err = checkIntegrity(ctx, db, p)
	}
	if err == nil {
		err = migrate(ctx, db, p, steps, log)
	}
	if err == nil {
		err = keepIdentity(ctx, db)
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return p.mark()
}

// claim refuses the file of another program and names an empty one ours. The
// name comes before WAL, so that it is in the file and not only in its log.
func claim(ctx context.Context, db *sql.DB) error {
	var id, tables int64
	err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id)
	if err == nil {
		err = db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&tables)
	}
	if fault, ok := errors.AsType[sqlite3.Error](err); ok && fault.Code == sqlite3.ErrNotADB {
		return errors.New("the file is not a SQLite database: choose another path")
	}
	if fault, ok := errors.AsType[sqlite3.Error](err); ok && (fault.Code == sqlite3.ErrReadonly || fault.Code == sqlite3.ErrCantOpen) {
		return fmt.Errorf("cannot write beside the database: let this program write to its folder: %w", err) // the file itself it can
	}
	if err != nil {
		return fmt.Errorf("cannot open the file to read and write: %w", err)
	}
	switch {
	case id == applicationID:
	case id == 0 && tables == 0:
		if _, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
			return fmt.Errorf("cannot write the file: %w", err)
		}
	default:
		return errors.New("the file is the database of another program: choose another path")
	}
	return switchToLog(ctx, db)
}

// switchToLog is done by two connections, one after the other: where the
// power went in the middle of the first switch, the first connection finds a
// log beside a file that does not name it, and believes to be done.
func switchToLog(ctx context.Context, db *sql.DB) error {
	var mode string
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode); err != nil {
		return fmt.Errorf("cannot write the file: %w", err)
	}
	if mode != "wal" {
		return fmt.Errorf("SQLite has journal_mode=%s where this program needs wal", mode)
	}
	return nil
}

// compare returns the number of the database's schema and of the program's,
// and what leads from one to the other. A newer schema is refused.
func compare(ctx context.Context, dialect goose.Dialect, db *sql.DB, steps fs.FS) (p *goose.Provider, have, want int64, err error) {
	p, err = goose.NewProvider(dialect, db, steps, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, 0, 0, fmt.Errorf("read the migrations: %w", err)
	}
	have, want, err = p.GetVersions(ctx)
	if err != nil {
		return nil, 0, 0, fmt.Errorf("read the schema's version: %w", err)
	}
	if have > want {
		return nil, 0, 0, fmt.Errorf("the schema is version %d and this program knows up to %d: start the newer program, "+
			"or put the backup made before it back", have, want)
	}
	return p, have, want, nil
}

func migrate(ctx context.Context, db *sql.DB, p place, steps fs.FS, log *slog.Logger) error {
	provider, have, want, err := compare(ctx, goose.DialectSQLite3, db, steps)
	switch {
	case err != nil:
		return err
	case have == want:
		return checkReferences(ctx, db)
	case have > 0:
		if err := backUp(ctx, db, p.backup(have), p); err != nil {
			return fmt.Errorf("back up to %s before migrating: %w", p.backup(have), err)
		}
		log.InfoContext(ctx, "database backed up", "to", p.backup(have))
	}
	if _, err := db.ExecContext(ctx, "PRAGMA user_version = 1"); err != nil {
		return fmt.Errorf("announce the migration: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate the schema from version %d to %d: %w", have, want, err)
	}
	log.InfoContext(ctx, "database migrated", "from", have, "to", want)
	return checkReferences(ctx, db)
}

// checkReferences refuses a database in which a migration left a row that
// points to nothing. user_version is 1 from before a migration until this
// check has passed, so that neither a crash nor a restart skips it.
func checkReferences(ctx context.Context, db *sql.DB) error {
	var unchecked bool
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&unchecked); err != nil || !unchecked {
		return err
	}
	var table, parent string
	var row, key sql.NullInt64
	err := db.QueryRowContext(ctx, "PRAGMA foreign_key_check").Scan(&table, &row, &parent, &key)
	if err == nil {
		return fmt.Errorf("after a migration a row of %s points to a row of %s that is not there: "+
			"put the backup back and report it", table, parent)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("check the references: %w", err)
	}
	_, err = db.ExecContext(ctx, "PRAGMA user_version = 0")
	return err
}
