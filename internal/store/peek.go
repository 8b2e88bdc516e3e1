package store

import (
	"context"
	"errors"
	"fmt"

	"whichpm/internal/quiz"
	"whichpm/migrations"
)

// ReadPublished reads the published version and changes nothing: it makes no
// database and runs no migration. It returns quiz.ErrNotFound if no version is
// published, and one line that says what to do for what it cannot read.
func ReadPublished(ctx context.Context, c Config) (v *quiz.Version, err error) {
	peek := peekSQLite
	if c.URL != "" {
		peek = peekPostgres
	}
	s, err := peek(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	defer func() { err = errors.Join(err, s.read.Close()) }()
	if err = s.schemaIsOurs(ctx); err == nil {
		err = s.isWhole(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	id, err := s.PublishedID(ctx)
	if err != nil {
		return nil, err
	}
	return s.Version(ctx, id)
}

func peekSQLite(ctx context.Context, c Config) (*Store, error) { return peekFile(ctx, c, readerHandle) }

func peekFile(ctx context.Context, c Config, h handle) (*Store, error) {
	p, err := findPlace(c.Path)
	if err != nil {
		return nil, err
	}
	if err = p.mustExist(); err != nil {
		return nil, err
	}
	s := &Store{read: pool{h.open(p)}}
	var id int64
	err = s.read.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id)
	if err != nil || id != applicationID {
		return nil, errors.Join(fmt.Errorf("%s is not a database of this program: choose another path", p), s.read.Close())
	}
	return s, nil
}

// schemaIsOurs compares the schema with the one this program writes.
func (s *Store) schemaIsOurs(ctx context.Context) error {
	var have int64
	err := s.read.QueryRowContext(ctx, `
		SELECT MAX(version_id)
		FROM goose_db_version`).Scan(&have)
	if err != nil {
		return fmt.Errorf("read the schema's version: %w", err)
	}
	if want := migrations.Latest(); have != want {
		return fmt.Errorf("the schema is version %d and this program needs %d: start the server once to bring it up to date, "+
			"or use the program that belongs to it", have, want)
	}
	return nil
}
