package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
)

// reader is the database, or a transaction on it.
type reader interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// pool is for reading. When a server goes away, the connections that wait for
// the next query break without a sign, and each would fail a visitor. A query
// that met a broken one is asked again, on the next one or a new one.
type pool struct{ *sql.DB }

// QueryContext is that of sql.DB, asked again.
func (p pool) QueryContext(ctx context.Context, query string, args ...any) (rows *sql.Rows, err error) {
	err = retryBroken(ctx, func() error {
		rows, err = p.DB.QueryContext(ctx, query, args...) //nolint:sqlclosecheck,rowserrcheck // the caller's
		return err
	})
	return rows, err
}

// QueryRowContext is that of sql.DB, asked again.
func (p pool) QueryRowContext(ctx context.Context, query string, args ...any) (row *sql.Row) {
	_ = retryBroken(ctx, func() error {
		row = p.DB.QueryRowContext(ctx, query, args...)
		return row.Err()
	})
	return row
}

// BeginTx is that of sql.DB, asked again.
func (p pool) BeginTx(ctx context.Context, options *sql.TxOptions) (tx *sql.Tx, err error) {
	err = retryBroken(ctx, func() error {
		tx, err = p.DB.BeginTx(ctx, options)
		return err
	})
	return tx, err
}

// retryBroken asks again while the connection was broken: all idle ones may be,
// and after them a new one is made. If that cannot be made, the database is
// unavailable.
func retryBroken(ctx context.Context, ask func() error) error {
	err := ask()
	for n := 0; n < readConnections && broken(err) && ctx.Err() == nil; n++ {
		err = ask()
	}
	return err
}

func broken(err error) bool {
	_, unmade := errors.AsType[*pgconn.ConnectError](err)
	return lost(err) && !unmade
}
