package store

import (
	"context"
	"database/sql"
	"time"

	"whichpm/internal/quiz"
)

// maxShares is how many links of one result may work at a time.
const maxShares = 50

// AddShare keeps a link to a result. Adding it again changes nothing. It
// returns quiz.ErrNotFound or quiz.ErrGone when the result is not there, and
// quiz.Problems when too many links work already.
func (s *Store) AddShare(ctx context.Context, sh quiz.Share) error {
	return s.writeIdempotent(ctx, "keep share", func(ctx context.Context, tx *sql.Tx) error {
		if err := lockResult(ctx, tx, sh.Result); err != nil {
			return err
		}
		if err := roomForShare(ctx, tx, sh); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `
			INSERT INTO shares
				(id, result_id, scope, name, created_at)
			VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (id) DO NOTHING`,
			sh.ID[:], sh.Result[:], string(sh.Scope), sh.Name, sh.CreatedAt.UnixMilli())
		return err
	})
}

func roomForShare(ctx context.Context, tx *sql.Tx, sh quiz.Share) error {
	var others int
	err := tx.QueryRowContext(ctx, `
		SELECT COUNT(*)
		FROM shares
		WHERE result_id = $1
		AND id <> $2
		AND revoked_at IS NULL`, sh.Result[:], sh.ID[:]).Scan(&others)
	if err == nil && others >= maxShares {
		return refuse(quiz.Refusal("scope", "links_many", "n", maxShares))
	}
	return err
}

// Shares returns the links of a result, the newest first, with those that
// were revoked. A result without any, or none at all, has an empty list.
func (s *Store) Shares(ctx context.Context, id quiz.ResultID) ([]quiz.Share, error) {
	var shares []quiz.Share
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, scope, name, created_at, revoked_at
		FROM shares
		WHERE result_id = $1
		ORDER BY created_at DESC, id DESC`, id[:])
	err = each(rows, err, func() error {
		sh := quiz.Share{Result: id}
		var key []byte
		var created, revoked sql.NullInt64
		problem := rows.Scan(&key, &sh.Scope, &sh.Name, &created, &revoked)
		copy(sh.ID[:], key)
		sh.CreatedAt, sh.RevokedAt = timeOf(created), timeOf(revoked)
		shares = append(shares, sh)
		return problem
	})
	return shares, s.readFailure("read shares", err)
}

// Share returns a link that works and the result it shows. It returns
// quiz.ErrGone when the link was revoked or the result deleted, and
// quiz.ErrNotFound when there never was such a link. A replica may answer.
func (s *Store) Share(ctx context.Context, id quiz.ShareID) (quiz.Share, quiz.Result, error) {
	if sh, r, ok := s.replica.share(ctx, id); ok {
		return sh, r, nil
	}
	sh, r, err := readShare(ctx, s.read, id)
	if err != nil {
		return quiz.Share{}, quiz.Result{}, s.readFailure("read share", err)
	}
	return sh, r, nil
}

func readShare(ctx context.Context, db pool, id quiz.ShareID) (quiz.Share, quiz.Result, error) {
	sh := quiz.Share{ID: id}
	var key []byte
	var created, revoked sql.NullInt64
	err := db.QueryRowContext(ctx, `
		SELECT result_id, scope, name, created_at, revoked_at
		FROM shares
		WHERE id = $1`, id[:]).
		Scan(&key, &sh.Scope, &sh.Name, &created, &revoked)
	if err != nil {
		return sh, quiz.Result{}, err
	}
	if revoked.Valid {
		return sh, quiz.Result{}, quiz.ErrGone
	}
	copy(sh.Result[:], key)
	sh.CreatedAt = timeOf(created)
	r, err := readResult(ctx, db, sh.Result)
	return sh, r, err
}

// RevokeShare switches off a link of that result. Revoking again is no error.
// It returns quiz.ErrNotFound when the result has no such link.
func (s *Store) RevokeShare(ctx context.Context, result quiz.ResultID, share quiz.ShareID, now time.Time) error {
	return s.writeIdempotent(ctx, "revoke share", func(ctx context.Context, tx *sql.Tx) error {
		revoked, err := changed(tx.ExecContext(ctx, `
			UPDATE shares
			SET revoked_at = $1
			WHERE id = $2
			AND result_id = $3
			AND revoked_at IS NULL`, now.UnixMilli(), share[:], result[:]))
		if err != nil || revoked {
			return err
		}
		var known int
		err = tx.QueryRowContext(ctx, `
			SELECT COUNT(*)
			FROM shares
			WHERE id = $1
			AND result_id = $2`, share[:], result[:]).Scan(&known)
		if err == nil && known == 0 {
			return refuse(quiz.ErrNotFound)
		}
		if err != nil {
			return err
		}
		return awaitStandby(ctx, tx)
	})
}
