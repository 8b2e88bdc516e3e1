// Package store keeps versions, results and shares in SQLite, one file, or in
// PostgreSQL. It gives and takes values of package quiz; it knows nothing of
// HTTP, HTML or the rules of the quiz, and decides only what the schema decides.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"whichpm/internal/quiz"
	"whichpm/migrations"
)

// Config says where the database is: in PostgreSQL if there is a URL, else in
// the SQLite file at Path. Without a Log nothing is logged.
type Config struct {
	Path    string
	URL     string // postgres://…
	Replica string // postgres://… of a copy that may show shared pages
	Log     *slog.Logger
}

// Store is an open database. Its methods may be called at the same time.
// They return the errors of package quiz, wrapped with what was being done;
// any of them may return quiz.ErrUnavailable, a write also quiz.ErrBusy.
type Store struct {
	engine  engine // nil in a store that is only read
	read    pool
	replica *replica // nil without one
}

// Open opens the database, makes its tables if there are none, and brings its
// schema up to date. An error says in one line what is wrong and what to do.
func Open(ctx context.Context, c Config) (*Store, error) {
	if c.URL != "" {
		return open(ctx, c, migrations.PostgreSQL())
	}
	return open(ctx, c, migrations.SQLite())
}

func open(ctx context.Context, c Config, steps fs.FS) (s *Store, err error) {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	switch {
	case c.URL != "":
		s, err = openPostgres(ctx, c, steps)
	case c.Replica != "":
		err = errors.New("open database: a replica is a copy of a PostgreSQL database: give the address of that one too")
	default:
		s, err = openSQLite(ctx, c, steps)
	}
	if err != nil {
		return nil, err
	}
	if err = s.Ping(ctx); errors.Is(err, quiz.ErrNotFound) {
		err = errHalfCopied
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", errors.Join(err, s.Close()))
	}
	return s, nil
}

// Close refuses further calls, commits the writes that wait and closes the
// database. Closing again does nothing.
func (s *Store) Close() error {
	s.engine.stop()
	return errors.Join(s.replica.close(), s.read.Close(), s.engine.close()) // the last to close tidies the file
}

// Ping reads and writes one row, and looks whether the database is still the
// one that was opened: without it every later write would be lost.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.engine.sameFile(); err != nil {
		return failure("find the database", err)
	}
	var beat int64
	err := s.read.QueryRowContext(ctx, `
		SELECT beat_at
		FROM heartbeat
		WHERE id = 1`).Scan(&beat)
	if err != nil {
		return s.readFailure("read from the database", err)
	}
	return s.writeIdempotent(ctx, "write to the database", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			UPDATE heartbeat
			SET beat_at = $1
			WHERE id = 1`, time.Now().UnixMilli())
		return err
	})
}
