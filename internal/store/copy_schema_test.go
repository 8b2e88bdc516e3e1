//go:build !race

package store

import (
	"slices"
	"strings"
	"testing"
)

// columnsKnown lists what a copy knows, as "table.column kind".
func columnsKnown() (columns, keys []string) {
	for _, t := range append(slices.Clone(copied), heartbeatTable) {
		for kind, names := range map[string]string{"int": t.ints, "bool": t.bools, "real": t.reals, "text": t.texts, "blob": t.contents} {
			for name := range strings.FieldsSeq(names) {
				columns = append(columns, t.name+"."+name+" "+kind)
			}
		}
		keys = append(keys, t.name+" "+strings.ReplaceAll(t.key, " ", ","))
	}
	slices.Sort(columns)
	slices.Sort(keys)
	return columns, keys
}

// sqliteColumns and the rest read the schema itself. SQLite has no kind for 0
// and 1: what only may hold those is one.
const sqliteColumns = `
	SELECT m.name || '.' || c.name || ' ' || CASE
		WHEN c.type = 'INTEGER' AND m.sql LIKE '%CHECK (' || c.name || ' IN (0, 1))%' THEN 'bool'
		WHEN c.type = 'INTEGER' THEN 'int'
		ELSE LOWER(c.type) END
	FROM sqlite_schema m
	JOIN pragma_table_info(m.name) c
	WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND m.name <> 'goose_db_version'`

const sqliteKeys = `
	SELECT name || ' ' || GROUP_CONCAT(part, ',')
	FROM (SELECT m.name, c.name AS part
		FROM sqlite_schema m
		JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.pk > 0 AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND m.name <> 'goose_db_version'
		ORDER BY m.name, c.pk)
	GROUP BY name`

const postgresColumns = `
	SELECT table_name || '.' || column_name || ' ' || CASE data_type
		WHEN 'bigint' THEN 'int' WHEN 'boolean' THEN 'bool' WHEN 'double precision' THEN 'real'
		WHEN 'bytea' THEN 'blob' ELSE data_type END
	FROM information_schema.columns
	WHERE table_schema = current_schema() AND table_name <> 'goose_db_version'`

// postgresKeys adds to a key of text in which order it is kept.
const postgresKeys = `
	SELECT c.relname || ' ' || STRING_AGG(a.attname
		|| CASE WHEN a.attcollation NOT IN (0, (SELECT oid FROM pg_collation WHERE collname = 'C')) THEN ' not in C' ELSE '' END,
		',' ORDER BY k.place)
	FROM pg_constraint p
	JOIN pg_class c ON c.oid = p.conrelid AND c.relnamespace = CAST(current_schema() AS regnamespace)
	CROSS JOIN LATERAL UNNEST(p.conkey) WITH ORDINALITY AS k (number, place)
	JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
	WHERE p.contype = 'p' AND c.relname <> 'goose_db_version'
	GROUP BY c.relname`

func TestACopyHasEveryTableAndColumn(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		columns, keys := columnsKnown()
		queries := [2]string{sqliteColumns, sqliteKeys}
		if _, ok := s.engine.(*postgres); ok {
			queries = [2]string{postgresColumns, postgresKeys}
		}
		for i, known := range [][]string{columns, keys} {
			found := texts(t, s, queries[i])
			slices.Sort(found)
			if len(found) < 20 {
				t.Fatalf("the schema has only %v: does the test still see it?", found)
			}
			for _, one := range found {
				if !slices.Contains(known, one) {
					t.Errorf("the schema has %s: add it to copied in copy_tables.go", one)
				}
			}
			for _, one := range known {
				if !slices.Contains(found, one) {
					t.Errorf("the copy has %s and the schema has not", one)
				}
			}
		}
	})
}

func texts(t *testing.T, s *Store, query string) (all []string) {
	t.Helper()
	rows, err := s.read.QueryContext(t.Context(), query)
	must(t, err)
	defer rows.Close() //nolint:errcheck // rows.Err has it
	for rows.Next() {
		var text string
		must(t, rows.Scan(&text))
		all = append(all, text)
	}
	must(t, rows.Err())
	return all
}

func TestNoTableIsCopiedBeforeWhatItPointsTo(t *testing.T) {
	s := openNew(t)
	place := map[string]int{}
	for i, one := range copied {
		place[one.name] = i
	}
	pairs := texts(t, s, `
		SELECT m.name || ' ' || f."table"
		FROM sqlite_schema m
		JOIN pragma_foreign_key_list(m.name) f`)
	if len(pairs) < 10 {
		t.Fatalf("only %v: does the test still see references?", pairs)
	}
	for _, pair := range pairs {
		from, to, _ := strings.Cut(pair, " ")
		if place[from] <= place[to] {
			t.Errorf("%s comes before %s", from, to)
		}
	}
}

func TestWhatAMigrationFillsIsKnown(t *testing.T) {
	onBothEmpty(t, func(t *testing.T, s *Store) {
		for _, one := range append(slices.Clone(copied), heartbeatTable) {
			n, err := end{db: s.read.DB}.count(t.Context(), one)
			must(t, err)
			if (n > 0) != slices.Contains(filledFromTheStart, one.name) {
				t.Errorf("a new database has %d rows in %s", n, one.name)
			}
		}
	})
}
