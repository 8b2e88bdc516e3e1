package store

import (
	"context"
	"database/sql"

	"whichpm/internal/quiz"
)

func (d draft) deleteTranslations(ctx context.Context) (sql.Result, error) {
	return d.tx.ExecContext(ctx, `
		DELETE FROM translations
		WHERE version_id = $1`, d.id)
}

func readTranslations(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	rows, err := tx.QueryContext(ctx, `
		SELECT language, field, text, made_of, is_reviewed, source_was
		FROM translations
		WHERE version_id = $1`, v.ID)
	return each(rows, err, func() error {
		var language, field string
		var t quiz.Translated
		if err := rows.Scan(&language, &field, &t.Text, &t.Of, &t.Reviewed, &t.From); err != nil {
			return err
		}
		if v.Translations == nil {
			v.Translations = quiz.Translations{}
		}
		if v.Translations[language] == nil {
			v.Translations[language] = map[string]quiz.Translated{}
		}
		v.Translations[language][field] = t
		return nil
	})
}
