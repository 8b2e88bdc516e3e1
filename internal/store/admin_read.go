package store

import (
	"context"
	"database/sql"

	"whichpm/internal/auth"
)

// Admins returns everyone who may or might sign in, by address.
func (s *Store) Admins(ctx context.Context) ([]auth.Admin, error) {
	var admins []auth.Admin
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, email, role, password_hash, is_temporary, is_disabled,
			totp_secret, totp_step, created_at, signed_in_at
		FROM admins
		ORDER BY email`)
	err = each(rows, err, func() error {
		a, problem := scanAdmin(rows)
		admins = append(admins, a)
		return problem
	})
	return admins, s.readFailure("read admins", err)
}

// Admin returns an admin with the recovery codes that are left, or
// quiz.ErrNotFound.
func (s *Store) Admin(ctx context.Context, id string) (auth.Admin, error) {
	a, err := scanAdmin(s.read.QueryRowContext(ctx, `
		SELECT id, email, role, password_hash, is_temporary, is_disabled,
			totp_secret, totp_step, created_at, signed_in_at
		FROM admins
		WHERE id = $1`, id))
	if err == nil {
		a.RecoveryHashes, err = s.recoveryHashes(ctx, id)
	}
	return a, s.readFailure("read admin", err)
}

// AdminByEmail is Admin for an address as auth.Email writes it.
func (s *Store) AdminByEmail(ctx context.Context, email string) (auth.Admin, error) {
	a, err := scanAdmin(s.read.QueryRowContext(ctx, `
		SELECT id, email, role, password_hash, is_temporary, is_disabled,
			totp_secret, totp_step, created_at, signed_in_at
		FROM admins
		WHERE email = $1`, email))
	if err == nil {
		a.RecoveryHashes, err = s.recoveryHashes(ctx, a.ID)
	}
	return a, s.readFailure("read admin", err)
}

// scanAdmin reads the columns every query here names.
func scanAdmin(row interface{ Scan(into ...any) error }) (auth.Admin, error) {
	var a auth.Admin
	var secret sql.NullString
	var created, signedIn sql.NullInt64
	err := row.Scan(&a.ID, &a.Email, &a.Role, &a.PasswordHash, &a.Temporary, &a.Disabled,
		&secret, &a.TOTPStep, &created, &signedIn)
	a.TOTPSecret = secret.String
	a.CreatedAt, a.SignedInAt = timeOf(created), timeOf(signedIn)
	return a, err
}

func (s *Store) recoveryHashes(ctx context.Context, id string) ([]auth.Digest, error) {
	var hashes []auth.Digest
	//nolint:sqlclosecheck // each closes them
	rows, err := s.read.QueryContext(ctx, `
		SELECT hash
		FROM admin_recovery_codes
		WHERE admin_id = $1
		ORDER BY hash`, id)
	err = each(rows, err, func() error {
		var hash []byte
		problem := rows.Scan(&hash)
		hashes = append(hashes, digest(hash))
		return problem
	})
	return hashes, s.readFailure("read recovery codes", err)
}

func digest(b []byte) (d auth.Digest) {
	copy(d[:], b)
	return d
}
