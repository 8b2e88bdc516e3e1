package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"whichpm/internal/quiz"
)

// Publish makes the draft what new takers are asked, if it still has that
// revision, retires what they were asked before, and returns the number of
// the published version. It returns quiz.Problems for a note that is missing
// or too long, and quiz.ErrStale as SaveDraft does. It makes no checks of the
// version: they are for the caller.
func (s *Store) Publish(ctx context.Context, revision int64, note string, e quiz.AuditEntry) (int64, error) {
	const doing = "publish the draft"
	note = strings.TrimSpace(note)
	if err := quiz.CheckNote(note); err != nil {
		return 0, failure(doing, err)
	}
	e.Reason = note
	var id int64
	err := s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		d, err := draftAt(ctx, tx, revision)
		if err != nil {
			return err
		}
		id = d.id
		if err = d.retireOther(ctx); err == nil {
			err = d.describe(ctx, note, e.By)
		}
		if err == nil {
			err = d.forget(ctx)
		}
		if err == nil {
			err = d.publish(ctx, e.At)
		}
		if err != nil {
			return err
		}
		return addDraftAudit(ctx, tx, id, e)
	})
	if err != nil {
		return 0, err
	}
	return id, nil
}

// retireOther makes room: only one version is published at a time.
func (d draft) retireOther(ctx context.Context) error {
	_, err := d.tx.ExecContext(ctx, `
		UPDATE quiz_versions
		SET state = 'retired'
		WHERE state = 'published'
		AND id <> $1`, d.id)
	return err
}

// describe says why the draft is published and by whom.
func (d draft) describe(ctx context.Context, note, by string) error {
	_, err := d.tx.ExecContext(ctx, `
		UPDATE quiz_versions
		SET note = $1, published_by = $2
		WHERE id = $3
		AND state = 'draft'`, note, by, d.id)
	return err
}

// Versions lists all versions, the newest first.
func (s *Store) Versions(ctx context.Context) ([]quiz.VersionInfo, error) {
	var list []quiz.VersionInfo
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, state, revision, title, note, hash, saved_by, saved_at, published_by, published_at
		FROM quiz_versions
		ORDER BY id DESC`)
	err = each(rows, err, func() error {
		var v quiz.VersionInfo
		var savedBy string
		var savedAt, publishedAt sql.NullInt64
		problem := rows.Scan(&v.ID, &v.State, &v.Revision, &v.Title, &v.Note, &v.Hash, &savedBy, &savedAt, &v.By, &publishedAt)
		v.SavedAt, v.PublishedAt = timeOf(savedAt), timeOf(publishedAt)
		if v.State == quiz.Draft {
			v.By = savedBy
		}
		list = append(list, v)
		return problem
	})
	return list, s.readFailure("list the versions", err)
}

// LatestResults returns at most n results, the last finished first. Deleted
// ones and those answered in a hurry are left out, as in all statistics.
func (s *Store) LatestResults(ctx context.Context, n int) ([]quiz.Result, error) {
	var list []quiz.Result
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, version_id, finished_at, answers, asked, shuffle, verdict, top_role,
			probability, duration_ms, form, is_hurried
		FROM results
		WHERE finished_at IS NOT NULL
		AND NOT is_hurried
		ORDER BY finished_at DESC, id DESC
		LIMIT $1`, n)
	err = each(rows, err, func() error {
		r, problem := scanResult(rows)
		list = append(list, r)
		return problem
	})
	return list, s.readFailure(fmt.Sprintf("read the last %d results", n), err)
}
