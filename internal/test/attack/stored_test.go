package attack_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // to read the database without the store
)

// The names of the tables, by database.
const (
	sqliteTables   = "SELECT name FROM sqlite_schema WHERE type = 'table'"
	postgresTables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
)

// stored is every row of the database that a form may change, as text.
func (h *testSite) stored(t *testing.T) string {
	t.Helper()
	driver, address, tables := "sqlite3", "file:"+h.at.Path+"?mode=ro", sqliteTables
	if h.at.URL != "" {
		driver, address, tables = "pgx", h.at.URL, postgresTables
	}
	db, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // nothing was written
	var b strings.Builder
	for _, table := range texts(t, db, tables) {
		if table == "heartbeat" { // readiness beats it
			continue
		}
		fmt.Fprintf(&b, "%s:\n%s\n", table, strings.Join(texts(t, db, "SELECT * FROM "+table), "\n"))
	}
	return b.String()
}

// texts is each row of a query as a line, in an order that does not change.
func texts(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close() //nolint:errcheck // Err tells
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for rows.Next() {
		cells, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		words := make([]string, len(cells))
		for i, cell := range cells {
			if columns[i] == "seen_at" { // looking at a page is no change
				continue
			}
			words[i] = fmt.Sprintf("%v", cell)
		}
		lines = append(lines, strings.Join(words, "|"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines
}
