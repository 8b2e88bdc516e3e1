package main

import (
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"whichpm/web/site"
)

// after looks for everything that was ever acknowledged.
func (w *witness) after(t *testing.T, path, program string) {
	t.Helper()
	db, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", Opaque: path, RawQuery: "mode=ro"}).String())
	ok(t, err)
	defer db.Close() //nolint:errcheck // nothing was written
	var damage string
	ok(t, db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&damage))
	if damage != "ok" {
		t.Fatalf("the file: %s", damage)
	}
	results := keys(t, db, "SELECT id FROM results")
	deleted := keys(t, db, "SELECT id FROM results WHERE deleted_at IS NOT NULL")
	shares := keys(t, db, "SELECT id FROM shares")
	revoked := keys(t, db, "SELECT id FROM shares WHERE revoked_at IS NOT NULL")
	told := keys(t, db, "SELECT result_id FROM outcomes WHERE role_key = 'product_manager' AND years = 3 AND suits = 4")
	published := keys(t, db, "SELECT CAST(id AS TEXT) FROM quiz_versions WHERE state <> 'draft'")
	for _, owner := range w.results {
		id := owner.ID()
		mustHaveKey(t, "result", results, string(id[:]))
	}
	for _, owner := range w.deleted {
		id := owner.ID()
		mustHaveKey(t, "deletion", deleted, string(id[:]))
	}
	for _, id := range w.shares {
		mustHaveKey(t, "share", shares, string(id[:]))
	}
	for _, id := range w.revoked {
		mustHaveKey(t, "revocation", revoked, string(id[:]))
	}
	for _, owner := range w.told {
		id := owner.ID()
		mustHaveKey(t, "job", told, string(id[:]))
	}
	for _, owner := range w.takenBack {
		if id := owner.ID(); told[string(id[:])] {
			t.Error("a job that was taken back is there again")
		}
	}
	for _, id := range w.published {
		mustHaveKey(t, "publication", published, strconv.FormatInt(id, 10))
	}
	if len(w.revoked) > 0 { // and visitors see it
		last := w.revoked[len(w.revoked)-1]
		if status, _ := send(t.Context(), newVisitor(t), "10.9.9.8", http.MethodGet, program+site.Share(last), nil); status != http.StatusGone {
			t.Errorf("a revoked link answers %d", status)
		}
	}
}

func keys(t *testing.T, db *sql.DB, query string) map[string]bool {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	ok(t, err)
	defer rows.Close() //nolint:errcheck // rows.Err has it
	found := map[string]bool{}
	for rows.Next() {
		var key string
		ok(t, rows.Scan(&key))
		found[key] = true
	}
	ok(t, rows.Err())
	return found
}

func mustHaveKey(t *testing.T, what string, found map[string]bool, key string) {
	t.Helper()
	if !found[key] {
		t.Errorf("an acknowledged %s is lost: %s", what, strings.ToUpper(fmt.Sprintf("%x", key)))
	}
}
