package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// SeedFirst publishes v as version 1 if there is no version at all, and else
// does nothing. Several processes may start with it at once.
func (s *Store) SeedFirst(ctx context.Context, v *quiz.Version, now time.Time) error {
	const doing = "publish the first version"
	var versions int
	err := s.read.QueryRowContext(ctx, `
		SELECT COUNT(*)
		FROM quiz_versions`).Scan(&versions)
	if err != nil || versions > 0 {
		return s.readFailure(doing, err)
	}
	return s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		inserted, err := insertVersion(ctx, tx, 1, v, now)
		if err != nil || !inserted { // another process was first
			return err
		}
		d, err := draftOnly(ctx, tx, 1)
		if err != nil {
			return err
		}
		if err := d.fill(ctx, v); err != nil {
			return err
		}
		return d.publish(ctx, now)
	})
}

// insertVersion adds an empty draft and reports whether it could: not when
// the id is taken or another draft is open.
func insertVersion(ctx context.Context, tx *sql.Tx, id int64, v *quiz.Version, now time.Time) (bool, error) {
	h, err := headOf(v)
	if err != nil {
		return false, err
	}
	return changed(tx.ExecContext(ctx, `
		INSERT INTO quiz_versions
			(id, state, revision, language, title, about, note, settings, guide, hash, created_at, saved_at)
		VALUES ($1, 'draft', $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
		ON CONFLICT DO NOTHING`,
		id, v.Revision, v.Language, v.Title, h.about, v.Note, h.settings, h.guide, v.Hash(), now.UnixMilli()))
}

// head is what of a version is kept as JSON beside its title.
type head struct{ about, settings, guide string }

func headOf(v *quiz.Version) (h head, err error) {
	for _, part := range []struct {
		name string
		of   any
		text *string
	}{{"about", v.About, &h.about}, {"settings", v.Settings, &h.settings}, {"guide", v.Guide, &h.guide}} {
		written, err := json.Marshal(part.of)
		if err != nil {
			return h, fmt.Errorf("write %s: %w", part.name, err)
		}
		*part.text = string(written)
	}
	return h, nil
}

// errNotDraft keeps a published version what it was.
var errNotDraft = errors.New("only a draft can be changed")

// draft is a version that may be written to in this transaction. What writes
// to a version is a method of draft, and only draftOnly and draftAt make one.
type draft struct {
	tx *sql.Tx
	id int64
}

// draftOnly takes the row of a draft, so that nobody publishes it meanwhile.
// It returns errNotDraft for any other version.
func draftOnly(ctx context.Context, tx *sql.Tx, id int64) (draft, error) {
	isDraft, err := changed(tx.ExecContext(ctx, `
		UPDATE quiz_versions
		SET state = 'draft'
		WHERE id = $1
		AND state = 'draft'`, id))
	if err == nil && !isDraft {
		err = errNotDraft
	}
	if err != nil {
		return draft{}, fmt.Errorf("write to version %d: %w", id, err)
	}
	return draft{tx, id}, nil
}

// publish makes the draft what takers see. From then on it never changes.
func (d draft) publish(ctx context.Context, now time.Time) error {
	_, err := d.tx.ExecContext(ctx, `
		UPDATE quiz_versions
		SET state = 'published', published_at = $1
		WHERE id = $2
		AND state = 'draft'`, now.UnixMilli(), d.id)
	return err
}
