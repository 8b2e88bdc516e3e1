package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"whichpm/internal/quiz"
)

func readQuestions(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	rows, err := tx.QueryContext(ctx, `
		SELECT key, kind, text, left_text, right_text, strength, is_retired, source
		FROM questions
		WHERE version_id = $1
		ORDER BY position`, v.ID)
	return each(rows, err, func() error {
		var q quiz.Question
		err := rows.Scan(&q.Key, &q.Kind, &q.Text, &q.Left, &q.Right, &q.Strength, &q.Retired, &q.Source)
		v.Questions = append(v.Questions, q)
		return err
	})
}

func readOptions(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	rows, err := tx.QueryContext(ctx, `
		SELECT question_key, position, label
		FROM options
		WHERE version_id = $1
		ORDER BY question_key, position`, v.ID)
	return each(rows, err, func() error {
		var question string
		var position int
		o := quiz.Option{Loadings: map[string]float64{}}
		if err := rows.Scan(&question, &position, &o.Label); err != nil {
			return err
		}
		q := &v.Questions[v.QuestionIndex(question)]
		if position != len(q.Options) {
			return fmt.Errorf("question %s lacks option %d", question, len(q.Options))
		}
		q.Options = append(q.Options, o)
		return nil
	})
}

func readLoadings(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	//nolint:sqlclosecheck // each closes them
	rows, err := tx.QueryContext(ctx, `
		SELECT question_key, option_position, dimension_key, loading
		FROM loadings
		WHERE version_id = $1`, v.ID)
	return each(rows, err, func() error {
		var question, dimension string
		var option int
		var loading float64
		if err := rows.Scan(&question, &option, &dimension, &loading); err != nil {
			return err
		}
		q := v.Questions[v.QuestionIndex(question)]
		q.Options[option].Loadings[dimension] = loading
		return nil
	})
}

func readRoles(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	rows, err := tx.QueryContext(ctx, `
		SELECT r.key, r.name, r.short, r.prior, c.content
		FROM roles r
		JOIN role_contents c ON c.version_id = r.version_id AND c.role_key = r.key
		WHERE r.version_id = $1
		ORDER BY r.position`, v.ID)
	return each(rows, err, func() error {
		var content string
		r := quiz.Role{Profile: map[string]quiz.Profile{}}
		if err := rows.Scan(&r.Key, &r.Name, &r.Short, &r.Prior, &content); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(content), &r.Content); err != nil {
			return fmt.Errorf("content of role %s: %w", r.Key, err)
		}
		v.Roles = append(v.Roles, r)
		return nil
	})
}

func readProfiles(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	profiles := map[string]map[string]quiz.Profile{}
	for _, role := range v.Roles {
		profiles[role.Key] = role.Profile
	}
	rows, err := tx.QueryContext(ctx, `
		SELECT role_key, dimension_key, mean, spread, se, weight, source
		FROM role_profiles
		WHERE version_id = $1`, v.ID)
	return each(rows, err, func() error {
		var role, dimension string
		var p quiz.Profile
		if err := rows.Scan(&role, &dimension, &p.Mean, &p.Spread, &p.SE, &p.Weight, &p.Source); err != nil {
			return err
		}
		profiles[role][dimension] = p
		return nil
	})
}
