package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

// preparePostgres brings the schema up to date while every other process
// waits. There is no backup: whoever runs the server makes it.
func preparePostgres(ctx context.Context, address *pgx.ConnConfig, steps fs.FS, log *slog.Logger) (err error) {
	db := openMigrator(address)
	defer func() { err = errors.Join(err, db.Close()) }()
	unlock, err := lockSchema(ctx, db)
	if err != nil {
		return err
	}
	defer unlock()
	if _, err = claimSchema(ctx, db); err != nil {
		return err
	}
	provider, have, want, err := compare(ctx, goose.DialectPostgres, db, steps)
	if err != nil {
		return err
	}
	if have < want {
		if _, err = provider.Up(ctx); err != nil {
			return fmt.Errorf("migrate the schema from version %d to %d: %w", have, want, err)
		}
		log.InfoContext(ctx, "database migrated", "from", have, "to", want)
	}
	return keepIdentity(ctx, db)
}

// openMigrator returns two connections, for the lock and for the steps, which
// may take as long as they need.
func openMigrator(address *pgx.ConnConfig) *sql.DB {
	c := address.Copy()
	c.RuntimeParams["statement_timeout"] = "0"
	db := stdlib.OpenDB(*c)
	db.SetMaxOpenConns(2)
	return db
}

// lockSchema lets one process at a time prepare the database. It returns the
// function that lets the next one in. The lock belongs to a transaction and not
// to a session, so that it also holds behind a pooler that deals out
// transactions.
func lockSchema(ctx context.Context, db *sql.DB) (func(), error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, failure("connect", err)
	}
	unlock := func() { _ = tx.Rollback() } // nothing was written
	waiting, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	_, err = tx.ExecContext(waiting, "SET LOCAL idle_in_transaction_session_timeout = 0")
	if err == nil {
		_, err = tx.ExecContext(waiting, "SELECT pg_advisory_xact_lock($1)", int64(applicationID))
	}
	if err == nil {
		return unlock, nil
	}
	unlock()
	if waiting.Err() != nil && ctx.Err() == nil {
		return nil, errors.New("another process prepares the database: wait, or stop it")
	}
	return nil, failure("lock the schema", err)
}

// claimSchema reports whether the database has our tables, and refuses one
// that only has those of another program. A start that was cut short may have
// left the table of the migrations alone.
func claimSchema(ctx context.Context, db *sql.DB) (ours bool, err error) {
	var schema sql.NullString
	var ourTables, others int
	err = db.QueryRowContext(ctx, `
		SELECT current_schema(),
			COUNT(*) FILTER (WHERE relname IN ('quiz_versions', 'heartbeat')),
			COUNT(*) FILTER (WHERE relname <> 'goose_db_version')
		FROM pg_class c
		WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
		AND relkind IN ('r', 'p')
		AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`).
		Scan(&schema, &ourTables, &others)
	switch {
	case err != nil:
		return false, fmt.Errorf("look at the tables: %w", err)
	case !schema.Valid:
		return false, errors.New("the database has no schema to use: create the one its address names in search_path")
	case ourTables < 2 && others > 0:
		return false, errors.New("the database holds the tables of another program: give this one a database of its own, " +
			"or a schema of its own with search_path in the address")
	}
	return ourTables == 2, nil
}

var errNoQuiz = errors.New("it holds no quiz yet: check the address, or start the server on it once")
