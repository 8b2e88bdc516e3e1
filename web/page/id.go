package page

import (
	"math/rand/v2"
	"net/http"
)

const idHeader = "X-Request-Id"

// Identify gives a request an id. Its log lines, its answer and its error page
// show it, so that what a visitor reports is found in the log. It is always
// made here: an id a visitor sends could be made to look like another's.
func Identify(w http.ResponseWriter) { w.Header()[idHeader] = []string{newID()} }

// ID is the id of the request that w answers, a new one if it was given none.
func ID(w http.ResponseWriter) string {
	if id := w.Header()[idHeader]; len(id) > 0 {
		return id[0]
	}
	return newID()
}

// letters are those of base 32, which nobody mistakes for each other.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

// newID tells requests apart; nothing is opened by it, so that it need not be
// hard to guess.
func newID() string {
	var id [8]byte
	for i, bits := 0, rand.Uint64(); i < len(id); i, bits = i+1, bits>>5 {
		id[i] = letters[bits%32]
	}
	return string(id[:])
}
