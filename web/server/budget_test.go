//go:build !race

package server_test

import (
	"crypto/rand"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/web/server"
)

// discardWriter throws away the response.
type discardWriter struct {
	header http.Header
	status int
}

func (w *discardWriter) Header() http.Header            { return w.header }
func (w *discardWriter) WriteHeader(status int)         { w.status = status }
func (w *discardWriter) Write(body []byte) (int, error) { return len(body), nil }

// asked is a request as a browser sends it, made anew for each run.
func asked(t testing.TB, method, path, cookie, form string) func() *http.Request {
	headers := http.Header{
		"Accept": {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}, "Accept-Encoding": {"gzip, deflate, br, zstd"},
		"User-Agent": {"Mozilla/5.0"}, "Sec-Fetch-Site": {"same-origin"}, "Cookie": {cookie},
	}
	if method == http.MethodPost {
		headers.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return func() *http.Request {
		r := httptest.NewRequestWithContext(t.Context(), method, path, io.Reader(strings.NewReader(form)))
		r.Header = headers
		return r
	}
}

// allocations is how many a handler makes for a request, without those of the
// request itself.
func allocations(t testing.TB, site http.Handler, next func() *http.Request, want int) int {
	t.Helper()
	base := testing.AllocsPerRun(200, func() { _, _ = &discardWriter{header: http.Header{}}, next() })
	return int(testing.AllocsPerRun(200, func() {
		w := &discardWriter{header: http.Header{}}
		site.ServeHTTP(w, next())
		if w.status != want {
			t.Fatalf("it is answered with %d, want %d", w.status, want)
		}
	}) - base)
}

// budget is how many allocations a request may take.
type budget struct {
	what   string
	next   func() *http.Request
	want   int
	budget int
}

// budgets are the requests most people send, with the number of allocations
// each may take: what was measured and a tenth; see docs/performance.md.
// Whoever needs more says there what it buys.
func budgets(t testing.TB, h *testSite, site http.Handler) []budget {
	t.Helper()
	v := h.visitor(t)
	v.start()
	for at := "/q/1"; at != "/q/8"; {
		at = v.answer(at, "1").to()
	}
	question := v.get("/q/8").value("question")
	address, _ := url.Parse(h.URL)
	midway := v.Jar.Cookies(address)[0]
	for at := "/q/8"; at != "/review"; {
		at = v.answer(at, "1").to()
	}
	whole, err := quiz.DecodeJourney(v.Jar.Cookies(address)[0].Value)
	if err != nil {
		t.Fatal(err)
	}
	_, shared := h.visitor(t).shares("profile", "Ada")
	reader := asked(t, http.MethodGet, shared, "", "")
	first := &discardWriter{header: http.Header{}}
	site.ServeHTTP(first, reader())
	again := func() *http.Request {
		r := reader()
		r.Header = r.Header.Clone()
		r.Header.Set("If-None-Match", first.header.Get("Etag"))
		return r
	}
	finishing := func() *http.Request {
		j := whole
		_, _ = rand.Read(j.Seed[:])
		return asked(t, http.MethodPost, "/result", midway.Name+"="+j.Token(), "")()
	}
	return []budget{
		{"a shared page", reader, http.StatusOK, 20},
		{"a shared page they have", again, http.StatusNotModified, 20},
		{"a picture", asked(t, http.MethodGet, shared+"/card.png", "", ""), http.StatusOK, 19},
		{"a question", asked(t, http.MethodGet, "/q/8", midway.String(), ""), http.StatusOK, 32},
		{"an answer", asked(t, http.MethodPost, "/q/8", midway.String(), "question="+question+"&answer=1"), http.StatusSeeOther, 74},
		{"a result", finishing, http.StatusSeeOther, 124},
	}
}

func (h *testSite) handlerWithoutLog() http.Handler {
	return server.New(server.Config{Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Ready: h.store.Ping}, h.takers, h.admins)
}

func TestARequestAllocatesNoMoreThanItsBudget(t *testing.T) {
	h := openAlone(t)
	site := h.handlerWithoutLog()
	for _, w := range budgets(t, h, site) {
		if got := allocations(t, site, w.next, w.want); got > w.budget {
			t.Errorf("%s takes %d allocations, more than %d", w.what, got, w.budget)
		}
	}
}

func BenchmarkRequest(b *testing.B) {
	h := openAlone(b)
	site := h.handlerWithoutLog()
	for _, way := range budgets(b, h, site) {
		next := way.next
		b.Run(way.what, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				site.ServeHTTP(&discardWriter{header: http.Header{}}, next()) // making the request is a third of a page's time
			}
		})
	}
}
