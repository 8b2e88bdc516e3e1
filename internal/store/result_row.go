package store

import (
	"database/sql"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// resultRow is where a row of results is scanned to. Of one that was deleted
// the database has kept no more than the id and the version.
type resultRow struct {
	id                          keyColumn
	version                     int64
	finished, shuffle, duration sql.NullInt64
	answers, asked              sql.NullString
	verdict, top                sql.NullString
	probability                 sql.NullFloat64
	form                        sql.NullString
	hurried                     sql.NullBool
}

// columns are the places for id, version_id, finished_at, answers, asked,
// shuffle, verdict, top_role, probability, duration_ms, form and
// is_hurried, in that order, and then for what else the query asks for.
func (row *resultRow) columns(more ...any) []any {
	return append([]any{
		&row.id, &row.version, &row.finished, &row.answers, &row.asked,
		&row.shuffle, &row.verdict, &row.top, &row.probability, &row.duration, &row.form, &row.hurried,
	}, more...)
}

// result is what was scanned.
func (row *resultRow) result() quiz.Result {
	return quiz.Result{
		ID: quiz.ResultID(row.id), Version: row.version, FinishedAt: timeOf(row.finished),
		Answers: row.answers.String, Asked: row.asked.String,
		Shuffle: quiz.Shuffle(row.shuffle.Int64), //nolint:gosec // all 64 bits were kept
		Verdict: quiz.Verdict(row.verdict.String), Top: row.top.String, Probability: row.probability.Float64,
		Duration: time.Duration(row.duration.Int64) * time.Millisecond,
		Form:     quiz.Form(row.form.String), Hurried: row.hurried.Bool,
	}
}

// scanResult reads a result that was not deleted.
func scanResult(rows *sql.Rows) (quiz.Result, error) {
	var row resultRow
	err := rows.Scan(row.columns()...)
	return row.result(), err
}

// keyColumn takes the key of a result over where it lies.
type keyColumn quiz.ResultID

// Scan is how package sql gives it the key.
func (k *keyColumn) Scan(from any) error {
	key, ok := from.([]byte)
	if !ok || len(key) != len(k) {
		return fmt.Errorf("%v is no key of a result", from)
	}
	copy(k[:], key)
	return nil
}
