package admin

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// saidFor is how long a page has to come and say what was done.
const saidFor = time.Minute

// saying has the page an address leads to say what was done, once and where it
// was done. It is in a cookie for that page alone, so that neither a link nor
// a reload can have it said.
func (a *Admin) saying(w http.ResponseWriter, r *http.Request, to, what, at string) string {
	to, _, _ = strings.Cut(to, "#")
	path, _, _ := strings.Cut(to, "?")
	a.setSaid(w, r, url.Values{"what": {what}, "at": {at}, "on": {path}}.Encode(), int(saidFor.Seconds()))
	return to + "#" + adminview.SaidAnchor
}

// done is saying for an edit of the draft.
func (a *Admin) done(w http.ResponseWriter, r *http.Request, what, at, to string) func(*quiz.Version) string {
	return func(*quiz.Version) string { return a.saying(w, r, to, what, at) }
}

// saved is done for a form that leads back to itself.
func (a *Admin) saved(w http.ResponseWriter, r *http.Request, to string) func(*quiz.Version) string {
	return a.done(w, r, adminview.Saved, adminview.AtSave, to)
}

// toSay is what this page is to say, and forgets it.
func (a *Admin) toSay(w http.ResponseWriter, r *http.Request) adminview.Said {
	cookie, err := r.Cookie(a.saidCookie(r))
	if err != nil || r.Method != http.MethodGet {
		return adminview.Said{}
	}
	said, err := url.ParseQuery(cookie.Value)
	if err != nil || said.Get("on") != r.URL.Path {
		return adminview.Said{}
	}
	a.setSaid(w, r, "", -1)
	return adminview.Said{What: said.Get("what"), At: said.Get("at")}
}

func (a *Admin) saidCookie(r *http.Request) string { return a.cookieName(r) + "_said" }

func (a *Admin) setSaid(w http.ResponseWriter, r *http.Request, value string, age int) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // Secure wherever the site is reached by HTTPS
		Name: a.saidCookie(r), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: a.secure(r), SameSite: http.SameSiteLaxMode,
	})
}
