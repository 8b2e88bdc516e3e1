package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"whichpm/internal/quiz"
)

// JoinGroup adds a result to a group, in the place of the one it replaces if that
// is in it. Adding it again changes nothing. It takes the group's row first, so
// that the last place is taken once and nobody joins what was closed. It returns
// quiz.ErrGroupClosed, quiz.ErrGroupFull, quiz.ErrJoined for another name, and
// quiz.ErrGone or quiz.ErrNotFound when group or result is not there.
func (s *Store) JoinGroup(ctx context.Context, m quiz.Member, now time.Time) error {
	return s.writeIdempotent(ctx, "join group", func(ctx context.Context, tx *sql.Tx) error {
		g, err := lockGroup(ctx, tx, m.Group)
		if err != nil {
			return err
		}
		if err = lockResult(ctx, tx, m.Result); err != nil {
			return err
		}
		if in, err := inGroupAs(ctx, tx, m); in || err != nil {
			return err
		}
		if !g.Open(now) {
			return refuse(quiz.ErrGroupClosed)
		}
		if err = roomInGroup(ctx, tx, g, m); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM group_members
			WHERE group_id = $1
			AND result_id = $2`, m.Group[:], m.Replaces[:])
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO group_members
				(group_id, result_id, name, joined_at)
			VALUES ($1, $2, $3, $4)`, m.Group[:], m.Result[:], m.Name, millisOrNull(m.JoinedAt))
		return err
	})
}

// inGroupAs reports whether the result is in the group under that name already.
func inGroupAs(ctx context.Context, tx *sql.Tx, m quiz.Member) (bool, error) {
	var name string
	err := tx.QueryRowContext(ctx, `
		SELECT name
		FROM group_members
		WHERE group_id = $1
		AND result_id = $2`, m.Group[:], m.Result[:]).Scan(&name)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, err
	case name != m.Name:
		return false, refuse(quiz.ErrJoined)
	}
	return true, nil
}

func roomInGroup(ctx context.Context, tx *sql.Tx, g quiz.Group, m quiz.Member) error {
	var others int
	err := tx.QueryRowContext(ctx, `
		SELECT COUNT(*)
		FROM group_members
		WHERE group_id = $1
		AND result_id <> $2`, m.Group[:], m.Replaces[:]).Scan(&others)
	if err == nil && others >= g.Kind.Most() {
		return refuse(quiz.ErrGroupFull)
	}
	return err
}

func millisOrNull(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.UnixMilli(), Valid: !t.IsZero()}
}

// LeaveGroup takes a result out of a group. Leaving again is no error. Once an
// anonymous group was closed nothing says any more whose part is whose: it
// returns quiz.ErrGroupClosed then.
func (s *Store) LeaveGroup(ctx context.Context, id quiz.GroupID, result quiz.ResultID) error {
	return s.writeIdempotent(ctx, "leave group", func(ctx context.Context, tx *sql.Tx) error {
		g, err := lockGroup(ctx, tx, id)
		if err != nil {
			return err
		}
		if g.Released() {
			return refuse(quiz.ErrGroupClosed)
		}
		_, err = tx.ExecContext(ctx, `
			DELETE FROM group_members
			WHERE group_id = $1
			AND result_id = $2`, id[:], result[:])
		return err
	})
}

// GroupMembers returns who is in a named group with their results, in the order
// in which they came. Of an anonymous group it returns nobody: only CloseGroup
// reads those.
func (s *Store) GroupMembers(ctx context.Context, id quiz.GroupID) ([]quiz.Member, []quiz.Result, error) {
	var members []quiz.Member
	var results []quiz.Result
	rows, err := s.read.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried, m.name, m.joined_at
		FROM group_members m
		JOIN quiz_groups g ON g.id = m.group_id
		JOIN results r ON r.id = m.result_id
		WHERE m.group_id = $1
		AND g.kind = 'named'
		AND r.deleted_at IS NULL
		ORDER BY m.joined_at, m.result_id`, id[:])
	err = each(rows, err, func() error {
		var row resultRow
		var joined sql.NullInt64
		m := quiz.Member{Group: id}
		problem := rows.Scan(row.columns(&m.Name, &joined)...)
		m.Result, m.JoinedAt = quiz.ResultID(row.id), timeOf(joined)
		members, results = append(members, m), append(results, row.result())
		return problem
	})
	return members, results, s.readFailure("read members of a group", err)
}

// GroupHasEnough reports whether at least as many people joined a group as its
// picture needs. How many did, nobody is told before that.
func (s *Store) GroupHasEnough(ctx context.Context, id quiz.GroupID) (bool, error) {
	var enough bool
	err := s.read.QueryRowContext(ctx, `
		SELECT COUNT(m.result_id) >= g.least
		FROM quiz_groups g
		LEFT JOIN group_members m ON m.group_id = g.id
		WHERE g.id = $1
		GROUP BY g.id, g.least`, id[:]).Scan(&enough)
	return enough, s.readFailure("count members of a group", err)
}
