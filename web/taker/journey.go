package taker

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

const cookieAge = 30 * 24 * time.Hour

var (
	errNoJourney = &page.Error{
		Status: http.StatusBadRequest, Title: "error.no_journey_title",
		Message: "error.no_journey",
		Action:  "error.start_page", To: site.Home,
	}
	errUnreadable = &page.Error{
		Status: http.StatusBadRequest, Title: "error.unreadable_title",
		Message: "error.unreadable",
		Action:  "error.start_page", To: site.Home,
	}
)

// journey reads the taker's journey from the cookie, with the version it
// belongs to. A journey that cannot be read is forgotten, so that the next
// page starts clean.
func (t *Taker) journey(w http.ResponseWriter, r *http.Request) (*edition, quiz.Journey, error) {
	w.Header().Set("Cache-Control", "private, no-cache") // the page is this browser's own
	cookie, err := r.Cookie(t.cookieName(r))
	if err != nil {
		return nil, quiz.Journey{}, errNoJourney
	}
	ed, j, err := t.readJourney(r, cookie.Value)
	if err == nil && !j.Opens() {
		err = errUnreadable // a link in the place of a cookie: its result would be everybody's
	}
	if errors.Is(err, errUnreadable) {
		t.forget(w, r)
	}
	return ed, j, err
}

// readJourney checks every byte of a token: form, version, questions, options.
func (t *Taker) readJourney(r *http.Request, token string) (*edition, quiz.Journey, error) {
	j, err := quiz.DecodeJourney(token)
	if err != nil {
		return nil, j, errUnreadable
	}
	ed, err := t.editions.version(r.Context(), j.Version)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, j, errUnreadable
	}
	if err != nil {
		return nil, j, fmt.Errorf("read journey: %w", err)
	}
	if err := j.Fits(ed.Version); err != nil {
		return nil, j, errUnreadable
	}
	return ed, j, nil
}

// cookieName is the one cookie of the public pages. It exists only after Start
// and holds the whole journey. Over HTTPS it has the prefix that keeps another
// host of the same domain from setting it: whoever plants a journey knows the
// way to the result it ends in.
func (t *Taker) cookieName(r *http.Request) string {
	if t.secure(r) {
		return "__Host-whichpm_quiz"
	}
	return "whichpm_quiz"
}

// keep sends the journey back to the taker's browser.
func (t *Taker) keep(w http.ResponseWriter, r *http.Request, j quiz.Journey) {
	t.setCookie(w, r, j.Token(), int(cookieAge/time.Second))
}

func (t *Taker) forget(w http.ResponseWriter, r *http.Request) { t.setCookie(w, r, "", -1) }

func (t *Taker) setCookie(w http.ResponseWriter, r *http.Request, value string, age int) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // Secure wherever the site is served over HTTPS
		Name:     t.cookieName(r),
		Value:    value,
		Path:     "/",
		MaxAge:   age,
		HttpOnly: true,
		Secure:   t.secure(r),
		SameSite: http.SameSiteLaxMode,
	})
}
