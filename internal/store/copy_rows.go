package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// A batch is what one transaction copies. A statement takes at most 32,766
// values in SQLite.
const mostRows, mostValues = 1000, 30_000

// end is one side of a copy: a database past the store.
type end struct {
	db     *sql.DB
	marker string // what parameters begin with: SQLite finds $1 by its name among all, ?1 at once
	close  func() error
}

// batch is how many rows of a table go at once.
func (t table) batch() int {
	names, _ := t.columns()
	return min(mostRows, mostValues/len(names))
}

// after reads the rows that follow a key, nil for the first, in its order.
func (e end) after(ctx context.Context, t table, key []any) ([][]any, error) {
	names, kinds := t.columns()
	where := ""
	if key != nil {
		where = fmt.Sprintf("WHERE (%s) > (%s)", list(strings.Fields(t.key)), parameters(e.marker, 0, len(key)))
	}
	query := fmt.Sprintf("SELECT %s FROM %s %s ORDER BY %s LIMIT %d", //nolint:gosec // names of ours
		list(names), t.name, where, list(strings.Fields(t.key)), t.batch())
	found, err := e.db.QueryContext(ctx, query, key...)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.name, err)
	}
	defer found.Close() //nolint:errcheck // found.Err has it
	var rows [][]any
	for found.Next() {
		row, err := scanRow(kinds, found.Scan)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", t.name, err)
		}
		rows = append(rows, row)
	}
	if err := found.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", t.name, err)
	}
	return rows, nil
}

// scanRow reads one row into plain values, nil for NULL.
func scanRow(kinds []kind, scan func(...any) error) ([]any, error) {
	row := make([]any, len(kinds))
	for i, k := range kinds {
		row[i] = k()
	}
	if err := scan(row...); err != nil {
		return nil, err
	}
	for i, field := range row {
		row[i] = plain(field)
	}
	return row, nil
}

// plain is what a field points to, nil for NULL.
func plain(field any) any {
	switch f := field.(type) {
	case **int64:
		return value(*f)
	case **bool:
		return value(*f)
	case **float64:
		return value(*f)
	case **string:
		return value(*f)
	case *[]byte:
		if *f == nil {
			return nil
		}
		return *f
	}
	panic(fmt.Sprintf("store: a column of kind %T", field))
}

func value[T any](v *T) any {
	if v == nil {
		return nil
	}
	return *v
}

// last returns the key of the last row, nil if there is none.
func (e end) last(ctx context.Context, t table) ([]any, error) {
	names, kinds := t.columns()
	keys := strings.Fields(t.key)
	query := fmt.Sprintf("SELECT %s FROM %s ORDER BY %s DESC LIMIT 1", list(names), t.name, strings.ReplaceAll(list(keys), ",", " DESC,"))
	row, err := scanRow(kinds, e.db.QueryRowContext(ctx, query).Scan)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read the end of %s: %w", t.name, err)
	}
	return t.keyOf(row), nil
}

// add writes rows in one transaction.
func (e end) add(ctx context.Context, t table, rows [][]any) error {
	names, _ := t.columns()
	query, values := insertion(e.marker, t.name, names, rows)
	err := e.transaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, query, values...)
		return err
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	return nil
}

func (e end) transaction(ctx context.Context, fn func(tx *sql.Tx) error) error {
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (e end) count(ctx context.Context, t table) (n int64, err error) {
	err = e.db.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+t.name).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", t.name, err)
	}
	return n, nil
}

// list names columns, some of which are words of SQL.
func list(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

// insertion is the statement that adds rows of these columns, with its values.
func insertion(marker, table string, columns []string, rows [][]any) (query string, values []any) {
	places := make([]string, len(rows))
	values = make([]any, 0, len(rows)*len(columns))
	for i, row := range rows {
		places[i] = "(" + parameters(marker, len(values), len(row)) + ")"
		values = append(values, row...)
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES %s", table, list(columns), strings.Join(places, ", ")), values
}

// parameters are n of them after as many as there were before.
func parameters(marker string, before, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s%d", marker, before+i+1)
	}
	return b.String()
}
