package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/quiz"
)

// KeepTyped keeps what an admin typed into a form, in the place of what they
// typed into it before.
func (s *Store) KeepTyped(ctx context.Context, w quiz.WorkingCopy) error {
	return s.writeIdempotent(ctx, "keep what was typed", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO working_copies
				(admin_id, path, page, typed, kept_at)
			VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (admin_id, path) DO UPDATE
			SET page = excluded.page, typed = excluded.typed, kept_at = excluded.kept_at`,
			w.Admin, w.To, w.Page, w.Typed, w.At.UnixMilli())
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM working_copies
			WHERE admin_id = $1
			AND path NOT IN (
				SELECT path
				FROM working_copies
				WHERE admin_id = $1
				ORDER BY kept_at DESC, path
				LIMIT $2)`, w.Admin, quiz.MostWorkingCopies)
		return err
	})
}

// TypedOn is what an admin typed last into a form on a page, or quiz.ErrNotFound.
func (s *Store) TypedOn(ctx context.Context, admin, page string) (quiz.WorkingCopy, error) {
	w := quiz.WorkingCopy{Admin: admin, Page: page}
	var at int64
	err := s.read.QueryRowContext(ctx, `
		SELECT path, typed, kept_at
		FROM working_copies
		WHERE admin_id = $1
		AND page = $2
		ORDER BY kept_at DESC, path
		LIMIT 1`, admin, page).Scan(&w.To, &w.Typed, &at)
	w.At = time.UnixMilli(at).UTC()
	return w, s.readFailure("find what was typed", err)
}

// ForgetTyped removes what an admin typed into a form.
func (s *Store) ForgetTyped(ctx context.Context, admin, to string) error {
	return s.writeIdempotent(ctx, "forget what was typed", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			DELETE FROM working_copies
			WHERE admin_id = $1
			AND path = $2`, admin, to)
		return err
	})
}

// ForgetTypedBefore removes what was typed before a time and never saved.
func (s *Store) ForgetTypedBefore(ctx context.Context, before time.Time) error {
	return s.writeIdempotent(ctx, "forget what was typed long ago", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			DELETE FROM working_copies
			WHERE kept_at < $1`, before.UnixMilli())
		return err
	})
}

// forgetTyped is for a draft that ends.
func (d draft) forgetTyped(ctx context.Context) error {
	_, err := d.tx.ExecContext(ctx, `
		DELETE FROM working_copies`)
	return err
}
