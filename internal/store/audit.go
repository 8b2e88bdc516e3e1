package store

import (
	"context"
	"database/sql"
	"fmt"

	"whichpm/internal/quiz"
)

// addAudit writes down what the transaction does, so that nothing is done and
// not written down. Entries are added here, read by Audit, and nothing else.
// Of two that take the same number at once one waits for the other to be kept
// and takes the next. (Without a WHERE, SQLite would read ON as part of FROM.)
func addAudit(ctx context.Context, tx *sql.Tx, e quiz.AuditEntry) error {
	added, err := false, error(nil)
	for err == nil && !added {
		added, err = changed(tx.ExecContext(ctx, `
			INSERT INTO audit_log
				(id, at, actor, action, subject, before_text, after_text, reason)
			SELECT COALESCE(MAX(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7
			FROM audit_log
			WHERE id > 0
			ON CONFLICT (id) DO NOTHING`,
			e.At.UnixMilli(), e.By, e.Action, e.Subject, e.Before, e.After, e.Reason))
	}
	if err != nil {
		return fmt.Errorf("write the audit log: %w", err)
	}
	return nil
}

// Audit returns the chosen entries, the newest first.
func (s *Store) Audit(ctx context.Context, f quiz.AuditFilter) ([]quiz.AuditEntry, error) {
	if f.Limit <= 0 || f.Limit > quiz.MaxAudit {
		f.Limit = quiz.MaxAudit
	}
	before := sql.NullInt64{Int64: f.Before.UnixMilli(), Valid: !f.Before.IsZero()}
	var entries []quiz.AuditEntry
	rows, err := s.read.QueryContext(ctx, `
		SELECT id, at, actor, action, subject, before_text, after_text, reason
		FROM audit_log
		WHERE ($1 = '' OR actor = $1)
		AND ($2 = '' OR action = $2)
		AND ($3 = '' OR subject = $3 OR SUBSTR(subject, 1, LENGTH($4)) = $4)
		AND at < COALESCE($5, at + 1)
		AND (id < $6 OR $6 = 0)
		ORDER BY id DESC
		LIMIT $7`,
		f.By, f.Action, f.Subject, f.Subject+".", before, f.BeforeID, f.Limit)
	err = each(rows, err, func() error {
		var e quiz.AuditEntry
		var at sql.NullInt64
		problem := rows.Scan(&e.ID, &at, &e.By, &e.Action, &e.Subject, &e.Before, &e.After, &e.Reason)
		e.At = timeOf(at)
		entries = append(entries, e)
		return problem
	})
	return entries, s.readFailure("read the audit log", err)
}
