package admin

import (
	"net/http"

	"whichpm/internal/auth"
)

// cookieName has the prefix that keeps other hosts and plain HTTP from setting
// it, where the browser speaks HTTPS.
func (a *Admin) cookieName(r *http.Request) string {
	if a.secure(r) {
		return "__Host-whichpm_admin"
	}
	return "whichpm_admin"
}

// keep puts the session's token into the browser.
func (a *Admin) keep(w http.ResponseWriter, r *http.Request, token string) {
	a.setCookie(w, r, token, int(auth.SessionFor.Seconds()))
}

// forget takes it out again.
func (a *Admin) forget(w http.ResponseWriter, r *http.Request) { a.setCookie(w, r, "", -1) }

func (a *Admin) setCookie(w http.ResponseWriter, r *http.Request, value string, age int) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // Secure wherever the site is reached by HTTPS
		Name: a.cookieName(r), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: a.secure(r), SameSite: http.SameSiteLaxMode,
	})
}
