// Package server puts the whole site together as one http.Handler: the
// routes of every package and the middleware all of them share. It knows no page
// and no rule of the quiz.
package server

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"whichpm/web/admin"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/static"
	"whichpm/web/taker"
	"whichpm/web/takerview"
)

// Config is what differs from one host to another.
type Config struct {
	Log            *slog.Logger
	Access         io.Writer      // takes a line of JSON a request, nil: nobody does
	PublicURL      *url.URL       // nil: the address the visitor used
	TrustedProxies []netip.Prefix // whose X-Forwarded-For is believed
	FrameAncestors []string       // origins whose pages may frame the small start page
	Gallery        http.Handler   // every page in every state, nil: not served
	Ready          func(context.Context) error
	Stopping       func() bool                     // true once the program was told to stop, nil: never
	Measure        func(http.Handler) http.Handler // counts requests, nil: nobody does

	Limits func(what string) httprate.LimitCounter // counts what addresses do, nil: in memory

	// Groups counts a group made by an address. It returns 0, or how long to wait
	// before the next one; nil: as many as they like.
	Groups func(ctx context.Context, address string) (time.Duration, error)
}

// New returns the site.
func New(c Config, public *taker.Taker, admins *admin.Admin) http.Handler {
	p := page.Responder{Log: c.Log, View: func(f page.Failure) page.FailureView { return takerview.ErrorProps(f) }, Say: public.Say}
	r := chi.NewRouter()
	if c.Access == nil {
		c.Access = io.Discard
	}
	if c.Measure == nil {
		c.Measure = func(next http.Handler) http.Handler { return next }
	}
	r.Use(
		identify,
		c.Measure,
		accessLog(c.Access),
		public.Branded,
		recoverer(p),
		headers(c.PublicURL, c.FrameAncestors),
		endChunked,
		stopping(c.Stopping),
		middleware.GetHead,
		namedHost(p),
		readableAddress(p),
		limitBody,
		sameOrigin(p, c.PublicURL),
		page.SwitchLanguage(c.PublicURL),
	)
	r.NotFound(p.Handle(notFound(r)))
	r.MethodNotAllowed(methodNotAllowed(p, r))

	r.Get(site.Healthz, healthz)
	r.Get(site.Readyz, readyz(c.Ready))
	r.Handle(site.StaticPattern, static.Handler())
	r.Get(site.Favicon, favicon)
	if c.Gallery != nil {
		r.Handle(site.Gallery, c.Gallery)
		r.Handle(site.Gallery+"/*", c.Gallery)
	}
	from := clientIP(c.TrustedProxies, c.Log)
	most := limits(p, c, from)
	public.Routes(r, p, most)
	admins.Routes(r.With(from), p, most.Writes)
	return r
}

func favicon(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, static.URL("favicon.svg"), http.StatusFound)
}

// methodNotAllowed names the methods the address does take. The address of a form of
// the admin pages, opened as a page, leads to the page that the form is on.
func methodNotAllowed(p page.Responder, routes chi.Routes) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if form := strings.HasPrefix(r.URL.Path, site.Admin+"/"); form && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
			for at := path.Dir(r.URL.Path); at != "/"; at = path.Dir(at) {
				if routes.Match(chi.NewRouteContext(), http.MethodGet, at) {
					w.Header().Set("Cache-Control", "no-store")
					http.Redirect(w, r, (&url.URL{Path: at}).String(), http.StatusSeeOther)
					return
				}
			}
		}
		var allowed []string
		if routes.Match(chi.NewRouteContext(), http.MethodGet, r.URL.Path) {
			allowed = append(allowed, http.MethodGet, http.MethodHead)
		}
		if routes.Match(chi.NewRouteContext(), http.MethodPost, r.URL.Path) {
			allowed = append(allowed, http.MethodPost)
		}
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		p.Fail(w, r, page.ErrMethod)
	}
}
