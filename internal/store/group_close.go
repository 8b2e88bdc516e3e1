package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/quiz"
)

// CloseGroup closes a group, so that nobody joins it any more. Of an anonymous
// one, draw makes the picture of the results in it, in no order that says who came
// when; the rows of the members go in the same transaction, so that a picture is
// made once or not at all. Draw may be called again and must not keep anything.
// Closing again changes nothing. It returns quiz.ErrTooFew when fewer joined than
// the group needs, and quiz.ErrGone when it was deleted.
func (s *Store) CloseGroup(ctx context.Context, id quiz.GroupID, now time.Time, draw func([]quiz.Result) (string, error)) error {
	return s.writeIdempotent(ctx, "close group", func(ctx context.Context, tx *sql.Tx) error {
		g, err := lockGroup(ctx, tx, id)
		if err != nil {
			return err
		}
		if !g.ClosedAt.IsZero() {
			return awaitStandby(ctx, tx)
		}
		picture := ""
		if g.Kind == quiz.Anonymous {
			if picture, err = drawMembers(ctx, tx, g, draw); err != nil {
				return err
			}
		}
		g = g.Closed(now)
		_, err = tx.ExecContext(ctx, `
			UPDATE quiz_groups
			SET closed_at = $1, ends_at = $2, picture = $3
			WHERE id = $4`, g.ClosedAt.UnixMilli(), g.EndsAt.UnixMilli(), picture, id[:])
		return err
	})
}

// drawMembers takes the rows of the members, so that whoever leaves at the same
// time is either in time or told that it is too late, makes their picture and
// deletes the rows.
func drawMembers(ctx context.Context, tx *sql.Tx, g quiz.Group, draw func([]quiz.Result) (string, error)) (string, error) {
	_, err := tx.ExecContext(ctx, `
		UPDATE group_members
		SET name = name
		WHERE group_id = $1`, g.ID[:])
	if err != nil {
		return "", err
	}
	results, err := memberResults(ctx, tx, g.ID)
	if err != nil {
		return "", err
	}
	if len(results) < g.Least {
		return "", refuse(quiz.ErrTooFew)
	}
	picture, err := draw(results)
	if err != nil {
		return "", err
	}
	_, err = tx.ExecContext(ctx, `
		DELETE FROM group_members
		WHERE group_id = $1`, g.ID[:])
	return picture, err
}

func memberResults(ctx context.Context, tx *sql.Tx, id quiz.GroupID) ([]quiz.Result, error) {
	var results []quiz.Result
	rows, err := tx.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried
		FROM group_members m
		JOIN results r ON r.id = m.result_id
		WHERE m.group_id = $1
		AND r.deleted_at IS NULL
		ORDER BY r.answers, r.asked, r.shuffle`, id[:])
	err = each(rows, err, func() error {
		r, problem := scanResult(rows)
		results = append(results, r)
		return problem
	})
	return results, err
}

// RenewInvitation puts an invitation in the place of the one that worked, which is
// gone from then on. It is for named groups. It returns quiz.ErrGroupClosed for one
// that takes nobody any more, and quiz.ErrGone for a deleted one.
func (s *Store) RenewInvitation(ctx context.Context, id, invitation quiz.GroupID, now time.Time) error {
	return s.writeIdempotent(ctx, "renew invitation", func(ctx context.Context, tx *sql.Tx) error {
		g, err := lockGroup(ctx, tx, id)
		if err != nil {
			return err
		}
		if g.Kind != quiz.Named || !g.Open(now) {
			return refuse(quiz.ErrGroupClosed)
		}
		if g.Invitation == invitation {
			return nil
		}
		_, err = tx.ExecContext(ctx, `
			UPDATE group_invitations
			SET revoked_at = $1
			WHERE group_id = $2
			AND revoked_at IS NULL`, now.UnixMilli(), id[:])
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO group_invitations
				(id, group_id)
			VALUES ($1, $2)`, invitation[:], id[:])
		return err
	})
}

// DeleteGroup deletes a group: its name, its picture and who was in it. What stays
// is that its addresses are taken, so that they answer "deleted". Deleting again is
// no error. It returns quiz.ErrNotFound if there was none.
func (s *Store) DeleteGroup(ctx context.Context, id quiz.GroupID, now time.Time) error {
	return s.writeIdempotent(ctx, "delete group", func(ctx context.Context, tx *sql.Tx) error {
		return deleteGroup(ctx, tx, id, now)
	})
}

func deleteGroup(ctx context.Context, tx *sql.Tx, id quiz.GroupID, now time.Time) error {
	known, err := changed(tx.ExecContext(ctx, `
		UPDATE quiz_groups
		SET name = '', picture = '', deleted_at = COALESCE(deleted_at, $1)
		WHERE id = $2`, now.UnixMilli(), id[:]))
	if err != nil {
		return err
	}
	if !known {
		return refuse(quiz.ErrNotFound)
	}
	_, err = tx.ExecContext(ctx, `
		DELETE FROM group_members
		WHERE group_id = $1`, id[:])
	return err
}

// EndGroup deletes a group with the entry that says who of the site's owners did.
func (s *Store) EndGroup(ctx context.Context, id quiz.GroupID, e quiz.AuditEntry) error {
	return s.write(ctx, "end group", func(ctx context.Context, tx *sql.Tx) error {
		if _, err := lockGroup(ctx, tx, id); err != nil {
			return err
		}
		if err := deleteGroup(ctx, tx, id, e.At); err != nil {
			return err
		}
		return addAudit(ctx, tx, e)
	})
}
