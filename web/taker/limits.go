package taker

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/web/page"
)

// Limits bound what one address may do, each as the middleware of a route.
type Limits struct {
	Writes   chi.Middlewares // in the database
	Looks    chi.Middlewares // at what takes long to make
	Outcomes chi.Middlewares // told: they move numbers that others read
}

// missLimiter limits a handler that makes what is not in memory yet.
type missLimiter func(page.Handler) page.Handler

// limitMisses counts every page that has to be made as a look. One from memory
// costs little and is not counted.
func (l Limits) limitMisses(p page.Responder) missLimiter {
	return func(h page.Handler) page.Handler {
		limited := l.Looks.HandlerFunc(p.Handle(h))
		return func(w http.ResponseWriter, r *http.Request) error {
			limited.ServeHTTP(w, r)
			return nil
		}
	}
}
