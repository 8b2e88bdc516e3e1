package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base32"
	"errors"
	"fmt"
	"time"

	"whichpm/migrations"
)

// Origin says which quiz a database or a backup holds, and of when.
type Origin struct {
	Quiz  string    // the same in all copies of a quiz, and in no other
	Title string    // of what is published, to recognise it
	At    time.Time // when the backup was made, or else when the database was last in use
}

// keepIdentity gives a database its identity if it has none, and remembers no
// more that it was a backup. Half a copy gets that of its source.
func keepIdentity(ctx context.Context, db *sql.DB) error {
	var schema int64
	var whole bool
	err := db.QueryRowContext(ctx, `
		SELECT MAX(version_id), EXISTS (
			SELECT 1
			FROM heartbeat)
		FROM goose_db_version`).Scan(&schema, &whole)
	if err != nil || !whole || schema < migrations.Identity() {
		return err
	}
	var copied sql.NullInt64
	err = db.QueryRowContext(ctx, `
		SELECT copied_at
		FROM quiz_identity`).Scan(&copied)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		var name string
		if name, err = identity(ctx, db); err != nil {
			return err
		}
		_, err = db.ExecContext(ctx, `
			INSERT INTO quiz_identity (id, name)
			VALUES (1, $1)
			ON CONFLICT DO NOTHING`, name)
	case err == nil && copied.Valid:
		_, err = db.ExecContext(ctx, `
			UPDATE quiz_identity
			SET copied_at = NULL`)
	}
	if err != nil {
		return fmt.Errorf("keep the identity of the quiz: %w", err)
	}
	return nil
}

// identity is the one of a quiz that was given none: drawn for a new one. A
// quiz from before has one that follows from when it was made, so that the
// backups it had then are its own too.
func identity(ctx context.Context, db reader) (string, error) {
	var made int64
	err := db.QueryRowContext(ctx, `
		SELECT created_at
		FROM quiz_versions
		ORDER BY id
		LIMIT 1`).Scan(&made)
	if errors.Is(err, sql.ErrNoRows) {
		return rand.Text(), nil
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "a quiz made at %d", made))
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16]), err
}

// Origin says which quiz a file holds, of any schema.
func (f *File) Origin(ctx context.Context) (o Origin, err error) {
	schema, _, err := f.Schema(ctx)
	if err != nil {
		return o, err
	}
	return originIn(ctx, f.s.read, schema)
}

// Origin says which quiz this is.
func (s *Store) Origin(ctx context.Context) (Origin, error) {
	return originIn(ctx, s.read, migrations.Latest())
}

func originIn(ctx context.Context, db reader, schema int64) (o Origin, err error) {
	var at int64
	err = db.QueryRowContext(ctx, `
		SELECT beat_at, COALESCE((
			SELECT MAX(title)
			FROM quiz_versions
			WHERE state = 'published'), '')
		FROM heartbeat
		WHERE id = 1`).Scan(&at, &o.Title)
	if err == nil && schema >= migrations.Identity() {
		err = db.QueryRowContext(ctx, `
			SELECT name, COALESCE(copied_at, $1)
			FROM quiz_identity`, at).Scan(&o.Quiz, &at)
	} else if err == nil {
		o.Quiz, err = identity(ctx, db)
	}
	o.At = time.UnixMilli(at).UTC()
	return o, failure("read which quiz it is", err)
}

// stamp says in a backup that it is one, and when it was made. It keeps no
// journal: a backup that is cut off here never gets its name.
func stamp(ctx context.Context, part string, now time.Time) (err error) {
	h := handle{txlock: "immediate", connections: 1, pragmas: map[string]string{"synchronous": "2", "journal_mode": "memory"}}
	db := h.open(place(part))
	defer func() { err = errors.Join(err, db.Close()) }()
	schema, err := schemaOf(ctx, db)
	if err != nil || schema < migrations.Identity() {
		return err
	}
	_, err = db.ExecContext(ctx, `
		UPDATE quiz_identity
		SET copied_at = $1`, now.UnixMilli())
	return err
}
