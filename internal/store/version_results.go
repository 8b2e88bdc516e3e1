package store

import (
	"context"
	"fmt"

	"whichpm/internal/quiz"
)

// VersionResults calls fn for every result of a version, with what its taker
// said or nil. It reads them one by one from one moment's state and holds up no
// write. They come in the order of what was answered: the key begins with the
// day, so that its order would tell who came when. An error of fn ends it and is
// returned.
func (s *Store) VersionResults(ctx context.Context, version int64, fn func(quiz.Result, *quiz.Outcome) error) error {
	rows, err := s.read.QueryContext(ctx, `
		SELECT r.id, r.version_id, r.finished_at, r.answers, r.asked, r.shuffle, r.verdict, r.top_role,
			r.probability, r.duration_ms, r.form, r.is_hurried,
			o.role_key, o.years, o.suits, o.is_open, o.said_at, o.is_repeat
		FROM results r
		LEFT JOIN outcomes o ON o.result_id = r.id
		WHERE r.version_id = $1
		AND r.deleted_at IS NULL
		ORDER BY r.answers, r.asked, r.shuffle`, version)
	err = eachReported(rows, err, fn)
	return s.readFailure(fmt.Sprintf("read the results of version %d", version), err)
}
