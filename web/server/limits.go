package server

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"whichpm/internal/auth"
	"whichpm/web/page"
	"whichpm/web/taker"
)

// What one address may do in a window of auth.LimitWindow. A classroom behind
// one address fits in. Looks are at what is made anew each time and takes more
// than a millisecond.
const (
	mostWrites   = 240
	mostLooks    = 240
	mostOutcomes = 30
)

// limits counts what is limited, by the address that from finds.
func limits(p page.Responder, c Config, from func(http.Handler) http.Handler) taker.Limits {
	writes := limit(p, c, "write", mostWrites)
	return taker.Limits{
		Writes:   chi.Middlewares{from, writes},
		Looks:    chi.Middlewares{from, limit(p, c, "look", mostLooks)},
		Outcomes: chi.Middlewares{from, writes, limit(p, c, "outcome", mostOutcomes)},
		Groups: func(r *http.Request) (time.Duration, error) {
			if c.Groups == nil {
				return 0, nil
			}
			return c.Groups(r.Context(), addressOf(r))
		},
	}
}

// addressOf is whom limits count by: an IPv6 network counts as one.
func addressOf(r *http.Request) string {
	return httprate.CanonicalizeIP(middleware.GetClientIP(r.Context()))
}

// limit lets one address do something so often.
func limit(p page.Responder, c Config, what string, most int) func(http.Handler) http.Handler {
	var counts httprate.LimitCounter // nil: in memory
	if c.Limits != nil {
		counts = c.Limits(what)
	}
	return httprate.LimitBy(most, auth.LimitWindow,
		func(r *http.Request) (string, error) { return addressOf(r), nil },
		httprate.WithLimitCounter(counts),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) { p.Fail(w, r, page.ErrTooMany) }),
		httprate.WithErrorHandler(func(w http.ResponseWriter, r *http.Request, err error) {
			p.Fail(w, r, fmt.Errorf("count what is limited: %w", err))
		}),
	)
}

// clientIP finds the visitor's address for limits. Only a trusted proxy is
// believed when it speaks for somebody else. What it says and cannot be used
// is logged once, without an address: then many visitors count as one.
func clientIP(trusted []netip.Prefix, log *slog.Logger) func(http.Handler) http.Handler {
	from := middleware.ClientIPFromRemoteAddr
	if len(trusted) > 0 {
		prefixes := make([]string, len(trusted))
		for i, prefix := range trusted {
			prefixes[i] = prefix.String()
		}
		from = middleware.ClientIPFromXFF(prefixes...)
	}
	var stranger, unreadable sync.Once
	return func(next http.Handler) http.Handler {
		return from(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case !middleware.GetClientIPAddr(r.Context()).IsValid():
				unreadable.Do(func() { log.WarnContext(r.Context(), saysUnreadable) })
			case len(r.Header["X-Forwarded-For"]) > 0 && !trusts(trusted, r.RemoteAddr):
				stranger.Do(func() { log.WarnContext(r.Context(), saysStranger) })
			}
			next.ServeHTTP(w, r)
		}))
	}
}

const (
	saysUnreadable = "X-Forwarded-For of a trusted proxy is missing or names no address of a visitor: all of its visitors count as one"
	saysStranger   = "X-Forwarded-For was sent by somebody who is not among the trusted proxies, and is not believed: if it was your proxy, name it in --trusted-proxies, or all of its visitors count as one"
)

// trusts reports whether the address of a connection is a trusted proxy's.
func trusts(trusted []netip.Prefix, remote string) bool {
	peer, err := netip.ParseAddrPort(remote)
	if err != nil {
		return false
	}
	for _, prefix := range trusted {
		if prefix.Contains(peer.Addr().Unmap().WithZone("")) {
			return true
		}
	}
	return false
}
