package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

// What is typed into a form of the draft is sent every few seconds by a script
// and kept, so that it comes back after a crash or another sign-in. It is no part
// of the draft and of no log; whoever looks at it saves it or forgets it.

// The most that is kept of a form, in bytes, and how often an admin may send.
const (
	mostKept      = 256 << 10
	keptPerMinute = 60
)

// limitKept bounds how often an admin sends what is typed.
func limitKept(p page.Responder) func(http.Handler) http.Handler {
	return httprate.LimitBy(keptPerMinute, time.Minute,
		func(r *http.Request) (string, error) { return currentAdmin(r).ID, nil },
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) { p.Fail(w, r, page.ErrTooMany) }),
	)
}

// notKept are forms that are gone on with after signing in and edit no draft.
var notKept = []string{site.Admins, site.AdminPublication}

// keepTyped keeps a form as it is right now. The address says where it would be
// sent and on which page it stands.
func (a *Admin) keepTyped(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, mostKept)
	if err := page.Form(r); err != nil {
		return err
	}
	to, on := r.URL.Query().Get("to"), r.URL.Query().Get("on")
	if !a.keepsOf(to) || on != safeNext(on) || len(to)+len(on) > 500 {
		return quiz.ErrNotFound
	}
	for name := range r.PostForm {
		if secret(name) {
			return quiz.ErrNotFound
		}
	}
	err := a.store.KeepTyped(r.Context(), quiz.WorkingCopy{
		Admin: currentAdmin(r).ID, To: to, Page: on, Typed: r.PostForm.Encode(), At: a.now(),
	})
	if err != nil {
		return fmt.Errorf("keep what is typed: %w", err)
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (a *Admin) keepsOf(to string) bool {
	return a.continuesAfterSignIn(to) && !slices.Contains(notKept, to)
}

// showKept shows, in the place of a page, what was typed on it and not saved.
func (a *Admin) showKept(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return p.Handle(forAdmins(func(w http.ResponseWriter, r *http.Request) error {
			if r.Method != http.MethodGet {
				next.ServeHTTP(w, r)
				return nil
			}
			kept, err := a.store.TypedOn(r.Context(), currentAdmin(r).ID, r.URL.Path)
			if errors.Is(err, quiz.ErrNotFound) {
				next.ServeHTTP(w, r)
				return nil
			}
			if err != nil {
				return err
			}
			form, err := url.ParseQuery(kept.Typed)
			if err != nil || !a.keepsOf(kept.To) { // of a form that a later program no longer has
				next.ServeHTTP(w, r)
				return nil
			}
			a.forms.ServeHTTP(w, asForm(r, kept, form))
			return nil
		}))
	}
}

// asForm is the request that would have sent the form, in a visit that only
// shows it.
func asForm(r *http.Request, kept quiz.WorkingCopy, form url.Values) *http.Request {
	v := visitOf(r)
	v.showing, v.kept = true, &kept
	shown := withVisit(r, v)
	shown = shown.WithContext(context.WithValue(shown.Context(), chi.RouteCtxKey, chi.NewRouteContext()))
	shown.Method, shown.URL, shown.Body = http.MethodPost, &url.URL{Path: kept.To}, http.NoBody
	shown.Header = r.Header.Clone()
	shown.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	shown.PostForm, shown.Form = form, form
	return shown
}

// forgetTyped is for a form that was accepted. Where it fails, what was typed
// comes once more, and goes when it says what is kept already.
func (a *Admin) forgetTyped(r *http.Request) {
	_ = a.store.ForgetTyped(r.Context(), currentAdmin(r).ID, r.URL.Path) // the form itself is saved
}

// forgetKept removes what is shown, and leads to its page.
func (a *Admin) forgetKept(r *http.Request) string {
	a.forgetTyped(r)
	return visitOf(r).kept.Page
}

// removeKept forgets what was typed, as the admin asks.
func (a *Admin) removeKept(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	err := a.store.ForgetTyped(r.Context(), currentAdmin(r).ID, r.PostForm.Get("to"))
	if err != nil {
		return fmt.Errorf("forget what was typed: %w", err)
	}
	return page.Redirect(w, r, safeNext(r.PostForm.Get("next")))
}
