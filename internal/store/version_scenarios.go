package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"whichpm/internal/quiz"
)

func (d draft) addScenario(ctx context.Context, position int, s quiz.Scenario) error {
	answers, err := json.Marshal(s.Answers)
	if err != nil {
		return fmt.Errorf("write answers: %w", err)
	}
	_, err = d.tx.ExecContext(ctx, `
		INSERT INTO scenarios
			(version_id, key, position, name, answers, verdict, role_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		d.id, s.Key, position, s.Name, string(answers), string(s.Verdict),
		sql.NullString{String: s.Role, Valid: s.Role != ""})
	return err
}

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
