package admin

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// flashAge is how long the next page may take to come and show the message.
const flashAge = time.Minute

// flash has the page at an address show a message about what was done, once and
// in its place. It travels in a cookie for that page alone, so that neither a
// link nor a reload can have it shown.
func (a *Admin) flash(w http.ResponseWriter, r *http.Request, to, what, at string) string {
	to, _, _ = strings.Cut(to, "#")
	path, _, _ := strings.Cut(to, "?")
	a.flashCookie.Set(w, r, url.Values{"what": {what}, "at": {at}, "on": {path}}.Encode())
	return to + "#" + adminview.FlashAnchor
}

// flashAfterEdit is flash for an edit of the draft.
func (a *Admin) flashAfterEdit(w http.ResponseWriter, r *http.Request, what, at, to string) func(*quiz.Version) string {
	return func(*quiz.Version) string { return a.flash(w, r, to, what, at) }
}

// flashSaved is flashAfterEdit for a form that leads back to itself.
func (a *Admin) flashSaved(w http.ResponseWriter, r *http.Request, to string) func(*quiz.Version) string {
	return a.flashAfterEdit(w, r, adminview.Saved, adminview.AtSave, to)
}

// takeFlash returns the message for this page, and forgets it.
func (a *Admin) takeFlash(w http.ResponseWriter, r *http.Request) adminview.Flash {
	value, found := a.flashCookie.Read(r)
	if !found || r.Method != http.MethodGet {
		return adminview.Flash{}
	}
	said, err := url.ParseQuery(value)
	if err != nil || said.Get("on") != r.URL.Path {
		return adminview.Flash{}
	}
	a.flashCookie.Forget(w, r)
	return adminview.Flash{What: said.Get("what"), At: said.Get("at")}
}
