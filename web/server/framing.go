package server

import "net/http"

// endChunked ends the connection after a body in chunks. Go reads one that
// also has a length by its chunks and forgets the length; a proxy in front may
// have gone by it, and would take what follows for another visitor's request.
// No browser sends a form in chunks.
func endChunked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.TransferEncoding) > 0 {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}
