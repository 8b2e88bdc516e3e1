package main

import (
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/migrations"
)

var freeze = flag.Bool("freeze", false, "write testdata/schema-N.sql for the schema of today: once, when it is released")

// frozenSchemas has a database of each released schema, as SQL.
const frozenSchemas = "testdata/schema-*.sql"

func TestADatabaseOfEveryReleasedSchemaIsUpgraded(t *testing.T) {
	t.Parallel()
	if *freeze {
		ok(t, os.WriteFile(fmt.Sprintf("testdata/schema-%d.sql", migrations.Latest()), []byte(frozenDB(t)), 0o644))
	}
	files, err := filepath.Glob(frozenSchemas)
	ok(t, err)
	if len(files) == 0 {
		t.Fatal("there is no frozen database")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			statements, err := os.ReadFile(file)
			ok(t, err)
			path := filepath.Join(t.TempDir(), "quiz.db")
			onFile(t, path, string(statements))
			if code, out, said := told(t, "verify", path); code != 0 {
				t.Fatal(out, said)
			}
			url, stop := start(t, "--db="+path)
			for _, address := range []string{"/", "/result/" + frozenOwner(3).String(), "/r/" + frozenShare(3).ID.String()} {
				if status, _ := send(t.Context(), newVisitor(t), "", "GET", url+address, nil); status != 200 {
					t.Errorf("%s answers %d", address, status)
				}
			}
			stop()
			code, out, said := told(t, "verify", path)
			if code != 0 || !strings.Contains(out, "3 versions, 9 results (1 deleted), 3 shares, 2 admins") || !strings.Contains(out, "9 results, 0 differently") {
				t.Error(out, said)
			}
			withStore(t, path, func(db *store.Store) {
				entries, err := db.Audit(t.Context(), quiz.AuditFilter{})
				if err != nil || len(entries) < 5 {
					t.Errorf("the log has %d entries, %v", len(entries), err)
				}
			})
		})
	}
}

func frozenOwner(n int) quiz.Owner { return quiz.Owner{Day: 20_516, Secret: quiz.Secret{7: byte(n)}} }

func frozenShare(n int) quiz.Share {
	at := time.Date(2026, 3, 4, 5, 6, n, 0, time.UTC)
	return quiz.Share{ID: quiz.NewShareID(at, [16]byte{byte(n)}), Result: frozenOwner(n).ID(), Scope: quiz.ScopeProfile, Name: "Ada", CreatedAt: at}
}

// frozenDB has something of everything this program keeps.
func frozenDB(t *testing.T) string {
	t.Helper()
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "quiz.db")
	at := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	withStore(t, path, func(db *store.Store) {
		for n := range 10 {
			r := scoredResult(n)
			r.ID, r.FinishedAt, r.Hurried = frozenOwner(n).ID(), at.AddDate(0, 0, n), n == 4
			ok(t, db.AddResult(ctx, r))
		}
		for n := 3; n < 6; n++ {
			ok(t, db.AddShare(ctx, frozenShare(n)))
		}
		ok(t, db.RevokeShare(ctx, frozenOwner(4).ID(), frozenShare(4).ID, at))
		ok(t, db.DeleteResult(ctx, frozenOwner(5).ID(), at))
		for i, role := range []auth.Role{auth.Owner, auth.Editor} {
			id := string(rune('1' + i))
			a := auth.Admin{ID: id, Email: id + "@example.org", Role: role, PasswordHash: "$argon2id$none", CreatedAt: at}
			ok(t, db.AddAdmin(ctx, auth.Admin{}, a, byCommand(auth.ActionAddAdmin, a.Email)))
			ok(t, db.BeginSession(ctx, auth.Session{Hash: auth.Digest{byte(i)}, Admin: id, CreatedAt: at, SeenAt: at}, a))
			ok(t, db.SetSecondFactor(ctx, a, "GEZDGNBVGY3TQOJQ", 1, []auth.Digest{{1}, {2}}, byCommand("switch on", id)))
		}
		for _, last := range []bool{false, true} {
			draft, err := db.StartDraft(ctx, 1, "1@example.org", at)
			ok(t, err)
			draft.Title = "Which kind of PM?"
			ok(t, db.SaveDraft(ctx, draft, byCommand(quiz.ActionSaveDraft, "")))
			if !last {
				_, err = db.Publish(ctx, draft.Revision, "Another title", byCommand(quiz.ActionPublish, ""))
				ok(t, err)
			}
		}
	})
	return dump(t, path)
}

// dump spells a database as statements that make it again.
func dump(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	ok(t, err)
	defer db.Close() //nolint:errcheck // nothing was written
	var id int64
	ok(t, db.QueryRowContext(t.Context(), "PRAGMA application_id").Scan(&id))
	var b strings.Builder
	fmt.Fprintf(&b, "PRAGMA application_id = %d;\nPRAGMA journal_mode = WAL;\nBEGIN;\n", id)
	for _, kind := range []string{"table", "index"} {
		for name, create := range pairs(t, db, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND type = '"+kind+"' ORDER BY rowid") {
			fmt.Fprintf(&b, "%s;\n", create)
			if kind == "index" {
				continue
			}
			var columns []string
			for column := range pairs(t, db, "SELECT name, '' FROM pragma_table_info('"+name+"') ORDER BY cid") {
				columns = append(columns, `quote("`+column+`")`)
			}
			for row := range pairs(t, db, "SELECT "+strings.Join(columns, " || ', ' || ")+", '' FROM "+name) {
				fmt.Fprintf(&b, "INSERT INTO %s VALUES (%s);\n", name, row)
			}
		}
	}
	return b.String() + "COMMIT;\n"
}

// pairs are the rows of a query with two columns.
func pairs(t *testing.T, db *sql.DB, query string) func(func(first, second string) bool) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	ok(t, err)
	var all [][2]string
	for rows.Next() {
		var row [2]string
		ok(t, rows.Scan(&row[0], &row[1]))
		all = append(all, row)
	}
	ok(t, errorsOf(rows))
	return func(yield func(first, second string) bool) {
		for _, row := range all {
			if !yield(row[0], row[1]) {
				return
			}
		}
	}
}

func errorsOf(rows *sql.Rows) error {
	if err := rows.Err(); err != nil {
		return err
	}
	return rows.Close()
}
