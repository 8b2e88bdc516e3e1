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
	a.said.Set(w, r, url.Values{"what": {what}, "at": {at}, "on": {path}}.Encode())
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
	value, found := a.said.Read(r)
	if !found || r.Method != http.MethodGet {
		return adminview.Said{}
	}
	said, err := url.ParseQuery(value)
	if err != nil || said.Get("on") != r.URL.Path {
		return adminview.Said{}
	}
	a.said.Forget(w, r)
	return adminview.Said{What: said.Get("what"), At: said.Get("at")}
}
