// Package store keeps versions, results and shares in a SQLite database, one
// file. It gives and takes values of package quiz; it knows nothing of HTTP,
// HTML or the rules of the quiz, and decides only what the schema decides.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"whichpm/migrations"
)

// Config says where the database is. Without a Log nothing is logged.
type Config struct {
	Path string
	Log  *slog.Logger
}

// Store is an open database. Its methods may be called at the same time.
// They return the errors of package quiz, wrapped with what was being done;
// any of them may return quiz.ErrUnavailable, a write also quiz.ErrBusy.
type Store struct {
	place  place
	file   fs.FileInfo // as it was opened
	read   *sql.DB
	writer *writer
}

// Open opens the database, makes it if there was none, and brings its schema
// up to date. An error says in one line what is wrong and what to do.
func Open(ctx context.Context, c Config) (*Store, error) {
	return open(ctx, c, migrations.SQLite())
}

func open(ctx context.Context, c Config, steps fs.FS) (*Store, error) {
	log := c.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	p, err := findPlace(c.Path)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err = prepare(ctx, p, steps, log); err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	file, err := os.Stat(string(p))
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	s := &Store{place: p, file: file, read: readerHandle.open(p), writer: startWriter(ctx, writerHandle.open(p))}
	if err := s.Ping(ctx); err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, errors.Join(err, s.Close()))
	}
	return s, nil
}

// Close refuses further calls, commits the writes that wait and closes the
// file. Closing again does nothing.
func (s *Store) Close() error {
	s.writer.stop()
	return errors.Join(s.read.Close(), s.writer.db.Close()) // the last to close tidies the file
}

// Ping reads and writes one row, and looks whether the file is still where it
// was opened: without it every later write would be lost.
func (s *Store) Ping(ctx context.Context) error {
	if now, err := os.Stat(string(s.place)); err != nil || !os.SameFile(s.file, now) {
		return failure("find the database", errMoved)
	}
	var beat int64
	err := s.read.QueryRowContext(ctx, `
		SELECT beat_at
		FROM heartbeat
		WHERE id = 1`).Scan(&beat)
	if err != nil {
		return s.readFailure("read from the database", err)
	}
	return s.write(ctx, "write to the database", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			UPDATE heartbeat
			SET beat_at = $1
			WHERE id = 1`, time.Now().UnixMilli())
		return err
	})
}
