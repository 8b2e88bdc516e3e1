package store

import (
	"context"
	"time"

	"whichpm/internal/quiz"
)

// FinishedBefore returns at most n results that were finished before a time,
// the oldest first. Deleted ones are left out.
func (s *Store) FinishedBefore(ctx context.Context, before time.Time, n int) ([]quiz.ResultID, error) {
	var list []quiz.ResultID
	//nolint:sqlclosecheck // each closes them
	rows, err := s.read.QueryContext(ctx, `
		SELECT id
		FROM results
		WHERE finished_at < $1
		ORDER BY finished_at
		LIMIT $2`, before.UnixMilli(), n)
	err = each(rows, err, func() error {
		var id []byte
		problem := rows.Scan(&id)
		list = append(list, quiz.ResultID(id))
		return problem
	})
	return list, s.readFailure("find old results", err)
}
