package admin

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/words"
)

// One address may try to sign in this often, whatever the accounts.
const (
	triesPerWindow = 30
	triesWindow    = auth.LimitWindow
)

// limitTries keeps one address from trying account after account.
func limitTries(p page.Responder, counts httprate.LimitCounter) func(http.Handler) http.Handler {
	return httprate.LimitBy(triesPerWindow, triesWindow,
		func(r *http.Request) (string, error) { return address(r), nil },
		httprate.WithLimitCounter(counts),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) { p.Fail(w, r, errTries) }),
		httprate.WithErrorHandler(func(w http.ResponseWriter, r *http.Request, err error) {
			p.Fail(w, r, fmt.Errorf("count tries: %w", err))
		}),
	)
}

var errTries = &page.Error{
	Status: http.StatusTooManyRequests, Title: "error.too_many_title",
	Message: "adminerror.tries",
}

// address is whom tries are counted by: an IPv6 network counts as one.
func address(r *http.Request) string {
	return httprate.CanonicalizeIP(middleware.GetClientIP(r.Context()))
}

// countTry counts a try to get into an account. It returns 0, or how long to wait.
func (a *Admin) countTry(r *http.Request, account string) (time.Duration, error) {
	wait, err := a.throttle.Try(r.Context(), account, address(r), a.now())
	if err != nil {
		return 0, fmt.Errorf("count a try: %w", err)
	}
	return wait, nil
}

// forgetTries forgets the failed tries of whoever sent the request.
func (a *Admin) forgetTries(r *http.Request, accounts ...string) error {
	for _, account := range accounts {
		if err := a.throttle.Right(r.Context(), account, address(r), a.now()); err != nil {
			return fmt.Errorf("forget tries: %w", err)
		}
	}
	return nil
}

// tooSoon says how long to wait, in words and for programs.
func tooSoon(w http.ResponseWriter, l words.Language, field string, wait time.Duration) quiz.Problems {
	seconds := int((wait + time.Second - 1) / time.Second)
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	return quiz.Refusal(field, "too_soon", "time", adminview.Wait(l, wait))
}
