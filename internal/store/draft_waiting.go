package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"whichpm/internal/quiz"
)

// WaitingDrafts lists the drafts that wait, the latest first.
func (s *Store) WaitingDrafts(ctx context.Context) ([]quiz.WaitingDraft, error) {
	var list []quiz.WaitingDraft
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, name, title, kept_by, kept_at, base_id
		FROM waiting_drafts
		ORDER BY id DESC`)
	err = each(rows, err, func() error {
		var w quiz.WaitingDraft
		var at int64
		var base sql.NullInt64
		problem := rows.Scan(&w.ID, &w.Name, &w.Title, &w.By, &at, &base)
		w.At, w.Base = time.UnixMilli(at).UTC(), base.Int64
		list = append(list, w)
		return problem
	})
	return list, s.readFailure("list the drafts that wait", err)
}

// WaitingContent is what a waiting draft holds, or quiz.ErrNotFound.
func (s *Store) WaitingContent(ctx context.Context, id int64) (*quiz.Version, error) {
	const doing = "read a draft that waits"
	var packed []byte
	err := s.read.QueryRowContext(ctx, `
		SELECT content
		FROM waiting_drafts
		WHERE id = $1`, id).Scan(&packed)
	if err != nil {
		return nil, s.readFailure(doing, err)
	}
	v, err := unpack(packed)
	return v, failure(doing, err)
}

// SetAside has the draft wait under a name; there is no draft then. It returns
// quiz.Problems for the name, quiz.ErrNameTaken or quiz.ErrTooMany, and
// quiz.ErrStale as DiscardDraft does.
func (s *Store) SetAside(ctx context.Context, revision int64, name string, e quiz.AuditEntry) error {
	const doing = "set the draft aside"
	name = strings.TrimSpace(name)
	if err := quiz.CheckWaitingName(name); err != nil {
		return failure(doing, err)
	}
	return s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		if err := mayWait(ctx, tx, name, 0); err != nil {
			return err
		}
		d, err := draftAt(ctx, tx, revision)
		if err != nil {
			return err
		}
		return d.setAside(ctx, name, revision, e)
	})
}

// setAside has the draft wait.
func (d draft) setAside(ctx context.Context, name string, revision int64, e quiz.AuditEntry) error {
	if err := d.end(ctx, name, revision, e); err != nil {
		return err
	}
	e.Action, e.After = quiz.ActionSetAside, name
	return addDraftAudit(ctx, d.tx, d.id, e)
}

// mayWait refuses a name that another draft has, and one draft too many. The
// draft with the number in place makes room.
func mayWait(ctx context.Context, tx *sql.Tx, name string, inPlace int64) error {
	var same, waiting int
	err := tx.QueryRowContext(ctx, `
		SELECT COUNT(CASE WHEN name = $1 THEN 1 END), COUNT(*)
		FROM waiting_drafts
		WHERE name <> ''
		AND id <> $2`, name, inPlace).Scan(&same, &waiting)
	switch {
	case err != nil:
		return err
	case same > 0:
		return refuse(quiz.ErrNameTaken)
	case waiting >= quiz.MostWaiting:
		return refuse(quiz.ErrTooMany)
	}
	return nil
}

// end takes the draft away and keeps what it held, under a name or as the one
// that was discarded last.
func (d draft) end(ctx context.Context, name string, revision int64, e quiz.AuditEntry) error {
	held, err := readParts(ctx, d.tx, d.id)
	if err != nil {
		return err
	}
	if err := keepWaiting(ctx, d.tx, held, name, e); err != nil {
		return err
	}
	if err = d.empty(ctx); err == nil {
		err = d.forget(ctx)
	}
	if err != nil {
		return err
	}
	return d.discard(ctx, revision, e.At)
}

// keepWaiting numbers what waits by its revision, which no other draft ever had:
// a page about one that is gone is about no other.
func keepWaiting(ctx context.Context, tx *sql.Tx, v *quiz.Version, name string, e quiz.AuditEntry) error {
	packed, err := pack(v)
	if err != nil {
		return err
	}
	if name == "" {
		_, err = tx.ExecContext(ctx, `
			DELETE FROM waiting_drafts
			WHERE name = ''`)
		if err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `
		INSERT INTO waiting_drafts
			(id, name, title, kept_by, kept_at, base_id, content)
		VALUES ($1, $2, $3, $4, $5, (
			SELECT MAX(id)
			FROM quiz_versions
			WHERE state = 'published'), $6)`, v.Revision, name, v.Title, e.By, e.At.UnixMilli(), packed)
	return err
}

// TakeUp makes a waiting draft the draft. If there is a draft it waits in its
// place under a name, as it was at a revision; without a name it returns
// quiz.ErrDraftExists. The other errors are those of SetAside, and
// quiz.ErrNotFound.
func (s *Store) TakeUp(ctx context.Context, id, revision int64, name string, e quiz.AuditEntry) error {
	const doing = "take a draft up"
	name = strings.TrimSpace(name)
	if name != "" {
		if err := quiz.CheckWaitingName(name); err != nil {
			return failure(doing, err)
		}
	}
	return s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		taken, err := readWaiting(ctx, tx, id, &e)
		if err != nil {
			return err
		}
		if name == "" {
			if _, err = newDraft(ctx, tx, taken, e); err != nil {
				return err
			}
			return forgetWaiting(ctx, tx, id)
		}
		return swapWaiting(ctx, tx, id, revision, name, taken, e)
	})
}

// swapWaiting takes a draft up in the place of the one there is. It refuses before
// it writes anything.
func swapWaiting(ctx context.Context, tx *sql.Tx, id, revision int64, name string, taken *quiz.Version, e quiz.AuditEntry) error {
	if err := mayWait(ctx, tx, name, id); err != nil {
		return err
	}
	d, err := draftAt(ctx, tx, revision)
	if err != nil {
		return err
	}
	if err = forgetWaiting(ctx, tx, id); err == nil {
		err = d.setAside(ctx, name, revision, quiz.AuditEntry{At: e.At, By: e.By})
	}
	if err == nil {
		_, err = newDraft(ctx, tx, taken, e)
	}
	if errors.Is(err, quiz.ErrDraftExists) { // begun in this very moment: try again from the start
		err = errConflict
	}
	return err
}

// readWaiting reads a waiting draft, and its name for the log.
func readWaiting(ctx context.Context, tx *sql.Tx, id int64, e *quiz.AuditEntry) (*quiz.Version, error) {
	var packed []byte
	err := tx.QueryRowContext(ctx, `
		SELECT name, content
		FROM waiting_drafts
		WHERE id = $1`, id).Scan(&e.Before, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, refuse(quiz.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	v, err := unpack(packed)
	if problems, refused := errors.AsType[quiz.Problems](err); refused {
		return nil, refuse(problems)
	}
	return v, err
}

func forgetWaiting(ctx context.Context, tx *sql.Tx, id int64) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM waiting_drafts
		WHERE id = $1`, id)
	return err
}

