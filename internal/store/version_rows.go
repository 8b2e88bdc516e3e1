package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// versionTable is a table whose rows belong to a version. SQL is made of its
// name and columns, the same for every database.
type versionTable interface {
	table() table
	shape() (name string, columns []string)
	values(v *quiz.Version) ([][]any, error)
	read(ctx context.Context, tx *sql.Tx, v *quiz.Version) error
}

// versionRows is a versionTable with a row in Go, R. All columns but the version are
// where at points to, in their order.
type versionRows[R any] struct {
	name    string
	key     string // columns that with the version name a row, separated by spaces
	columns string // separated by spaces
	order   string // in which rows are read, if it matters
	at      func(*R) []any
	rows    func(*quiz.Version) []R
	put     func(*quiz.Version, R) error // v has the rows of the tables before
}

// placed is a part of a version with its place among the others, from 0.
type placed[T any] struct {
	of       T
	position int
}

// parts is the table of a list of parts that have keys, in their order.
func parts[T any](name, columns string, list func(*quiz.Version) *[]T, at func(part *T, position *int) []any) versionTable {
	return versionRows[placed[T]]{
		name: name, key: "key", columns: columns, order: "position",
		at: func(r *placed[T]) []any { return at(&r.of, &r.position) },
		rows: func(v *quiz.Version) (rows []placed[T]) {
			for i, part := range *list(v) {
				rows = append(rows, placed[T]{part, i})
			}
			return rows
		},
		put: func(v *quiz.Version, r placed[T]) error {
			*list(v) = append(*list(v), r.of)
			return nil
		},
	}
}

func (t versionRows[R]) shape() (name string, columns []string) {
	return t.name, strings.Fields(t.columns)
}

// read puts the rows of a version into it.
func (t versionRows[R]) read(ctx context.Context, tx *sql.Tx, v *quiz.Version) error {
	order := ""
	if t.order != "" {
		order = " ORDER BY " + t.order
	}
	rows, err := tx.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE version_id = $1%s", list(strings.Fields(t.columns)), t.name, order), v.ID) //nolint:sqlclosecheck // each closes them
	return each(rows, err, func() error {
		var r R
		if err := rows.Scan(t.at(&r)...); err != nil {
			return fmt.Errorf("read %s: %w", t.name, err)
		}
		return t.put(v, r)
	})
}

// values are the rows of a version as a statement takes them.
func (t versionRows[R]) values(v *quiz.Version) ([][]any, error) {
	var all [][]any
	for _, r := range t.rows(v) {
		row := t.at(&r)
		for i, field := range row {
			value, err := plainValue(field)
			if err != nil {
				return nil, err
			}
			row[i] = value
		}
		all = append(all, row)
	}
	return all, nil
}

// plainValue is what a place in Go holds, as every database takes it.
func plainValue(place any) (any, error) {
	if special, ok := place.(driver.Valuer); ok {
		return special.Value()
	}
	x := reflect.ValueOf(place).Elem()
	if x.Kind() == reflect.String { // also of a type of its own
		return x.String(), nil
	}
	return x.Interface(), nil
}

// table is what a copy knows of it.
func (t versionRows[R]) table() table {
	known := table{name: t.name, key: "version_id " + t.key, ints: "version_id"}
	_, names := t.shape()
	for i, place := range t.at(new(R)) {
		list := &known.texts
		switch place.(type) {
		case *int:
			list = &known.ints
		case *bool:
			list = &known.bools
		case *float64:
			list = &known.reals
		}
		*list = strings.TrimSpace(*list + " " + names[i])
	}
	return known
}

// mostParameters is how many a statement has: SQLite looks each up among all, and
// each statement costs a round trip to a server.
const mostParameters = 2000

// fill writes everything that is asked, scored and shown into an empty draft:
// the rows of a table in one statement, however many there are.
func (d draft) fill(ctx context.Context, v *quiz.Version) error {
	for _, t := range versionTables {
		if err := d.insert(ctx, t, v); err != nil {
			return err
		}
	}
	return nil
}

func (d draft) insert(ctx context.Context, t versionTable, v *quiz.Version) error {
	name, columns := t.shape()
	columns = append([]string{"version_id"}, columns...)
	all, err := t.values(v)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	for some := range slices.Chunk(all, mostParameters/len(columns)) {
		rows := make([][]any, len(some))
		for i, row := range some {
			rows[i] = append([]any{d.id}, row...)
		}
		query, values := insertion("$", name, columns, rows)
		if _, err := d.tx.ExecContext(ctx, query, values...); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}

// empty deletes all parts of the draft, children first.
func (d draft) empty(ctx context.Context) error {
	for _, t := range slices.Backward(versionTables) {
		name, _ := t.shape()
		if _, err := d.tx.ExecContext(ctx, "DELETE FROM "+name+" WHERE version_id = $1", d.id); err != nil { //nolint:gosec // names of ours
			return fmt.Errorf("empty version %d: %w", d.id, err)
		}
	}
	return nil
}

// asJSON is a column that holds a value as JSON.
type asJSON struct{ of any }

// Value writes it.
func (c asJSON) Value() (driver.Value, error) {
	text, err := json.Marshal(c.of)
	return string(text), err
}

// Scan reads it.
func (c asJSON) Scan(from any) error {
	var text sql.NullString
	if err := text.Scan(from); err != nil {
		return err
	}
	return json.Unmarshal([]byte(text.String), c.of)
}

// orNull is a text that is NULL where there is none.
type orNull struct{ text *string }

// Value writes it.
func (c orNull) Value() (driver.Value, error) {
	if *c.text == "" {
		return nil, nil
	}
	return *c.text, nil
}

// Scan reads it.
func (c orNull) Scan(from any) error {
	var text sql.NullString
	err := text.Scan(from)
	*c.text = text.String
	return err
}
