package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"whichpm/internal/quiz"
)

// fill writes everything that is asked, scored and shown into an empty draft:
// the rows of a table in one statement, however many there are.
func (d draft) fill(ctx context.Context, v *quiz.Version) error {
	tables, err := versionRows(v)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := d.insert(ctx, t); err != nil {
			return fmt.Errorf("write %s: %w", t.name, err)
		}
	}
	return nil
}

// tableRows are rows of a table, each without the version it belongs to.
type tableRows struct {
	name    string
	columns []string
	rows    [][]any
}

func (t *tableRows) add(row ...any) { t.rows = append(t.rows, row) }

// mostParameters is how many a statement has: SQLite looks each up among all, and
// each statement costs a round trip to a server.
const mostParameters = 2000

func (d draft) insert(ctx context.Context, t *tableRows) error {
	columns := append([]string{"version_id"}, t.columns...)
	for some := range slices.Chunk(t.rows, mostParameters/len(columns)) {
		rows := make([][]any, len(some))
		for i, row := range some {
			rows[i] = append([]any{d.id}, row...)
		}
		query, values := insertion("$", t.name, columns, rows)
		if _, err := d.tx.ExecContext(ctx, query, values...); err != nil {
			return err
		}
	}
	return nil
}

// versionRows lists the rows of a version, parents before their children.
func versionRows(v *quiz.Version) ([]*tableRows, error) {
	dimensions := &tableRows{name: "dimensions", columns: []string{"key", "position", "name", "positive", "negative", "question", "source"}}
	for i, d := range v.Dimensions {
		dimensions.add(d.Key, i, d.Name, d.Positive, d.Negative, d.Question, d.Source)
	}
	translations := &tableRows{name: "translations", columns: []string{"language", "field", "text", "made_of", "is_reviewed", "source_was"}}
	for language, texts := range v.Kept() {
		for field, t := range texts {
			translations.add(language, field, t.Text, t.Of, t.Reviewed, t.From)
		}
	}
	roles, err := roleRows(v)
	if err != nil {
		return nil, err
	}
	scenarios, err := scenarioRows(v)
	if err != nil {
		return nil, err
	}
	return slices.Concat([]*tableRows{dimensions}, questionRows(v), roles, []*tableRows{scenarios, translations}), nil
}

func questionRows(v *quiz.Version) []*tableRows {
	questions := &tableRows{name: "questions", columns: []string{
		"key", "position", "kind", "text", "left_text", "right_text", "strength", "is_retired", "source",
	}}
	options := &tableRows{name: "options", columns: []string{"question_key", "position", "label"}}
	loadings := &tableRows{name: "loadings", columns: []string{"question_key", "option_position", "dimension_key", "loading"}}
	for i, q := range v.Questions {
		questions.add(q.Key, i, string(q.Kind), q.Text, q.Left, q.Right, q.Strength, q.Retired, q.Source)
		for position, option := range q.Options {
			options.add(q.Key, position, option.Label)
			for dimension, loading := range option.Loadings {
				loadings.add(q.Key, position, dimension, loading)
			}
		}
	}
	return []*tableRows{questions, options, loadings}
}

func roleRows(v *quiz.Version) ([]*tableRows, error) {
	roles := &tableRows{name: "roles", columns: []string{"key", "position", "name", "short", "prior"}}
	profiles := &tableRows{name: "role_profiles", columns: []string{"role_key", "dimension_key", "mean", "spread", "se", "weight", "source"}}
	contents := &tableRows{name: "role_contents", columns: []string{"role_key", "content"}}
	for i, r := range v.Roles {
		roles.add(r.Key, i, r.Name, r.Short, r.Prior)
		for dimension, p := range r.Profile {
			profiles.add(r.Key, dimension, p.Mean, p.Spread, p.SE, p.Weight, p.Source)
		}
		content, err := json.Marshal(r.Content)
		if err != nil {
			return nil, fmt.Errorf("write content of role %s: %w", r.Key, err)
		}
		contents.add(r.Key, string(content))
	}
	return []*tableRows{roles, profiles, contents}, nil
}

func scenarioRows(v *quiz.Version) (*tableRows, error) {
	scenarios := &tableRows{name: "scenarios", columns: []string{"key", "position", "name", "answers", "verdict", "role_key"}}
	for i, s := range v.Scenarios {
		answers, err := json.Marshal(s.Answers)
		if err != nil {
			return nil, fmt.Errorf("write answers of scenario %s: %w", s.Key, err)
		}
		scenarios.add(s.Key, i, s.Name, string(answers), string(s.Verdict), sql.NullString{String: s.Role, Valid: s.Role != ""})
	}
	return scenarios, nil
}
