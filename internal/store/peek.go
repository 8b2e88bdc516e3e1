package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"whichpm/internal/quiz"
	"whichpm/migrations"
)

// OpenToRead opens a database and changes nothing: it makes none, runs no
// migration on it and takes a file that cannot be written. Of a file with an
// older schema it reads a copy that it brings up to date. An error says in one
// line what is wrong and what to do.
func OpenToRead(ctx context.Context, c Config) (*Store, error) {
	open := peekFile
	if c.URL != "" {
		open = peekServer
	}
	e, err := open(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	return &Store{engine: onlyRead{e.close}, read: pool{e.db}}, nil
}

// ReadPublished reads the published version and changes nothing. It returns
// quiz.ErrNotFound if no version is published.
func ReadPublished(ctx context.Context, c Config) (v *quiz.Version, err error) {
	s, err := OpenToRead(ctx, c)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	id, err := s.PublishedID(ctx)
	if err != nil {
		return nil, err
	}
	return s.Version(ctx, id)
}

func peekFile(ctx context.Context, c Config) (end, error) {
	p, err := findPlace(c.Path)
	if err == nil {
		err = p.mustExist()
	}
	if err != nil {
		return end{}, err
	}
	db, err := p.openToInspect(ctx, true)
	if err != nil {
		return end{}, fmt.Errorf("%s: %w", p, err)
	}
	e := end{db: db, marker: "?", close: db.Close}
	have, err := e.store().schema(ctx)
	if err == nil && 0 < have && have < migrations.Latest() {
		return p.upgraded(ctx, db)
	}
	return e.checked(ctx, err)
}

func peekServer(ctx context.Context, c Config) (end, error) {
	address, err := parseAddress(c.URL, anyServer)
	if err != nil {
		return end{}, err
	}
	db := openMigrator(address) // an export may take its time
	ours, err := claimSchema(ctx, db)
	if err == nil && !ours {
		err = errNoQuiz
	}
	return end{db: db, marker: "$", close: db.Close}.checked(ctx, err)
}

// upgraded copies an older file to a folder that only this user reads, brings
// the copy up to date and closes the file. The copy goes when it is closed.
func (p place) upgraded(ctx context.Context, db *sql.DB) (e end, err error) {
	if err := db.Close(); err != nil {
		return end{}, err
	}
	folder, err := os.MkdirTemp("", "whichpm-")
	if err != nil {
		return end{}, fmt.Errorf("make room for a copy of %s that is brought up to date: %w", p, err)
	}
	away := func() error { return os.RemoveAll(folder) }
	newer := place(filepath.Join(folder, "quiz.db"))
	db, err = p.openToInspect(ctx, false)
	if err == nil {
		err = errors.Join(copyTo(ctx, db, string(newer), newer), db.Close())
	}
	if err == nil {
		err = prepare(ctx, newer, migrations.SQLite(), slog.New(slog.DiscardHandler))
	}
	if err == nil {
		db, err = newer.openToInspect(ctx, true)
	}
	if err != nil {
		return end{}, fmt.Errorf("bring a copy of %s up to date: %w", p, errors.Join(err, away()))
	}
	e = end{db: db, marker: "?", close: func() error { return errors.Join(db.Close(), away()) }}
	return e.checked(ctx, nil)
}

// checked closes a database that cannot be read from, or is not whole.
func (e end) checked(ctx context.Context, err error) (end, error) {
	if err == nil {
		err = e.store().schemaIsOurs(ctx)
	}
	if err == nil {
		err = e.isWhole(ctx)
	}
	if err != nil {
		return end{}, errors.Join(err, e.close())
	}
	return e, nil
}

func (e end) store() *Store { return &Store{read: pool{e.db}} }

// schemaIsOurs compares the schema with the one this program writes.
func (s *Store) schemaIsOurs(ctx context.Context) error {
	have, err := s.schema(ctx)
	if err != nil {
		return fmt.Errorf("read the schema's version: %w", err)
	}
	switch want := migrations.Latest(); {
	case have == 0:
		return errors.New("it does not say which schema it has: start the server on it once, or use a backup")
	case have < want:
		return fmt.Errorf("the schema is version %d and this program needs %d: start the server once to bring it up to date", have, want)
	case have > want:
		return fmt.Errorf("the schema is version %d and this program knows up to %d: start the newer program", have, want)
	}
	return nil
}

// onlyRead is the engine of a store that is only read from.
type onlyRead struct{ end func() error }

var errOnlyRead = fmt.Errorf("%w: it was opened to read only", quiz.ErrUnavailable)

func (onlyRead) transact(context.Context, write) error { return errOnlyRead }
func (onlyRead) waiting() int                          { return 0 }
func (onlyRead) sameFile() error                       { return nil }
func (onlyRead) stop()                                 {}
func (onlyRead) stopped() bool                         { return false }
func (onlyRead) backUp(context.Context, string) error  { return errOnlyRead }
func (e onlyRead) close() error                        { return e.end() }
