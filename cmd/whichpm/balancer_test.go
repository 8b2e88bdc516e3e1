package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// balancer stands before copies of the program as hosts' proxies do: in turn
// those that are ready. A request whose connection was refused goes to the
// next one. Nothing else is sent again.
type balancer struct {
	url       string
	upstreams []*upstream
	turn      atomic.Int64
	transport http.Transport
}

// upstream is where a copy listens, which changes when it is started again.
type upstream struct {
	base  atomic.Pointer[url.URL]
	ready atomic.Bool
}

const looksEvery = 50 * time.Millisecond

// balance puts a balancer before copies. It asks them whether they are ready
// until the test ends.
func balance(t *testing.T, bases ...string) *balancer {
	t.Helper()
	b := &balancer{transport: http.Transport{MaxIdleConnsPerHost: 64}}
	for n, base := range bases {
		b.upstreams = append(b.upstreams, &upstream{})
		b.use(t, n, base)
	}
	proxy := &httputil.ReverseProxy{
		Transport: b,
		Rewrite: func(r *httputil.ProxyRequest) {
			r.Out.Header["X-Forwarded-For"] = r.In.Header["X-Forwarded-For"] // a test says from where it comes
		},
	}
	front := httptest.NewServer(proxy)
	b.url = front.URL
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	var looking sync.WaitGroup
	for _, u := range b.upstreams {
		looking.Go(func() { u.watch(ctx) })
	}
	t.Cleanup(func() {
		front.Close()
		stop()
		looking.Wait()
		b.transport.CloseIdleConnections()
	})
	return b
}

// use takes a copy, which is ready, into the turns.
func (b *balancer) use(t *testing.T, n int, base string) {
	t.Helper()
	address, err := url.Parse(base)
	ok(t, err)
	b.upstreams[n].base.Store(address)
	b.upstreams[n].ready.Store(true)
}

// watch follows whether a copy is ready.
func (u *upstream) watch(ctx context.Context) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: time.Second}
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(looksEvery):
		}
		base := u.base.Load()
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, base.String()+"/readyz", nil)
		if err != nil {
			return
		}
		response, err := client.Do(request)
		if err == nil {
			_ = response.Body.Close()
		}
		if u.base.Load() == base {
			u.ready.Store(err == nil && response.StatusCode == http.StatusOK)
		}
	}
}

// RoundTrip asks the copy whose turn it is. The answer names it in X-Copy.
func (b *balancer) RoundTrip(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
	}
	first, err := int(b.turn.Add(1)), errNoneReady
	for _, must := range []bool{true, false} { // if none is ready, any
		for n := range b.upstreams {
			at := (first + n) % len(b.upstreams)
			if must && !b.upstreams[at].ready.Load() {
				continue
			}
			out := r.Clone(r.Context())
			base := b.upstreams[at].base.Load()
			out.URL.Scheme, out.URL.Host = base.Scheme, base.Host
			out.Body, out.GetBody = io.NopCloser(bytes.NewReader(body)), nil // so that Go's client sends nothing twice either
			response, problem := b.transport.RoundTrip(out)
			if problem == nil {
				response.Header.Set("X-Copy", strconv.Itoa(at))
				return response, nil
			}
			if err = problem; !errors.Is(err, syscall.ECONNREFUSED) {
				return nil, err
			}
		}
	}
	return nil, err
}

var errNoneReady = errors.New("no copy is ready")

// hoppingBrowser is a browser that follows no redirects and knows who answered.
type hoppingBrowser struct {
	t      *testing.T
	client *http.Client
	base   string
	from   string // X-Forwarded-For
	copy   string // who answered last
}

func newHopper(t *testing.T, base, from string) *hoppingBrowser {
	t.Helper()
	return &hoppingBrowser{t: t, client: newVisitor(t), base: base, from: from}
}

// hops asks another copy than the one before and wants that status.
func (h *hoppingBrowser) hops(want int, method, path string, pairs ...string) (body, to string) {
	h.t.Helper()
	before := h.copy
	status, body, to := h.send(method, path, pairs...)
	if status != want {
		h.t.Fatalf("%s %s answers %d, want %d\n%s", method, path, status, want, body)
	}
	if h.copy == before {
		h.t.Fatalf("%s %s is answered by copy %s as the request before", method, path, h.copy)
	}
	return body, to
}

func (h *hoppingBrowser) send(method, path string, pairs ...string) (status int, body, to string) {
	h.t.Helper()
	form := url.Values{}
	for n := 0; n < len(pairs); n += 2 {
		form.Set(pairs[n], pairs[n+1])
	}
	request, err := http.NewRequestWithContext(h.t.Context(), method, h.base+path, bytes.NewReader([]byte(form.Encode())))
	ok(h.t, err)
	if method == http.MethodPost {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	request.Header.Set("X-Forwarded-For", h.from)
	response, err := h.client.Do(request)
	ok(h.t, err)
	defer response.Body.Close() //nolint:errcheck // it was read to the end
	text, err := io.ReadAll(response.Body)
	ok(h.t, err)
	h.copy = response.Header.Get("X-Copy")
	return response.StatusCode, string(text), response.Header.Get("Location")
}
