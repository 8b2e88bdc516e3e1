package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"whichpm/internal/quiz"
)

// AddGroup keeps a new group with its first invitation. Adding it again changes
// nothing.
func (s *Store) AddGroup(ctx context.Context, g quiz.Group) error {
	return s.writeIdempotent(ctx, "keep group", func(ctx context.Context, tx *sql.Tx) error {
		added, err := changed(tx.ExecContext(ctx, `
			INSERT INTO quiz_groups
				(id, organiser, kind, name, least, organiser_joins, created_at, closes_at, ends_at, picture)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '')
			ON CONFLICT (id) DO NOTHING`,
			g.ID[:], g.Organiser[:], string(g.Kind), g.Name, g.Least, g.OrganiserJoins,
			g.CreatedAt.UnixMilli(), g.ClosesAt.UnixMilli(), g.EndsAt.UnixMilli()))
		if err != nil {
			return err
		}
		if !added {
			return awaitStandby(ctx, tx)
		}
		_, err = tx.ExecContext(ctx, `
			INSERT INTO group_invitations
				(id, group_id)
			VALUES ($1, $2)`, g.ID[:], g.ID[:])
		return err
	})
}

// InvitedGroup returns the group of an invitation that works. It returns
// quiz.ErrGone when the invitation was replaced or the group deleted, and
// quiz.ErrNotFound when there never was such an invitation.
func (s *Store) InvitedGroup(ctx context.Context, invitation quiz.GroupID) (quiz.Group, error) {
	var row groupRow
	var revoked sql.NullInt64
	err := s.read.QueryRowContext(ctx, `
		SELECT g.id, g.organiser, g.kind, g.name, g.least, g.organiser_joins, g.created_at,
			g.closes_at, g.ends_at, g.closed_at, g.picture, g.deleted_at, now.id, i.revoked_at
		FROM group_invitations i
		JOIN quiz_groups g ON g.id = i.group_id
		LEFT JOIN group_invitations now ON now.group_id = g.id AND now.revoked_at IS NULL
		WHERE i.id = $1`, invitation[:]).Scan(row.columns(&revoked)...)
	if err == nil && revoked.Valid {
		err = quiz.ErrGone
	}
	return row.found(s, err)
}

// OrganisedGroup returns the group of an organiser. It returns quiz.ErrGone
// when it was deleted, and quiz.ErrNotFound when there never was one.
func (s *Store) OrganisedGroup(ctx context.Context, organiser quiz.OrganiserID) (quiz.Group, error) {
	var row groupRow
	err := s.read.QueryRowContext(ctx, `
		SELECT g.id, g.organiser, g.kind, g.name, g.least, g.organiser_joins, g.created_at,
			g.closes_at, g.ends_at, g.closed_at, g.picture, g.deleted_at, now.id
		FROM quiz_groups g
		LEFT JOIN group_invitations now ON now.group_id = g.id AND now.revoked_at IS NULL
		WHERE g.organiser = $1`, organiser[:]).Scan(row.columns()...)
	return row.found(s, err)
}

// JoinedGroup returns the group of an invitation and the member with that
// result. The invitation may have been replaced since. It returns
// quiz.ErrNotFound when the result is not in the group, and quiz.ErrGone when
// the group was deleted.
func (s *Store) JoinedGroup(ctx context.Context, invitation quiz.GroupID, result quiz.ResultID) (quiz.Group, quiz.Member, error) {
	var row groupRow
	m := quiz.Member{Result: result}
	var joined sql.NullInt64
	err := s.read.QueryRowContext(ctx, `
		SELECT g.id, g.organiser, g.kind, g.name, g.least, g.organiser_joins, g.created_at,
			g.closes_at, g.ends_at, g.closed_at, g.picture, g.deleted_at, now.id, m.name, m.joined_at
		FROM group_invitations i
		JOIN quiz_groups g ON g.id = i.group_id
		JOIN group_members m ON m.group_id = g.id
		LEFT JOIN group_invitations now ON now.group_id = g.id AND now.revoked_at IS NULL
		WHERE i.id = $1
		AND m.result_id = $2`, invitation[:], result[:]).Scan(row.columns(&m.Name, &joined)...)
	g, err := row.found(s, err)
	m.Group, m.JoinedAt = g.ID, timeOf(joined)
	return g, m, err
}

