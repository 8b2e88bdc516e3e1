package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"
)

// migrationsTable is goose's own and litestream what its name begins with of a
// program that may follow the log.
const (
	migrationsTable = "goose_db_version"
	litestream      = "_litestream_"
)

// shapeOfFile reads what a SQLite database is made of. What SQLite makes by
// itself has no statement or a name of its own.
func shapeOfFile(ctx context.Context, db reader) (shape, error) {
	found := shape{}
	//nolint:sqlclosecheck // each closes them
	rows, err := db.QueryContext(ctx, `
		SELECT type, name, tbl_name, sql
		FROM sqlite_schema
		WHERE sql IS NOT NULL`)
	err = each(rows, err, func() error {
		var kind, name, table, statement string
		if err := rows.Scan(&kind, &name, &table, &statement); err != nil {
			return err
		}
		switch {
		case kind == "table" && (strings.HasPrefix(name, "sqlite_") || strings.HasPrefix(name, litestream) || name == migrationsTable):
		case kind == "table":
			found["the table "+name] = partsOf(statement)
		case kind == "view":
			found["the view "+name] = []string{plainSQL(statement)}
		default:
			found[fmt.Sprintf("the %s %s on %s", kind, name, table)] = []string{plainSQL(statement)}
		}
		return nil
	})
	return found, err
}

// shapeOfSteps is what the steps up to a number make, tried in memory.
func shapeOfSteps(ctx context.Context, steps fs.FS, until int64) (found shape, err error) {
	db := sql.OpenDB(connector{driver: &sqlite3.SQLiteDriver{}, dsn: ":memory:"})
	db.SetMaxOpenConns(1) // each has a memory of its own
	defer func() { err = errors.Join(err, db.Close()) }()
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, steps, goose.WithDisableGlobalRegistry(true))
	if err == nil {
		_, err = provider.UpTo(ctx, until)
	}
	if err != nil {
		return nil, fmt.Errorf("make the tables in memory: %w", err)
	}
	return shapeOfFile(ctx, db)
}
