package attack_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/auth"
	"whichpm/internal/metrics"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/server"
	"whichpm/web/taker"
)

// cheapHash makes hashes that protect nothing and cost nothing.
var cheapHash = auth.Cost{Memory: 8, Passes: 1, Threads: 1}

// siteOptions says how a site is set up.
type siteOptions struct {
	postgres bool
	open     bool   // data
	public   string // URL
	alone    bool   // no proxy is trusted
	cost     auth.Cost
	takers   func(taker.Store) taker.Store // what stands before the database, nil: nothing
}

// onBoth makes an attack on a site with either database.
func onBoth(t *testing.T, attack func(t *testing.T, s siteOptions)) {
	t.Helper()
	for name, s := range map[string]siteOptions{"SQLite": {}, "PostgreSQL": {postgres: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			attack(t, s)
		})
	}
}

// testSite is a whole site on a real database, behind a proxy that it trusts.
type testSite struct {
	*httptest.Server

	store  *store.Store
	at     store.Config
	log    *journal
	counts *metrics.Metrics
	hasher *auth.Hasher
	ahead  atomic.Int64 // how far the site's clock is from ours
}

func (h *testSite) now() time.Time { return time.Now().Add(time.Duration(h.ahead.Load())) }

// jump moves the site's clock, back too.
func (h *testSite) jump(d time.Duration) { h.ahead.Add(int64(d)) }

func open(t *testing.T, s siteOptions) *testSite {
	t.Helper()
	if s.cost == (auth.Cost{}) {
		s.cost = cheapHash
	}
	h := &testSite{log: &journal{}, hasher: auth.NewHasher(s.cost)}
	log := slog.New(slog.NewJSONHandler(h.log, nil))
	if h.at = (store.Config{Log: log}); s.postgres {
		h.at.URL = storetest.SeededPostgres(t)
	} else {
		h.at.Path = storetest.File(t)
	}
	ctx := context.WithoutCancel(t.Context())
	var err error
	if h.store, err = store.Open(ctx, h.at); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.store.Close() }) // a test may close it before
	var public *url.URL
	if s.public != "" {
		if public, err = url.Parse(s.public); err != nil {
			t.Fatal(err)
		}
	}
	h.counts = metrics.New(h.store.Waiting)
	var kept taker.Store = h.store
	if s.takers != nil {
		kept = s.takers(kept)
	}
	takers, err := taker.New(ctx, kept, taker.Config{PublicURL: public, OpenData: s.open, Groups: quiz.GroupsByAnyone, Now: h.now, Finished: h.counts.Finished})
	if err != nil {
		t.Fatal(err)
	}
	passkeys, err := auth.NewPasskeys(&url.URL{Scheme: "https", Host: "quiz.example"})
	if err != nil {
		t.Fatal(err)
	}
	admins := admin.New(h.store, admin.Config{PublicURL: public, Passkeys: passkeys, Groups: quiz.GroupsByAdmins, Now: h.now, Hasher: h.hasher, Published: takers.Refresh})
	trusted := []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}
	if s.alone {
		trusted = nil
	}
	h.Server = httptest.NewServer(server.New(server.Config{
		Log: log, Access: h.log, PublicURL: public, Ready: h.store.Ping, Measure: h.counts.Measure, TrustedProxies: trusted,
	}, takers, admins))
	t.Cleanup(h.Close)
	return h
}

// journal is a log that many requests write at once.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

// route is one method of one pattern.
type route struct{ method, pattern string }

// routes are all that the site has, in an order that does not change.
func (h *testSite) routes(t *testing.T) []route {
	t.Helper()
	var all []route
	err := chi.Walk(h.Config.Handler.(chi.Routes), func(method, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		all = append(all, route{method, pattern})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(all, func(a, b route) int { return strings.Compare(a.pattern+a.method, b.pattern+b.method) })
	return all
}

// posts are the patterns that take forms.
func (h *testSite) posts(t *testing.T) []string {
	t.Helper()
	var patterns []string
	for _, r := range h.routes(t) {
		if r.method == http.MethodPost && !strings.HasPrefix(r.pattern, "/static") {
			patterns = append(patterns, r.pattern)
		}
	}
	return patterns
}
