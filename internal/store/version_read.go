package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// PublishedID returns the id of the version new takers are asked, or
// quiz.ErrNotFound while none is published.
func (s *Store) PublishedID(ctx context.Context) (int64, error) {
	var id int64
	err := s.read.QueryRowContext(ctx, `
		SELECT id
		FROM quiz_versions
		WHERE state = 'published'`).Scan(&id)
	return id, s.readFailure("find the published version", err)
}

// Version returns a whole version in any state, or quiz.ErrNotFound.
func (s *Store) Version(ctx context.Context, id int64) (*quiz.Version, error) {
	v, err := s.readVersion(ctx, id)
	if err != nil {
		return nil, s.readFailure(fmt.Sprintf("read version %d", id), err)
	}
	return v, nil
}

// readVersion reads all parts as of one moment: a draft may be saved meanwhile.
func (s *Store) readVersion(ctx context.Context, id int64) (*quiz.Version, error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	return readParts(ctx, tx, id)
}

func readParts(ctx context.Context, tx *sql.Tx, id int64) (*quiz.Version, error) {
	v := &quiz.Version{ID: id}
	if err := readHead(ctx, tx, v); err != nil {
		return nil, err
	}
	for _, t := range versionTables {
		if err := t.read(ctx, tx, v); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func readHead(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	var about, settings, guide string
	var published sql.NullInt64
	err := tx.QueryRowContext(ctx, `
		SELECT state, revision, language, title, about, note, settings, guide, published_at
		FROM quiz_versions
		WHERE id = $1`, v.ID).
		Scan(&v.State, &v.Revision, &v.Language, &v.Title, &about, &v.Note, &settings, &guide, &published)
	if err != nil {
		return err
	}
	v.PublishedAt = timeOf(published)
	for _, part := range []struct {
		name, text string
		into       any
	}{{"about", about, &v.About}, {"settings", settings, &v.Settings}, {"guide", guide, &v.Guide}} {
		if err := json.Unmarshal([]byte(part.text), part.into); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}

// timeOf turns unix milliseconds into a time, NULL into the zero time.
func timeOf(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}

// each calls read for every row.
func each(rows *sql.Rows, err error, read func() error) error {
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err has it
	for rows.Next() {
		if err := read(); err != nil {
			return err
		}
	}
	return rows.Err()
}
