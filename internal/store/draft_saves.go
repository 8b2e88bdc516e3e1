package store

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// DraftSaves lists the saved changes of the draft that can be undone or were,
// in the order they were made.
func (s *Store) DraftSaves(ctx context.Context) ([]quiz.DraftSave, error) {
	var list []quiz.DraftSave
	rows, err := s.read.QueryContext(ctx, `
		SELECT revision, saved_by, saved_at, action, subject, names, n, undone_by, undone_at
		FROM draft_saves
		ORDER BY revision`)
	err = each(rows, err, func() error {
		var c quiz.DraftSave
		var at int64
		var names string
		var undone sql.NullInt64
		problem := rows.Scan(&c.Revision, &c.By, &at, &c.Action, &c.Subject, &names, &c.N, &c.UndoneBy, &undone)
		c.At, c.UndoneAt, c.Names = time.UnixMilli(at).UTC(), timeOf(undone), strings.Split(names, "\n")
		list = append(list, c)
		return problem
	})
	return list, s.readFailure("list what can be undone", err)
}

// SaveContent is the draft as undoing that saved change leaves it, or as making
// it again does, or quiz.ErrNotFound.
func (s *Store) SaveContent(ctx context.Context, revision int64) (*quiz.Version, error) {
	const doing = "read what a change was made to"
	var packed []byte
	err := s.read.QueryRowContext(ctx, `
		SELECT content
		FROM draft_saves
		WHERE revision = $1`, revision).Scan(&packed)
	if err != nil {
		return nil, s.readFailure(doing, err)
	}
	v, err := unpack(packed)
	return v, failure(doing, err)
}

// Undo takes back the last saved change of the draft that stands. Like
// SaveDraft it returns quiz.ErrStale if the draft has another revision by now;
// quiz.ErrNotFound if there is nothing to undo.
func (s *Store) Undo(ctx context.Context, revision int64, e quiz.AuditEntry) error {
	return s.swap(ctx, "undo a change", revision, quiz.SaveToUndo, e)
}

// Redo makes the first change again that was undone, in the same way.
func (s *Store) Redo(ctx context.Context, revision int64, e quiz.AuditEntry) error {
	return s.swap(ctx, "make a change again", revision, quiz.SaveToRedo, e)
}

// swap puts the content that a saved change keeps into the draft, and keeps what
// the draft was in its place.
func (s *Store) swap(ctx context.Context, doing string, revision int64, choose func([]quiz.DraftSave) int, e quiz.AuditEntry) error {
	return s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		d, err := draftAt(ctx, tx, revision)
		if err != nil {
			return err
		}
		saves, err := d.saves(ctx)
		if err != nil {
			return err
		}
		i := choose(saves)
		if i < 0 {
			return refuse(quiz.ErrNotFound)
		}
		before, err := readParts(ctx, tx, d.id)
		if err != nil {
			return err
		}
		after, err := d.turn(ctx, saves[i], before, e)
		if err != nil {
			return err
		}
		if _, err := d.rewrite(ctx, before, after, e); err != nil {
			return err
		}
		return addDraftAudit(ctx, tx, d.id, e)
	})
}

// saves are the changes of the draft with whether they stand.
func (d draft) saves(ctx context.Context) (list []quiz.DraftSave, err error) {
	rows, err := d.tx.QueryContext(ctx, `
		SELECT revision, undone_at
		FROM draft_saves
		WHERE version_id = $1
		ORDER BY revision`, d.id)
	return list, each(rows, err, func() error {
		var c quiz.DraftSave
		var undone sql.NullInt64
		problem := rows.Scan(&c.Revision, &undone)
		c.UndoneAt = timeOf(undone)
		list = append(list, c)
		return problem
	})
}

// turn marks a change as undone, or as made again, and gives the content it kept
// for the one the draft has.
func (d draft) turn(ctx context.Context, save quiz.DraftSave, before *quiz.Version, e quiz.AuditEntry) (*quiz.Version, error) {
	var kept []byte
	err := d.tx.QueryRowContext(ctx, `
		SELECT content
		FROM draft_saves
		WHERE version_id = $1
		AND revision = $2`, d.id, save.Revision).Scan(&kept)
	if err != nil {
		return nil, err
	}
	after, err := unpack(kept)
	if err != nil {
		return nil, err
	}
	packed, err := pack(before)
	if err != nil {
		return nil, err
	}
	var undoneBy string
	var undoneAt sql.NullInt64
	if !save.Undone() {
		undoneBy, undoneAt = e.By, sql.NullInt64{Int64: e.At.UnixMilli(), Valid: true}
	}
	_, err = d.tx.ExecContext(ctx, `
		UPDATE draft_saves
		SET content = $1, undone_by = $2, undone_at = $3
		WHERE version_id = $4
		AND revision = $5`, packed, undoneBy, undoneAt, d.id, save.Revision)
	return after, err
}

// keepSave remembers how the draft was before a save that changed something. What
// was undone before it can no longer be made again, and only the last can be undone.
func (d draft) keepSave(ctx context.Context, before *quiz.Version, diffs []quiz.FieldDiff, e quiz.AuditEntry) error {
	if len(diffs) == 0 {
		return nil
	}
	packed, err := pack(before)
	if err != nil {
		return err
	}
	_, err = d.tx.ExecContext(ctx, `
		DELETE FROM draft_saves
		WHERE version_id = $1
		AND undone_at IS NOT NULL`, d.id)
	if err != nil {
		return err
	}
	names := strings.Split(cmp.Or(e.Changed, quiz.NamesOf(diffs)), "\n")
	_, err = d.tx.ExecContext(ctx, `
		INSERT INTO draft_saves
			(version_id, revision, saved_by, saved_at, action, subject, names, n, content)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		d.id, before.Revision+1, e.By, e.At.UnixMilli(), e.Action, e.Subject,
		strings.Join(names[:min(len(names), quiz.MostNames)], "\n"), len(names), packed)
	if err != nil {
		return err
	}
	_, err = d.tx.ExecContext(ctx, `
		DELETE FROM draft_saves
		WHERE version_id = $1
		AND revision NOT IN (
			SELECT revision
			FROM draft_saves
			WHERE version_id = $1
			ORDER BY revision DESC
			LIMIT $2)`, d.id, quiz.MostSaves)
	return err
}

// forgetSaves is for a draft that ends.
func (d draft) forgetSaves(ctx context.Context) error {
	_, err := d.tx.ExecContext(ctx, `
		DELETE FROM draft_saves
		WHERE version_id = $1`, d.id)
	return err
}

// pack writes a version as a content file, which every later program reads, in a
// tenth of the space.
func pack(v *quiz.Version) ([]byte, error) {
	file, err := content.Format(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	zip := gzip.NewWriter(&b)
	_, err = zip.Write(file)
	if err = errors.Join(err, zip.Close()); err != nil {
		return nil, fmt.Errorf("pack a content file: %w", err)
	}
	return b.Bytes(), nil
}

func unpack(packed []byte) (*quiz.Version, error) {
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpack a content file: %w", err)
	}
	file, err := io.ReadAll(zip)
	if err != nil {
		return nil, fmt.Errorf("unpack a content file: %w", err)
	}
	return content.Parse(file)
}
