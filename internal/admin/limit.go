package admin

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// One address may try to sign in this often, whatever the accounts.
const (
	triesPerWindow = 30
	triesWindow    = time.Minute
)

// limitTries keeps one address from trying account after account.
func limitTries(p page.Responder) func(http.Handler) http.Handler {
	return httprate.LimitBy(triesPerWindow, triesWindow,
		func(r *http.Request) (string, error) { return address(r), nil },
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) { p.Fail(w, r, errTries) }),
		httprate.WithErrorHandler(func(w http.ResponseWriter, r *http.Request, err error) {
			p.Fail(w, r, fmt.Errorf("count tries: %w", err))
		}),
	)
}

var errTries = &page.Error{
	Status: http.StatusTooManyRequests, Title: "Too many tries in a short time",
	Message: "Please wait a minute, then try to sign in again.",
}

// address is whom tries are counted by: an IPv6 network counts as one.
func address(r *http.Request) string {
	return httprate.CanonicalizeIP(middleware.GetClientIP(r.Context()))
}

// tooSoon says how long to wait, in words and for programs.
func tooSoon(w http.ResponseWriter, field string, wait time.Duration) quiz.Problems {
	seconds := int((wait + time.Second - 1) / time.Second)
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	return quiz.Problems{{Field: field, Message: "Too many tries. Wait " + adminview.Wait(wait) + ", then try again"}}
}
