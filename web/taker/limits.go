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

// maker runs a handler that has to make what is not kept yet.
type maker func(page.Handler) page.Handler

// making counts what is made as a look. What is kept costs little and is not
// counted.
func (l Limits) making(p page.Responder) maker {
	return func(h page.Handler) page.Handler {
		limited := l.Looks.HandlerFunc(p.Handle(h))
		return func(w http.ResponseWriter, r *http.Request) error {
			limited.ServeHTTP(w, r)
			return nil
		}
	}
}
