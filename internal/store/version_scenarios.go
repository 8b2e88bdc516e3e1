package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"whichpm/internal/quiz"
)

func readScenarios(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	rows, err := tx.QueryContext(ctx, `
		SELECT key, name, answers, verdict, COALESCE(role_key, '')
		FROM scenarios
		WHERE version_id = $1
		ORDER BY position`, v.ID)
	return each(rows, err, func() error {
		var s quiz.Scenario
		var answers string
		if err := rows.Scan(&s.Key, &s.Name, &answers, &s.Verdict, &s.Role); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(answers), &s.Answers); err != nil {
			return fmt.Errorf("answers of scenario %s: %w", s.Key, err)
		}
		v.Scenarios = append(v.Scenarios, s)
		return nil
	})
}
