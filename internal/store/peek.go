package store

import (
	"context"
	"errors"
	"fmt"

	"whichpm/internal/quiz"
	"whichpm/migrations"
)

// ReadPublished reads the published version from a database file and changes
// nothing: it makes no file and runs no migration. It returns quiz.ErrNotFound
// if no version is published, and one line that says what to do for a file it
// cannot read.
func ReadPublished(ctx context.Context, path string) (v *quiz.Version, err error) {
	p, err := findPlace(path)
	if err == nil {
		err = p.notLost()
	}
	if err == nil && !p.exists() {
		err = fmt.Errorf("there is no database at %s: check the path", p)
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	s := &Store{place: p, read: readerHandle.open(p)}
	defer func() { err = errors.Join(err, s.read.Close()) }()
	if err := s.schemaIsOurs(ctx); err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	id, err := s.PublishedID(ctx)
	if err != nil {
		return nil, err
	}
	return s.Version(ctx, id)
}

// schemaIsOurs compares the schema with the one this program writes.
func (s *Store) schemaIsOurs(ctx context.Context) error {
	var id, have int64
	err := s.read.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id)
	if err != nil || id != applicationID {
		return errors.New("the file is not a database of this program: choose another path")
	}
	err = s.read.QueryRowContext(ctx, `
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
