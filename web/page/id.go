package page

import (
	"crypto/rand"
	"net/http"
)

const idHeader = "X-Request-Id"

// Identify gives a request an id. Its log lines, its answer and its error page
// show it, so that what a visitor reports is found in the log. It is always
// made here: an id a visitor sends could be made to look like another's.
func Identify(w http.ResponseWriter) { w.Header().Set(idHeader, newID()) }

// ID is the id of the request that w answers, a new one if it was given none.
func ID(w http.ResponseWriter) string {
	if id := w.Header().Get(idHeader); id != "" {
		return id
	}
	return newID()
}

// newID tells requests apart, and is short enough to be read out.
func newID() string { return rand.Text()[:8] }
