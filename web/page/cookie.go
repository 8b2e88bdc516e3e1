package page

import (
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Secure reports whether the visitor's browser speaks HTTPS with a site that
// is reached at a public URL, nil: at the address the visitor used.
func Secure(r *http.Request, public *url.URL) bool {
	return r.TLS != nil || public != nil && public.Scheme == "https"
}

// Absolute is the address of a path for someone elsewhere, on a site as Secure
// takes it.
func Absolute(r *http.Request, public *url.URL, path string) string {
	if public != nil {
		return strings.TrimSuffix(public.String(), "/") + path
	}
	if Secure(r, nil) {
		return "https://" + r.Host + path
	}
	return "http://" + r.Host + path
}

// Cookie is a cookie of this site as every one of them is set: no script reads
// it, no other site's form sends it, and over HTTPS nothing else does.
type Cookie struct {
	Name   string
	Age    time.Duration // the browser keeps it
	Public *url.URL      // as Secure takes it

	// Own has the prefix where the browser speaks HTTPS that keeps other hosts
	// of the same domain and plain HTTP from setting it.
	Own bool
}

func (c Cookie) name(r *http.Request) string {
	if c.Own && Secure(r, c.Public) {
		return "__Host-" + c.Name
	}
	return c.Name
}

// Read returns what the visitor's browser sent of it.
func (c Cookie) Read(r *http.Request) (value string, found bool) {
	cookie, err := r.Cookie(c.name(r))
	if err != nil {
		return "", false
	}
	return cookie.Value, true
}

// Set puts it into the visitor's browser.
func (c Cookie) Set(w http.ResponseWriter, r *http.Request, value string) {
	c.set(w, r, value, int(c.Age/time.Second))
}

// Forget takes it out again.
func (c Cookie) Forget(w http.ResponseWriter, r *http.Request) { c.set(w, r, "", -1) }

func (c Cookie) set(w http.ResponseWriter, r *http.Request, value string, age int) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // Secure wherever the site is reached by HTTPS
		Name: c.name(r), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: Secure(r, c.Public), SameSite: http.SameSiteLaxMode,
	})
}
