package server_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/counter"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
	"whichpm/web/admin"
	"whichpm/web/gallery"
	"whichpm/web/server"
	"whichpm/web/taker"
)

// questions is how many the site's first version has.
var questions = len(storetest.First().Questions)

// counted is a text of a page with that number in it.
func counted(text string) string { return strings.ReplaceAll(text, "{n}", strconv.Itoa(questions)) }

// testSite is a whole site on a real database.
type testSite struct {
	*httptest.Server

	store  *store.Store
	log    *bytes.Buffer
	admins *admin.Admin
	takers *taker.Taker
	hasher *auth.Hasher
	counts *counter.Counter
	later  atomic.Int64 // how far the site's clock is ahead
}

func (h *testSite) now() time.Time { return time.Now().Add(time.Duration(h.later.Load())) }

// groups counts the groups that an address makes.
func (h *testSite) groups(ctx context.Context, address string) (time.Duration, error) {
	return auth.NewDaily(h.store, "groups", taker.MostGroups).Try(ctx, address, h.now())
}

// wait moves the site's clock on.
func (h *testSite) wait(d time.Duration) { h.later.Add(int64(d)) }

func open(t *testing.T) *testSite {
	t.Helper()
	return openWith(t, admin.Config{})
}

// openWith opens a site whose admin pages are set up in another way.
func openWith(t *testing.T, c admin.Config) *testSite {
	t.Helper()
	t.Parallel() // most of the time goes into waiting for the disk
	return openSite(t, c)
}

// openWithGroups opens a site on which anyone may make a group.
func openWithGroups(t *testing.T) *testSite {
	t.Helper()
	t.Parallel()
	return openTakers(t, storetest.Open(t), admin.Config{}, taker.Config{Groups: quiz.GroupsByAnyone})
}

// openAlone opens a site for a test that nothing may disturb.
func openAlone(t testing.TB) *testSite {
	t.Helper()
	return openSite(t, admin.Config{})
}

func openSite(t testing.TB, c admin.Config) *testSite {
	t.Helper()
	return openOver(t, storetest.Open(t), c)
}

// openOver opens a site on a database that is there.
func openOver(t testing.TB, db *store.Store, c admin.Config) *testSite {
	t.Helper()
	return openTakers(t, db, c, taker.Config{})
}

// openTakers opens a site whose public pages are set up in another way.
func openTakers(t testing.TB, db *store.Store, c admin.Config, takers taker.Config) *testSite {
	t.Helper()
	h := &testSite{store: db, log: &bytes.Buffer{}, hasher: auth.NewHasher(cheapHash)}
	h.counts = counter.New(h.store, counter.Config{Now: h.now})
	takers.Now, takers.Count = h.now, h.counts.Count
	public, err := taker.New(t.Context(), h.store, takers)
	if err != nil {
		t.Fatal(err)
	}
	c.Now, c.Hasher, c.Published = h.now, h.hasher, public.Refresh
	h.takers, h.admins = public, admin.New(h.store, c)
	out := &syncWriter{w: h.log}
	log := slog.New(slog.NewJSONHandler(out, nil))
	h.Server = httptest.NewServer(server.New(server.Config{Log: log, Access: out, Gallery: gallery.Handler(), Ready: h.store.Ping, Groups: h.groups}, public, h.admins))
	t.Cleanup(h.Close)
	return h
}

// syncWriter lets many requests log into one buffer.
type syncWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (s *syncWriter) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(p)
}
