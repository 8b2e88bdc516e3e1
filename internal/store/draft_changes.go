package store

import (
	"context"
	"time"

	"whichpm/internal/quiz"
)

// wholeDraft is the field of a draft that was begun: everything in it is new.
const wholeDraft = ""

// DraftChanges lists the fields of the draft that changed after a revision,
// each with its latest change, the earliest of these first.
func (s *Store) DraftChanges(ctx context.Context, after int64) ([]quiz.Change, error) {
	var list []quiz.Change
	rows, err := s.read.QueryContext(ctx, `
		SELECT field, revision, changed_by, changed_at
		FROM draft_changes
		WHERE revision > $1
		ORDER BY revision, field`, after)
	err = each(rows, err, func() error {
		var c quiz.Change
		var at int64
		problem := rows.Scan(&c.Field, &c.Revision, &c.By, &at)
		c.At = time.UnixMilli(at).UTC()
		list = append(list, c)
		return problem
	})
	return list, s.readFailure("list what changed in the draft", err)
}

// markChanged keeps of each field which revision changed it last.
func (d draft) markChanged(ctx context.Context, diffs []quiz.FieldDiff, revision int64, e quiz.AuditEntry) error {
	for _, diff := range diffs {
		_, err := d.tx.ExecContext(ctx, `
			INSERT INTO draft_changes
				(version_id, field, revision, changed_by, changed_at)
			VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (version_id, field) DO UPDATE
			SET revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
			d.id, diff.Field, revision, e.By, e.At.UnixMilli())
		if err != nil {
			return err
		}
	}
	return nil
}

// forgetChanges is for a draft that ends: no form on it can be saved any more.
func (d draft) forgetChanges(ctx context.Context) error {
	_, err := d.tx.ExecContext(ctx, `
		DELETE FROM draft_changes
		WHERE version_id = $1`, d.id)
	return err
}
