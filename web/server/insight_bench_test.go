package server_test

import (
	"database/sql"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/rollup"
	"whichpm/internal/simulate"
	"whichpm/internal/store"
	"whichpm/web/admin"
	"whichpm/web/server"
	"whichpm/web/taker"
)

var resultCounts = flag.String("results", "2000", "numbers of results for BenchmarkInsightPages, separated by commas")

// BenchmarkInsightPages shows that what the pages cost does not grow with the
// number of results:
//
//	go test -run '^$' -bench InsightPages ./web/server -results 10000,1000000
func BenchmarkInsightPages(b *testing.B) {
	paths := []string{"", "/questions", "/questions/h1", "/dimensions", "/outcomes"}
	var sites []http.Handler
	var cookies []*http.Cookie
	var names []string
	for name := range strings.SplitSeq(*resultCounts, ",") {
		n, err := strconv.Atoi(name)
		if err != nil {
			b.Fatal(err)
		}
		site, cookie := siteWith(b, n)
		sites, cookies, names = append(sites, site), append(cookies, cookie), append(names, name)
	}
	for _, path := range paths {
		for i, site := range sites {
			b.Run("insight"+path+"/"+names[i], func(b *testing.B) {
				for b.Loop() {
					if code := ask(site, http.MethodGet, "/admin/insight"+path, "", cookies[i]).Code; code != http.StatusOK {
						b.Fatalf("answers %d", code)
					}
				}
			})
		}
	}
}

func ask(site http.Handler, method, path, body string, cookie *http.Cookie) *httptest.ResponseRecorder {
	w, r := httptest.NewRecorder(), httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if cookie != nil {
		r.AddCookie(cookie)
	}
	site.ServeHTTP(w, r)
	return w
}

// siteWith is a site with about that many results over 90 days, and the
// session of an admin.
func siteWith(b *testing.B, n int) (http.Handler, *http.Cookie) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "whichpm.db")
	fillWith(b, path, n)
	db, err := store.Open(b.Context(), store.Config{Path: path})
	mustNotFail(b, err)
	b.Cleanup(func() { mustNotFail(b, db.Close()) })
	began := time.Now()
	mustNotFail(b, rollup.New(db, rollup.Config{}).Once(b.Context()))
	count, err := db.CountResults(b.Context())
	mustNotFail(b, err)
	b.Logf("%d results, added up in %s", count, time.Since(began).Round(time.Millisecond))

	hasher := auth.NewHasher(cheapHash)
	account, err := auth.NewAdmin("ada@example.org", string(auth.Owner), time.Now())
	mustNotFail(b, err)
	account.PasswordHash, err = hasher.Hash(b.Context(), password)
	mustNotFail(b, err)
	mustNotFail(b, db.AddAdmin(b.Context(), auth.Admin{}, account, entry(auth.ActionAddAdmin)))
	public, err := taker.New(b.Context(), db, taker.Config{})
	mustNotFail(b, err)
	site := server.New(server.Config{Log: slog.New(slog.DiscardHandler), Ready: db.Ping}, public, admin.New(db, admin.Config{Hasher: hasher}))
	form := url.Values{"email": {account.Email}, "password": {password}}.Encode()
	for _, cookie := range ask(site, http.MethodPost, "/admin/sign-in", form, nil).Result().Cookies() {
		return site, cookie
	}
	b.Fatal("nobody is signed in")
	return nil, nil
}

// played is how many results are played; more are copies of them, each with
// an id of its own.
const played = 2000

func fillWith(b *testing.B, path string, n int) {
	b.Helper()
	db, err := store.Open(b.Context(), store.Config{Path: path})
	mustNotFail(b, err)
	mustNotFail(b, db.SeedFirst(b.Context(), content.First(), time.Now()))
	v, err := db.Version(b.Context(), 1)
	mustNotFail(b, err)
	takers := simulate.Config{Takers: min(n, played), Seed: 1}
	finished, err := simulate.Fill(b.Context(), db, v, takers, simulate.Span{Until: time.Now(), Days: 90})
	mustNotFail(b, err)
	mustNotFail(b, db.Close())
	raw, err := sql.Open("sqlite3", path)
	mustNotFail(b, err)
	copies := int64(n)/finished - 1
	_, err = raw.ExecContext(b.Context(), fmt.Sprintf(`
		WITH RECURSIVE copy(i) AS (SELECT 1 WHERE %d > 0 UNION ALL SELECT i + 1 FROM copy WHERE i < %d)
		INSERT INTO results (id, version_id, finished_at, answers, asked, shuffle, verdict, top_role, probability, duration_ms, form, is_hurried)
		SELECT CAST(substr(id, 1, 2) || randomblob(16) AS BLOB), version_id, finished_at, answers, asked, shuffle, verdict, top_role,
			probability, duration_ms, form, is_hurried
		FROM copy, results`, copies, copies))
	mustNotFail(b, err)
	mustNotFail(b, raw.Close())
}

func mustNotFail(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}
