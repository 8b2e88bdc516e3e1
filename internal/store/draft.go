package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// Draft returns the draft and who saved it last, or quiz.ErrNotFound.
func (s *Store) Draft(ctx context.Context) (*quiz.Version, quiz.Saved, error) {
	v, saved, err := s.readDraft(ctx)
	if err != nil {
		return nil, quiz.Saved{}, s.readFailure("read the draft", err)
	}
	return v, saved, nil
}

// readDraft reads all parts as of one moment: it may be published meanwhile.
func (s *Store) readDraft(ctx context.Context) (*quiz.Version, quiz.Saved, error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return nil, quiz.Saved{}, err
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	var id, at int64
	var saved quiz.Saved
	err = tx.QueryRowContext(ctx, `
		SELECT id, saved_by, saved_at
		FROM quiz_versions
		WHERE state = 'draft'`).Scan(&id, &saved.By, &at)
	if err != nil {
		return nil, quiz.Saved{}, err
	}
	saved.At = time.UnixMilli(at).UTC()
	v, err := readParts(ctx, tx, id)
	return v, saved, err
}

// StartDraft copies a version of any number into a new draft. It returns
// quiz.ErrDraftExists, or quiz.ErrNotFound for an unknown version.
func (s *Store) StartDraft(ctx context.Context, from int64, by string, now time.Time) (*quiz.Version, error) {
	e := quiz.AuditEntry{At: now, By: by, Action: quiz.ActionStartDraft, Before: fmt.Sprintf("version %d", from)}
	var copied *quiz.Version
	err := s.write(ctx, "start a draft", func(ctx context.Context, tx *sql.Tx) error {
		if err := mayCopy(ctx, tx, from); err != nil {
			return err
		}
		source, err := readParts(ctx, tx, from)
		if err != nil {
			return err
		}
		copied, err = newDraft(ctx, tx, source, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	return copied, nil
}

// mayCopy refuses to copy a version that is not there, and the draft: it could
// change while its parts are read, and there is one already.
func mayCopy(ctx context.Context, tx *sql.Tx, from int64) error {
	var state quiz.State
	err := tx.QueryRowContext(ctx, `
		SELECT state
		FROM quiz_versions
		WHERE id = $1`, from).Scan(&state)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return refuse(quiz.ErrNotFound)
	case err == nil && state == quiz.Draft:
		return refuse(quiz.ErrDraftExists)
	}
	return err
}

// ImportDraft makes v the draft: a new one if v.Revision is 0, and else in
// place of the one with that revision. It returns quiz.Problems for a version
// that cannot be asked and scored, quiz.ErrDraftExists or quiz.ErrStale, and
// sets v.ID and v.Revision to those of the draft.
func (s *Store) ImportDraft(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error {
	if problems := v.Validate(); len(problems) > 0 {
		return failure("import a draft", problems)
	}
	if v.Revision > 0 {
		return s.saveDraft(ctx, "import a draft", v, e)
	}
	source := v.Clone() // the caller may change v while the write waits
	var imported *quiz.Version
	err := s.write(ctx, "import a draft", func(ctx context.Context, tx *sql.Tx) (err error) {
		imported, err = newDraft(ctx, tx, source, e)
		return err
	})
	if err == nil {
		v.ID, v.State, v.Revision = imported.ID, imported.State, imported.Revision
	}
	return err
}

// SaveDraft replaces the draft, if it still has v's revision, and raises
// v.Revision. It returns quiz.ErrStale when somebody else saved, published or
// discarded the draft meanwhile, and quiz.Problems for a version that cannot
// be asked and scored.
func (s *Store) SaveDraft(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error {
	if problems := v.Validate(); len(problems) > 0 {
		return failure("save the draft", problems)
	}
	return s.saveDraft(ctx, "save the draft", v, e)
}

func (s *Store) saveDraft(ctx context.Context, doing string, v *quiz.Version, e quiz.AuditEntry) error {
	saved := v.Clone() // the caller may change v while the write waits
	var id int64
	err := s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		d, err := draftAt(ctx, tx, saved.Revision)
		if err != nil {
			return err
		}
		id = d.id
		before, err := readParts(ctx, tx, id)
		if err != nil {
			return err
		}
		diffs, err := d.rewrite(ctx, before, saved, e)
		if err != nil {
			return err
		}
		if err = d.keepSave(ctx, before, diffs, e); err != nil {
			return err
		}
		return addDraftAudit(ctx, tx, d.id, e)
	})
	if err == nil {
		v.ID, v.State, v.Revision = id, quiz.Draft, v.Revision+1
	}
	return err
}

// DiscardDraft takes the draft away, if it still has that revision, and else
// returns quiz.ErrStale. Until the next is discarded it can be taken up again.
func (s *Store) DiscardDraft(ctx context.Context, revision int64, e quiz.AuditEntry) error {
	return s.write(ctx, "discard the draft", func(ctx context.Context, tx *sql.Tx) error {
		d, err := draftAt(ctx, tx, revision)
		if err != nil {
			return err
		}
		if err := d.end(ctx, "", revision, e); err != nil {
			return err
		}
		return addDraftAudit(ctx, tx, d.id, e)
	})
}

// addDraftAudit names the version where the entry names nothing.
func addDraftAudit(ctx context.Context, tx *sql.Tx, id int64, e quiz.AuditEntry) error {
	if e.Subject == "" {
		e.Subject = fmt.Sprintf("version %d", id)
	}
	return addAudit(ctx, tx, e)
}
