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

// nowhere is where an answer goes whose bytes nobody reads.
type nowhere struct {
	header http.Header
	status int
}

func (w *nowhere) Header() http.Header            { return w.header }
func (w *nowhere) WriteHeader(status int)         { w.status = status }
func (w *nowhere) Write(body []byte) (int, error) { return len(body), nil }

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
	base := testing.AllocsPerRun(200, func() { _, _ = &nowhere{header: http.Header{}}, next() })
	return int(testing.AllocsPerRun(200, func() {
		w := &nowhere{header: http.Header{}}
		site.ServeHTTP(w, next())
		if w.status != want {
			t.Fatalf("it is answered with %d, want %d", w.status, want)
		}
	}) - base)
}

// way is a request many send, and how many allocations it may take.
type way struct {
	what   string
	next   func() *http.Request
	want   int
	budget int
}

// ways are the requests most people send. The budgets are what was measured
// and a tenth; see docs/performance.md. Who needs more says there what it buys.
func ways(t testing.TB, h *house, site http.Handler) []way {
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
	first := &nowhere{header: http.Header{}}
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
	return []way{
		{"a shared page", reader, http.StatusOK, 17},
		{"a shared page they have", again, http.StatusNotModified, 17},
		{"a picture", asked(t, http.MethodGet, shared+"/card.png", "", ""), http.StatusOK, 17},
		{"a question", asked(t, http.MethodGet, "/q/8", midway.String(), ""), http.StatusOK, 32},
		{"an answer", asked(t, http.MethodPost, "/q/8", midway.String(), "question="+question+"&answer=1"), http.StatusSeeOther, 74},
		{"a result", finishing, http.StatusSeeOther, 122},
	}
}

func (h *house) lean() http.Handler {
	return server.New(server.Config{Log: slog.New(slog.NewJSONHandler(io.Discard, nil)), Ready: h.store.Ping}, h.takers, h.admins)
}

func TestARequestAllocatesNoMoreThanItsBudget(t *testing.T) {
	h := openAlone(t)
	site := h.lean()
	for _, w := range ways(t, h, site) {
		if got := allocations(t, site, w.next, w.want); got > w.budget {
			t.Errorf("%s takes %d allocations, more than %d", w.what, got, w.budget)
		}
	}
}

func BenchmarkRequest(b *testing.B) {
	h := openAlone(b)
	site := h.lean()
	for _, way := range ways(b, h, site) {
		next := way.next
		b.Run(way.what, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				site.ServeHTTP(&nowhere{header: http.Header{}}, next()) // making the request is a third of a page's time
			}
		})
	}
}
