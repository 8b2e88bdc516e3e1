package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// newDraft keeps a copy of a version as the draft, under numbers no version
// ever had.
func newDraft(ctx context.Context, tx *sql.Tx, source *quiz.Version, e quiz.AuditEntry) (*quiz.Version, error) {
	v := *source
	v.State, v.Note, v.PublishedAt = quiz.Draft, "", time.Time{}
	given, err := numbersGiven(ctx, tx)
	if err != nil {
		return nil, err
	}
	v.ID, v.Revision = given.id+1, given.revision+1
	added, err := insertVersion(ctx, tx, v.ID, &v, e.At)
	if err != nil {
		return nil, err
	}
	if !added {
		return nil, whyNoDraft(ctx, tx)
	}
	// With the only draft there may be, nobody gives numbers any more.
	if now, err := numbersGiven(ctx, tx); err != nil || now != (numbers{v.ID, v.Revision}) {
		return nil, cmp.Or(err, errConflict)
	}
	d, err := draftOnly(ctx, tx, v.ID)
	if err != nil {
		return nil, err
	}
	if err = d.fill(ctx, &v); err == nil {
		err = d.sign(ctx, e)
	}
	if err == nil {
		err = d.markChanged(ctx, []quiz.FieldDiff{{Field: wholeDraft}}, v.Revision, e)
	}
	if err != nil {
		return nil, err
	}
	return &v, addDraftAudit(ctx, tx, v.ID, e)
}

// numbers are those of a version.
type numbers struct{ id, revision int64 }

// numbersGiven returns the highest ones a version has or had.
func numbersGiven(ctx context.Context, tx *sql.Tx) (n numbers, err error) {
	err = tx.QueryRowContext(ctx, `
		SELECT MAX(id), MAX(revision)
		FROM (
			SELECT COALESCE(MAX(id), 0) AS id, COALESCE(MAX(revision), 0) AS revision
			FROM quiz_versions
			UNION ALL
			SELECT COALESCE(MAX(version_id), 0), COALESCE(MAX(revision), 0)
			FROM discarded_drafts
		) AS given`).Scan(&n.id, &n.revision)
	if err != nil {
		return numbers{}, fmt.Errorf("number the draft: %w", err)
	}
	return n, nil
}

// whyNoDraft refuses with quiz.ErrDraftExists, unless the draft that was in the
// way has been published or discarded meanwhile.
func whyNoDraft(ctx context.Context, tx *sql.Tx) error {
	var drafts int
	err := tx.QueryRowContext(ctx, `
		SELECT COUNT(*)
		FROM quiz_versions
		WHERE state = 'draft'`).Scan(&drafts)
	if err == nil && drafts > 0 {
		return refuse(quiz.ErrDraftExists)
	}
	return cmp.Or(err, errConflict)
}

// draftAt takes the row of the draft if it has that revision, and else refuses
// with quiz.ErrStale.
func draftAt(ctx context.Context, tx *sql.Tx, revision int64) (draft, error) {
	var id int64
	err := tx.QueryRowContext(ctx, `
		UPDATE quiz_versions
		SET state = 'draft'
		WHERE state = 'draft'
		AND revision = $1
		RETURNING id`, revision).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return draft{}, refuse(quiz.ErrStale)
	}
	return draft{tx, id}, err
}

// rewrite puts after in the place of before, and returns what differs.
func (d draft) rewrite(ctx context.Context, before, after *quiz.Version, e quiz.AuditEntry) ([]quiz.FieldDiff, error) {
	diffs := quiz.DiffOf(quiz.PlainEnglish, e.Subject, before, after)
	err := d.empty(ctx)
	if err == nil {
		err = d.replace(ctx, after, e)
	}
	if err == nil {
		err = d.markChanged(ctx, diffs, before.Revision+1, e)
	}
	return diffs, err
}

// replace writes v into an empty draft and raises the revision.
func (d draft) replace(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error {
	h, err := headOf(v)
	if err != nil {
		return err
	}
	_, err = d.tx.ExecContext(ctx, `
		UPDATE quiz_versions
		SET revision = revision + 1, language = $1, title = $2, about = $3, settings = $4, guide = $5, hash = $6
		WHERE id = $7
		AND state = 'draft'`, v.Language, v.Title, h.about, h.settings, h.guide, v.Hash(), d.id)
	if err != nil {
		return err
	}
	if err := d.fill(ctx, v); err != nil {
		return err
	}
	return d.sign(ctx, e)
}

// sign says who saved the draft.
func (d draft) sign(ctx context.Context, e quiz.AuditEntry) error {
	_, err := d.tx.ExecContext(ctx, `
		UPDATE quiz_versions
		SET saved_by = $1, saved_at = $2
		WHERE id = $3
		AND state = 'draft'`, e.By, e.At.UnixMilli(), d.id)
	return err
}

// forget is for a draft that ends: no form on it is saved any more, and nothing
// in it is undone.
func (d draft) forget(ctx context.Context) error {
	if err := d.forgetChanges(ctx); err != nil {
		return err
	}
	if err := d.forgetSaves(ctx); err != nil {
		return err
	}
	return d.forgetTyped(ctx)
}

// discard deletes an empty draft and keeps its numbers from being given again.
func (d draft) discard(ctx context.Context, revision int64, now time.Time) error {
	_, err := d.tx.ExecContext(ctx, `
		INSERT INTO discarded_drafts
			(version_id, revision, discarded_at)
		VALUES ($1, $2, $3)`, d.id, revision, now.UnixMilli())
	if err != nil {
		return err
	}
	_, err = d.tx.ExecContext(ctx, `
		DELETE FROM quiz_versions
		WHERE id = $1
		AND state = 'draft'`, d.id)
	return err
}