// RenameWaiting gives a waiting draft another name.
func (s *Store) RenameWaiting(ctx context.Context, id int64, name string, e quiz.AuditEntry) error {
	const doing = "rename a draft that waits"
	name = strings.TrimSpace(name)
	if err := quiz.CheckWaitingName(name); err != nil {
		return failure(doing, err)
	}
	e.After = name
	return s.write(ctx, doing, func(ctx context.Context, tx *sql.Tx) error {
		err := waitingName(ctx, tx, id, &e.Before)
		if err == nil {
			err = mayWait(ctx, tx, name, id)
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, `
				UPDATE waiting_drafts
				SET name = $1
				WHERE id = $2`, name, id)
		}
		if err != nil {
			return err
		}
		return addAudit(ctx, tx, e)
	})
}

// DeleteWaiting deletes a waiting draft for good.
func (s *Store) DeleteWaiting(ctx context.Context, id int64, e quiz.AuditEntry) error {
	return s.write(ctx, "delete a draft that waits", func(ctx context.Context, tx *sql.Tx) error {
		err := waitingName(ctx, tx, id, &e.Before)
		if err == nil {
			err = forgetWaiting(ctx, tx, id)
		}
		if err != nil {
			return err
		}
		return addAudit(ctx, tx, e)
	})
}

// waitingName reads the name that a draft waits under.
func waitingName(ctx context.Context, tx *sql.Tx, id int64, name *string) error {
	err := tx.QueryRowContext(ctx, `
		SELECT name
		FROM waiting_drafts
		WHERE id = $1`, id).Scan(name)
	if errors.Is(err, sql.ErrNoRows) {
		return refuse(quiz.ErrNotFound)
	}
	return err
}
