package server

import (
	"net/http"

	"whichpm/web/site"
)

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
