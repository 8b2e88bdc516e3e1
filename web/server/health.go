package server

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

// notFound leads an address with a slash too many, or with what stood behind
// it in a sentence, to the page it means.
func notFound(routes chi.Routes) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if _, link := site.Bare(r.URL.Path); link { // which may end in a mark itself: the page of the error leads there
			return quiz.ErrNotFound
		}
		meant := strings.TrimRightFunc(r.URL.Path, site.Decorates)
		if meant == "" && strings.Trim(r.URL.Path, "/") != "" {
			meant = site.Home
		}
		if meant == r.URL.Path || r.Method != http.MethodGet || !routes.Match(chi.NewRouteContext(), http.MethodGet, meant) {
			return quiz.ErrNotFound
		}
		w.Header().Set("Cache-Control", "no-store")
		return page.Redirect(w, r, (&url.URL{Path: meant, RawQuery: r.URL.RawQuery}).String())
	}
}

// healthz says that the process runs. Restarting it would not bring back a
// database that is away.
func healthz(w http.ResponseWriter, _ *http.Request) {
	plain(w, http.StatusOK, "ok\n")
}

// readyz says whether a load balancer should send visitors here.
// The answer is good for a second, as finding it out costs a write.
func readyz(ready func(context.Context) error) http.HandlerFunc {
	var mu sync.Mutex
	var last error
	var asked time.Time
	ask := func(ctx context.Context) error {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(asked) > time.Second {
			last = ready(context.WithoutCancel(ctx))
			asked = time.Now()
		}
		return last
	}
	return func(w http.ResponseWriter, r *http.Request) {
		if ask(r.Context()) != nil { // the reason may name files: it is not for strangers
			plain(w, http.StatusServiceUnavailable, "the database does not answer\n")
			return
		}
		plain(w, http.StatusOK, "ok\n")
	}
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text))
}

// stopping sends visitors away while the program stops: it is not ready any
// more, and each connection ends with its answer instead of being cut between
// two requests.
func stopping(now func() bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		if now == nil {
			return next
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !now() {
				next.ServeHTTP(w, r)
				return
			}
			w.Header().Set("Connection", "close")
			if r.URL.Path == site.Readyz {
				plain(w, http.StatusServiceUnavailable, "the program stops\n")
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
