package server

import (
	"context"
	"net/http"
	"sync"
	"time"

	"whichpm/internal/quiz"
)

func notFound(http.ResponseWriter, *http.Request) error { return quiz.ErrNotFound }

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
