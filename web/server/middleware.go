package server

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"

	"whichpm/web/admin"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// The most a request may send, in bytes. An admin's form may hold every text
// of the guide filled to its limit; it is read only after signing in.
const (
	maxBody      = 64 << 10
	maxAdminBody = 1 << 20
)

// largerBodies are the addresses that take more.
var largerBodies = map[string]int64{
	site.AdminImport:      admin.MaxImport,
	site.AdminImportDraft: admin.MaxImport,
	// Whoever signs in again brings along what they had typed.
	site.AdminSignIn:     maxAdminBody + maxBody,
	site.AdminSignInCode: maxAdminBody + maxBody,

	site.AdminSignInPasskey: maxAdminBody + maxBody,
	site.AdminPassword:      maxAdminBody + maxBody,
}

func limitBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body != http.NoBody {
			r.Body = http.MaxBytesReader(w, r.Body, bodyLimit(r.URL.Path))
		}
		next.ServeHTTP(w, r)
	})
}

func bodyLimit(path string) int64 {
	if limit, ok := largerBodies[path]; ok {
		return limit
	}
	if strings.HasPrefix(path, site.Admin+"/") && !strings.HasPrefix(path, site.AdminSignIn) {
		return maxAdminBody
	}
	return maxBody
}

// indexed are the pages meant to be found. What judges them, such as
// Lighthouse, reads robots.txt in the page's name and goes by its policy.
var indexed = []string{site.Home, site.Guide, site.Method, site.Privacy}

// headers are the same on every response, except which sites may frame the page. The
// referrer stays within the site: addresses are secrets here, yet without a
// referrer the check for forms from other sites would refuse plain-HTTP hosts.
func headers(public *url.URL, frameAncestors []string) func(http.Handler) http.Handler {
	policy := "default-src 'none'; script-src 'self' " + ui.InlineScriptHash +
		"; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; "
	framed := "'none'"
	if len(frameAncestors) > 0 {
		framed = strings.Join(frameAncestors, " ")
	}
	always := http.Header{
		"Content-Security-Policy":    {policy + "frame-ancestors 'none'"},
		"X-Content-Type-Options":     {"nosniff"},
		"Referrer-Policy":            {"same-origin"},
		"Cross-Origin-Opener-Policy": {"same-origin"},
		"Permissions-Policy":         {"camera=(), geolocation=(), microphone=()"},
	}
	if public != nil && public.Scheme == "https" {
		always.Set("Strict-Transport-Security", "max-age=31536000")
	}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h := w.Header()
			maps.Copy(h, always) // a list of one has no room: who adds a value copies it
			switch {
			case r.URL.Path == site.Embed:
				h.Set("Content-Security-Policy", policy+"frame-ancestors "+framed)
			case slices.Contains(indexed, r.URL.Path), strings.HasPrefix(r.URL.Path, site.Admin+"/"): // an editor sends what is typed
				h.Set("Content-Security-Policy", policy+"connect-src 'self'; frame-ancestors 'none'")
			}
			next.ServeHTTP(w, r)
		})
	}
}

// readableAddress refuses a path no database may be asked for. Of the
// parameters it makes text everybody can read: a page that reads one says what
// is wrong with it, and what no page reads is nobody's concern.
func readableAddress(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !page.Storable(r.URL.Path) {
				p.Fail(w, r, page.ErrEncoding)
				return
			}
			r.URL.RawQuery = page.ReadableQuery(r.URL.RawQuery)
			next.ServeHTTP(w, r)
		})
	}
}

// sameOrigin refuses forms that another site sends in a visitor's name.
func sameOrigin(p page.Responder, public *url.URL) func(http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	if public != nil {
		if err := protection.AddTrustedOrigin(public.Scheme + "://" + public.Host); err != nil {
			panic(fmt.Sprintf("public URL was checked at start: %v", err))
		}
	}
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.Fail(w, r, page.ErrCrossOrigin)
	}))
	return protection.Handler
}

// recoverer shows the error page when a handler panics.
func recoverer(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				switch cause := recover(); cause {
				case nil:
				case http.ErrAbortHandler:
					panic(cause)
				default:
					p.Fail(w, r, fmt.Errorf("panic: %v\n%s", cause, debug.Stack())) // the log has the stack, the page the id
				}
			}()
			next.ServeHTTP(w, r)
		})
	}
}

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
