package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"whichpm/migrations"
)

// What a schema is made of, as what it is called and its parts, one a row. What
// belongs to an extension is left out, as are the names of indexes and rules:
// where somebody parted the results by day they are others. Partitions are left
// out too, but not what was put on them.
const shapeOfSchema = `
	WITH ours AS (
		SELECT c.oid, c.relname, c.relkind, c.relispartition, c.relrowsecurity
		FROM pg_class c
		JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = $1
		AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
		AND c.relname <> 'goose_db_version'
		AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = CAST('pg_class' AS regclass) AND d.objid = c.oid AND d.deptype = 'e')
	), tables AS (
		SELECT * FROM ours WHERE relkind IN ('r', 'p', 'f') AND NOT relispartition
	)
	SELECT 'the table ' || relname, '' FROM tables
	UNION ALL
	SELECT 'the table ' || relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
		|| CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || l.collname ELSE '' END
		|| CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
		|| CASE WHEN a.attidentity <> '' THEN ' IDENTITY' ELSE '' END
		|| CASE WHEN a.attgenerated <> '' THEN ' GENERATED' ELSE '' END
		|| COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
	FROM tables
	JOIN pg_attribute a ON a.attrelid = tables.oid AND a.attnum > 0 AND NOT a.attisdropped
	JOIN pg_type t ON t.oid = a.atttypid
	LEFT JOIN pg_collation l ON l.oid = a.attcollation
	LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	UNION ALL
	SELECT 'the table ' || relname, pg_get_constraintdef(k.oid)
	FROM tables
	JOIN pg_constraint k ON k.conrelid = tables.oid
	WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
	AND k.conparentid = 0
	UNION ALL
	SELECT 'the table ' || relname, CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX'
		|| substring(pg_get_indexdef(i.indexrelid) FROM ' USING .*$')
		|| CASE WHEN i.indisvalid THEN '' ELSE ' (unfinished)' END
	FROM tables
	JOIN pg_index i ON i.indrelid = tables.oid
	UNION ALL
	SELECT 'the view ' || relname, pg_get_viewdef(oid) FROM ours WHERE relkind IN ('v', 'm')
	UNION ALL
	SELECT 'the trigger ' || t.tgname || ' on ' || relname, pg_get_triggerdef(t.oid)
	FROM ours
	JOIN pg_trigger t ON t.tgrelid = ours.oid AND NOT t.tgisinternal
	UNION ALL
	SELECT 'the table ' || relname, 'checks of references that are switched off'
	FROM ours
	JOIN pg_trigger t ON t.tgrelid = ours.oid AND t.tgisinternal AND t.tgenabled <> 'O'
	UNION ALL
	SELECT 'the rule ' || r.rulename || ' on ' || relname, pg_get_ruledef(r.oid)
	FROM ours
	JOIN pg_rewrite r ON r.ev_class = ours.oid AND r.rulename <> '_RETURN'
	UNION ALL
	SELECT 'the policy ' || p.polname || ' on ' || relname, ''
	FROM ours
	JOIN pg_policy p ON p.polrelid = ours.oid
	UNION ALL
	SELECT 'the table ' || relname, 'ROW LEVEL SECURITY' FROM ours WHERE relrowsecurity`

// shapesOnServer returns what the steps up to a number make, and what the schema
// in use is made of. The steps are made in a transaction that is undone, as
// tables for it alone, so that both are described by one server in its own
// words.
func shapesOnServer(ctx context.Context, db *sql.DB, steps fs.FS, until int64) (want, have shape, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	defer tx.Rollback() //nolint:errcheck // on purpose
	var schema, scratch string
	err = tx.QueryRowContext(ctx, "SELECT current_schema()").Scan(&schema)
	if err == nil {
		have, err = shapeIn(ctx, tx, schema)
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "SET LOCAL search_path = pg_temp")
	}
	if err == nil {
		err = makeSteps(ctx, tx, steps, until)
	}
	if err == nil {
		err = tx.QueryRowContext(ctx, "SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()").Scan(&scratch)
	}
	if err == nil {
		want, err = shapeIn(ctx, tx, scratch)
	}
	if fault, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch fault.Code {
		case "42501": // insufficient privilege
			err = fmt.Errorf("the tables cannot be compared: let this user make temporary tables (GRANT TEMPORARY ON DATABASE): %w", err)
		case "25006": // read only
			err = fmt.Errorf("the tables cannot be compared on a server that is only read: name the primary: %w", err)
		}
	}
	return want, have, err
}

// createTable finds what is made: a temporary table cannot be unlogged.
var createTable = regexp.MustCompile(`\bCREATE (UNLOGGED )?TABLE\b`)

// makeSteps makes temporary tables, which any user may unless it was taken
// from them.
func makeSteps(ctx context.Context, tx *sql.Tx, steps fs.FS, until int64) error {
	names, err := fs.Glob(steps, "*.sql")
	for _, name := range names {
		var body []byte
		if migrations.Number(name) > until || err != nil {
			break
		}
		if body, err = fs.ReadFile(steps, name); err == nil {
			_, err = tx.ExecContext(ctx, createTable.ReplaceAllString(string(body), "CREATE TEMPORARY TABLE"), pgx.QueryExecModeSimpleProtocol)
		}
	}
	return err
}

func shapeIn(ctx context.Context, tx *sql.Tx, schema string) (shape, error) {
	found := shape{}
	rows, err := tx.QueryContext(ctx, shapeOfSchema, schema) //nolint:sqlclosecheck // each closes them
	err = each(rows, err, func() error {
		var name, part string
		if err := rows.Scan(&name, &part); err != nil {
			return err
		}
		// A reference is spelled with the schema where another hides it.
		part = strings.ReplaceAll(part, schema+".", "")
		if parts := found[name]; part == "" || slices.Contains(parts, part) {
			found[name] = parts
		} else {
			found[name] = append(parts, part)
		}
		return nil
	})
	return found, err
}