// GroupsOf returns the groups that a result is in, the newest first.
func (s *Store) GroupsOf(ctx context.Context, result quiz.ResultID) ([]quiz.Group, error) {
	var list []quiz.Group
	//nolint:sqlclosecheck // each closes them
	rows, err := s.read.QueryContext(ctx, `
		SELECT g.id, g.organiser, g.kind, g.name, g.least, g.organiser_joins, g.created_at,
			g.closes_at, g.ends_at, g.closed_at, g.picture, g.deleted_at, now.id
		FROM group_members m
		JOIN quiz_groups g ON g.id = m.group_id
		LEFT JOIN group_invitations now ON now.group_id = g.id AND now.revoked_at IS NULL
		WHERE m.result_id = $1
		ORDER BY g.created_at DESC, g.id DESC`, result[:])
	err = each(rows, err, func() error {
		var row groupRow
		problem := rows.Scan(row.columns()...)
		list = append(list, row.group())
		return problem
	})
	return list, s.readFailure("read groups of a result", err)
}

// EndingGroups returns at most n groups whose time is over: an anonymous one
// that is still open is to be closed, every other to be deleted.
func (s *Store) EndingGroups(ctx context.Context, now time.Time, n int) ([]quiz.Group, error) {
	var list []quiz.Group
	//nolint:sqlclosecheck // each closes them
	rows, err := s.read.QueryContext(ctx, `
		SELECT g.id, g.organiser, g.kind, g.name, g.least, g.organiser_joins, g.created_at,
			g.closes_at, g.ends_at, g.closed_at, g.picture, g.deleted_at, now.id
		FROM quiz_groups g
		LEFT JOIN group_invitations now ON now.group_id = g.id AND now.revoked_at IS NULL
		WHERE g.ends_at <= $1
		AND g.deleted_at IS NULL
		ORDER BY g.ends_at, g.id
		LIMIT $2`, now.UnixMilli(), n)
	err = each(rows, err, func() error {
		var row groupRow
		problem := rows.Scan(row.columns()...)
		list = append(list, row.group())
		return problem
	})
	return list, s.readFailure("find groups that end", err)
}

// groupRow is where a row of quiz_groups is scanned to, with its invitation.
type groupRow struct {
	id, organiser, invitation []byte
	kind, name, picture       string
	least                     int
	joins                     bool
	created, closes, ends     sql.NullInt64
	closed, deleted           sql.NullInt64
}

// columns are the places for the columns of a group in the order in which every
// query names them, and then for what else the query asks for.
func (row *groupRow) columns(more ...any) []any {
	return append([]any{
		&row.id, &row.organiser, &row.kind, &row.name, &row.least, &row.joins, &row.created,
		&row.closes, &row.ends, &row.closed, &row.picture, &row.deleted, &row.invitation,
	}, more...)
}

func (row *groupRow) group() quiz.Group {
	g := quiz.Group{
		Kind: quiz.GroupKind(row.kind), Name: row.name, Least: row.least, OrganiserJoins: row.joins, Picture: row.picture,
		CreatedAt: timeOf(row.created), ClosesAt: timeOf(row.closes), EndsAt: timeOf(row.ends), ClosedAt: timeOf(row.closed),
	}
	copy(g.ID[:], row.id)
	copy(g.Organiser[:], row.organiser)
	copy(g.Invitation[:], row.invitation)
	return g
}

// found is the group, unless it was deleted or the query failed.
func (row *groupRow) found(s *Store, err error) (quiz.Group, error) {
	if err == nil && row.deleted.Valid {
		err = quiz.ErrGone
	}
	if err != nil {
		return quiz.Group{}, s.readFailure("read group", err)
	}
	return row.group(), nil
}

// lockGroup locks the row of a group and returns it as it is now, so that it is
// not closed while somebody joins. It refuses with quiz.ErrGone for a deleted
// one and with quiz.ErrNotFound for one that never was.
func lockGroup(ctx context.Context, tx *sql.Tx, id quiz.GroupID) (quiz.Group, error) {
	_, err := tx.ExecContext(ctx, `
		UPDATE quiz_groups
		SET least = least
		WHERE id = $1`, id[:])
	if err != nil {
		return quiz.Group{}, err
	}
	var row groupRow
	err = tx.QueryRowContext(ctx, `
		SELECT g.id, g.organiser, g.kind, g.name, g.least, g.organiser_joins, g.created_at,
			g.closes_at, g.ends_at, g.closed_at, g.picture, g.deleted_at, now.id
		FROM quiz_groups g
		LEFT JOIN group_invitations now ON now.group_id = g.id AND now.revoked_at IS NULL
		WHERE g.id = $1`, id[:]).Scan(row.columns()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return quiz.Group{}, refuse(quiz.ErrNotFound)
	case err == nil && row.deleted.Valid:
		return quiz.Group{}, refuse(quiz.ErrGone)
	}
	return row.group(), err
}
