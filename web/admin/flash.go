package admin

import (
	"net/http"
	"net/url"
	"strconv"
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
	return a.say(w, r, to, url.Values{"what": {what}, "at": {at}})
}

// flashGone is flash at the top for a form that was saved and took parts out.
func (a *Admin) flashGone(w http.ResponseWriter, r *http.Request, to string, gone []adminview.Gone) string {
	said := url.Values{"what": {adminview.Saved}, "at": {adminview.AtTop}}
	for i, g := range gone {
		if i == mostNamed {
			said.Set("more", strconv.Itoa(len(gone)-i))
			break
		}
		if name := []rune(g.Name); len(name) > mostLetters {
			g.Name = string(name[:mostLetters]) + "…"
		}
		said.Add("gone", g.Name)
		said.Add("with", strconv.Itoa(g.Statements))
	}
	return a.say(w, r, to, said)
}

// What fits a cookie, whatever the letters.
const (
	mostNamed   = 3
	mostLetters = 60
)

func (a *Admin) say(w http.ResponseWriter, r *http.Request, to string, said url.Values) string {
	to, _, _ = strings.Cut(to, "#")
	path, _, _ := strings.Cut(to, "?")
	said.Set("on", path)
	if made := visitOf(r).made; made != nil && *made > 0 {
		said.Set("made", strconv.FormatInt(*made, 10))
	}
	a.flashCookie.Set(w, r, said.Encode())
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
	flash := adminview.Flash{What: said.Get("what"), At: said.Get("at"), More: number(said.Get("more")), Made: int64(number(said.Get("made")))}
	for i, name := range said["gone"] {
		if i < len(said["with"]) {
			flash.Gone = append(flash.Gone, adminview.Gone{Name: name, Statements: number(said["with"][i])})
		}
	}
	return flash
}

// number reads a count, 0 for what is none.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
