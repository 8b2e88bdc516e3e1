package taker

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

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
	token, found := t.cookie.Read(r)
	if !found {
		return nil, quiz.Journey{}, errNoJourney
	}
	ed, j, err := t.readJourney(r, token)
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

// keep sends the journey back to the taker's browser.
func (t *Taker) keep(w http.ResponseWriter, r *http.Request, j quiz.Journey) {
	t.cookie.Set(w, r, j.Token())
}

func (t *Taker) forget(w http.ResponseWriter, r *http.Request) { t.cookie.Forget(w, r) }

// journeyCookie is the one cookie of the public pages. It exists only after
// Start and holds the whole journey. It is the site's own: whoever plants a
// journey knows the way to the result it ends in.
func journeyCookie(public *url.URL) page.Cookie {
	return page.Cookie{Name: "whichpm_quiz", Age: 30 * 24 * time.Hour, Public: public, Own: true}
}
