package store

import (
	"context"
	"encoding/json"
	"fmt"

	"whichpm/internal/quiz"
)

// fill writes everything that is asked, scored and shown into an empty draft.
func (d draft) fill(ctx context.Context, v *quiz.Version) error {
	for i, dimension := range v.Dimensions {
		if err := d.addDimension(ctx, i, dimension); err != nil {
			return fmt.Errorf("dimension %s: %w", dimension.Key, err)
		}
	}
	for i, question := range v.Questions {
		if err := d.addQuestion(ctx, i, question); err != nil {
			return fmt.Errorf("question %s: %w", question.Key, err)
		}
	}
	for i, role := range v.Roles {
		if err := d.addRole(ctx, i, role); err != nil {
			return fmt.Errorf("role %s: %w", role.Key, err)
		}
	}
	for i, scenario := range v.Scenarios {
		if err := d.addScenario(ctx, i, scenario); err != nil {
			return fmt.Errorf("scenario %s: %w", scenario.Key, err)
		}
	}
	for language, texts := range v.Kept() {
		for field, t := range texts {
			if err := d.addTranslation(ctx, language, field, t); err != nil {
				return fmt.Errorf("translation of %s: %w", field, err)
			}
		}
	}
	return nil
}

func (d draft) addDimension(ctx context.Context, position int, dimension quiz.Dimension) error {
	_, err := d.tx.ExecContext(ctx, `
		INSERT INTO dimensions
			(version_id, key, position, name, positive, negative, question, source)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		d.id, dimension.Key, position, dimension.Name,
		dimension.Positive, dimension.Negative, dimension.Question, dimension.Source)
	return err
}

func (d draft) addQuestion(ctx context.Context, position int, q quiz.Question) error {
	_, err := d.tx.ExecContext(ctx, `
		INSERT INTO questions
			(version_id, key, position, kind, prompt, left_text, right_text, strength, is_retired, source)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		d.id, q.Key, position, string(q.Kind), q.Prompt, q.Left, q.Right, q.Strength, q.Retired, q.Source)
	if err != nil {
		return err
	}
	for i, option := range q.Options {
		if err := d.addOption(ctx, q.Key, i, option); err != nil {
			return fmt.Errorf("option %d: %w", i, err)
		}
	}
	return nil
}

func (d draft) addOption(ctx context.Context, question string, position int, option quiz.Option) error {
	_, err := d.tx.ExecContext(ctx, `
		INSERT INTO options
			(version_id, question_key, position, label)
		VALUES ($1, $2, $3, $4)`,
		d.id, question, position, option.Label)
	if err != nil {
		return err
	}
	for dimension, loading := range option.Loadings {
		_, err := d.tx.ExecContext(ctx, `
			INSERT INTO loadings
				(version_id, question_key, option_position, dimension_key, loading)
			VALUES ($1, $2, $3, $4, $5)`,
			d.id, question, position, dimension, loading)
		if err != nil {
			return fmt.Errorf("loading on %s: %w", dimension, err)
		}
	}
	return nil
}

func (d draft) addRole(ctx context.Context, position int, role quiz.Role) error {
	_, err := d.tx.ExecContext(ctx, `
		INSERT INTO roles
			(version_id, key, position, name, short, prior)
		VALUES ($1, $2, $3, $4, $5, $6)`,
		d.id, role.Key, position, role.Name, role.Short, role.Prior)
	if err != nil {
		return err
	}
	for dimension, profile := range role.Profile {
		if err = d.addProfile(ctx, role.Key, dimension, profile); err != nil {
			return fmt.Errorf("profile on %s: %w", dimension, err)
		}
	}
	content, err := json.Marshal(role.Content)
	if err != nil {
		return fmt.Errorf("write content: %w", err)
	}
	_, err = d.tx.ExecContext(ctx, `
		INSERT INTO role_contents
			(version_id, role_key, content)
		VALUES ($1, $2, $3)`,
		d.id, role.Key, string(content))
	return err
}

func (d draft) addProfile(ctx context.Context, role, dimension string, profile quiz.Profile) error {
	_, err := d.tx.ExecContext(ctx, `
		INSERT INTO role_profiles
			(version_id, role_key, dimension_key, mean, spread, se, weight, source)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		d.id, role, dimension, profile.Mean, profile.Spread, profile.SE, profile.Weight, profile.Source)
	return err
}
