package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
)

// BrandRevision is the revision of the brand, 0 while there is none. It is asked
// for often, and reads no picture.
func (s *Store) BrandRevision(ctx context.Context) (revision int64, err error) {
	err = s.read.QueryRowContext(ctx, `
		SELECT revision
		FROM brand
		WHERE settings <> ''`).Scan(&revision)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return revision, s.readFailure("find the revision of the brand", err)
}

// Brand is what the host set, or quiz.ErrNotFound.
func (s *Store) Brand(ctx context.Context) (b brand.Brand, err error) {
	var settings string
	var at int64
	err = s.read.QueryRowContext(ctx, `
		SELECT revision, settings, logo_light, logo_dark, updated_at
		FROM brand
		WHERE settings <> ''`).Scan(&b.Revision, &settings, &b.LogoLight, &b.LogoDark, &at)
	if err != nil {
		return brand.Brand{}, s.readFailure("read the brand", err)
	}
	b.UpdatedAt = time.UnixMilli(at).UTC()
	b.Settings, err = brand.ReadSettings(settings)
	return b, err
}

// SaveBrand keeps a brand in the place of the one with its revision, 0 for none,
// and returns the new revision. It returns quiz.ErrStale when that is not what is
// there.
func (s *Store) SaveBrand(ctx context.Context, b brand.Brand, e quiz.AuditEntry) (int64, error) {
	settings, err := b.JSON()
	if err != nil {
		return 0, err
	}
	return s.putBrand(ctx, b, settings, e)
}

// RemoveBrand takes the brand with that revision away. It returns quiz.ErrStale when
// that is not what is there. The row stays, so that no revision comes twice.
func (s *Store) RemoveBrand(ctx context.Context, revision int64, e quiz.AuditEntry) error {
	_, err := s.putBrand(ctx, brand.Brand{Revision: revision}, "", e)
	return err
}

func (s *Store) putBrand(ctx context.Context, b brand.Brand, settings string, e quiz.AuditEntry) (next int64, err error) {
	err = s.write(ctx, "save the brand", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO brand
				(id, revision, settings, logo_light, logo_dark, updated_at)
			VALUES (1, 0, '', $1, $1, 0)
			ON CONFLICT (id) DO NOTHING`, []byte{})
		if err != nil {
			return err
		}
		err = tx.QueryRowContext(ctx, `
			UPDATE brand
			SET revision = revision + 1, settings = $1, logo_light = $2, logo_dark = $3, updated_at = $4
			WHERE revision = $5
			OR (settings = '' AND $5 = 0)
			RETURNING revision`,
			settings, orEmpty(b.LogoLight), orEmpty(b.LogoDark), e.At.UnixMilli(), b.Revision).Scan(&next)
		if errors.Is(err, sql.ErrNoRows) {
			return quiz.ErrStale
		}
		if err != nil {
			return err
		}
		return addAudit(ctx, tx, e)
	})
	return next, err
}

// orEmpty is no bytes where there are none, and not nothing.
func orEmpty(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
