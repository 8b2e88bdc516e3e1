package server

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"whichpm/internal/page"
)

// identify gives every request an id. The visitor is told too, for reports.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page.Identify(w)
		next.ServeHTTP(w, r)
	})
}

// accessLog writes a line a request. It names the route's pattern, never the
// path: paths carry secrets.
func accessLog(log *slog.Logger) func(http.Handler) http.Handler {
	handler := log.Handler()
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			began := time.Now()
			seen := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
			defer func() {
				pattern := chi.RouteContext(r.Context()).RoutePattern()
				ended := time.Now()
				line := slog.NewRecord(ended, slog.LevelInfo, "request", 0) // without looking up where it is written
				line.AddAttrs(
					slog.String("id", page.ID(w)),
					slog.String("method", r.Method),
					slog.String("route", pattern),
					slog.Int("status", seen.Status()),
					slog.Int("bytes", seen.BytesWritten()),
					slog.Duration("took", ended.Sub(began)),
				)
				_ = handler.Handle(r.Context(), line) // nobody is left to tell
			}()
			next.ServeHTTP(seen, r)
		})
	}
}
