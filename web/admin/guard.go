package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// private keeps the pages out of caches and search engines.
func private(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Robots-Tag", "noindex")
		next.ServeHTTP(w, r)
	})
}

type contextKey struct{}

// visit is the session a request belongs to.
type visit struct {
	session  auth.Session
	admin    auth.Admin
	showing  bool // what was typed before signing in is shown: nothing is kept
	language words.Language
	groups   quiz.GroupMakers // who may make groups
	flash    adminview.Flash
	kept     *quiz.WorkingCopy // that is shown: what was typed and not saved
	made     *int64            // the revision that the request gave the draft, 0 for none
}

// madeRevision remembers what a saved form made of the draft, so that the page
// which says so can undo it.
func madeRevision(r *http.Request, revision int64) {
	if made := visitOf(r).made; made != nil {
		*made = revision
	}
}

// currentAdmin is the admin who sent the request. Every page behind signedIn has one.
func currentAdmin(r *http.Request) auth.Admin { return visitOf(r).admin }

func visitOf(r *http.Request) visit {
	v, _ := r.Context().Value(contextKey{}).(visit)
	return v
}

// language is the one the admin reads.
func language(r *http.Request) words.Language { return visitOf(r).language }

// viewer is me as the views show it.
func viewer(r *http.Request) adminview.Viewer {
	return adminview.Viewer{Language: language(r), Email: currentAdmin(r).Email, Owner: currentAdmin(r).Owner(), Temporary: currentAdmin(r).Temporary, Flash: visitOf(r).flash, Groups: visitOf(r).groups}
}

// signedIn lets admins through and asks everyone else to sign in. Who has a
// temporary password chooses their own before anything else.
func (a *Admin) signedIn(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return p.Handle(forAdmins(func(w http.ResponseWriter, r *http.Request) error {
			v, err := a.visit(r)
			switch {
			case errors.Is(err, quiz.ErrNotFound) || err == nil && v.session.NeedsCode:
				return a.askToSignInAgain(w, r)
			case err != nil:
				return err
			}
			v.language, v.groups, v.flash, v.made = page.Language(w, r), a.groups, a.takeFlash(w, r), new(int64)
			if v.admin.Temporary && r.URL.Path != site.AdminPassword && r.URL.Path != site.AdminSignOut {
				return a.askForOwnPassword(w, withVisit(r, v), a.typedIn(r))
			}
			next.ServeHTTP(w, withVisit(r, v))
			return nil
		}))
	}
}

// withVisit adds a visit to the request.
func withVisit(r *http.Request, v visit) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), contextKey{}, v))
}

// visit finds the session of a request. It returns quiz.ErrNotFound when there
// is none or it has ended.
func (a *Admin) visit(r *http.Request) (visit, error) {
	token, found := a.cookie.Read(r)
	if !found {
		return visit{}, quiz.ErrNotFound
	}
	hash, err := auth.ParseToken(token)
	if err != nil {
		return visit{}, quiz.ErrNotFound
	}
	session, admin, err := a.store.Session(r.Context(), hash)
	if err != nil {
		return visit{}, fmt.Errorf("find session: %w", err)
	}
	now := a.now()
	if session.Ended(now) {
		return visit{}, quiz.ErrNotFound
	}
	if session.Unseen(now) {
		if err := a.store.TouchSession(r.Context(), hash, now); err != nil {
			return visit{}, fmt.Errorf("keep session: %w", err)
		}
	}
	return visit{session: session, admin: admin}, nil
}

// requireOwner lets owners through.
func requireOwner(p page.Responder) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !currentAdmin(r).Owner() {
				p.Fail(w, r, errNotOwner)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

var errNotOwner = &page.Error{
	Status: http.StatusForbidden, Title: "adminerror.not_owner_title",
	Message: "adminerror.not_owner",
	Action:  "adminerror.to_admin", To: site.Admin,
}

// forAdmins says to admins what the public pages say to takers: that nothing
// can be kept right now, or that something broke. What was typed into a form
// about something that is gone is shown.
func forAdmins(h page.Handler) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		err := h(w, r)
		if errors.Is(err, quiz.ErrBusy) || errors.Is(err, quiz.ErrUnavailable) {
			return &page.Error{
				Status: http.StatusServiceUnavailable, Title: "adminerror.busy_title",
				Message: "adminerror.busy",
				Action:  "adminerror.to_admin", To: site.Admin, Cause: err,
			}
		}
		if errors.Is(err, quiz.ErrStale) {
			return errAccountChanged
		}
		if lost, ok := errors.AsType[*lostError](err); ok && r.Method == http.MethodPost && (!errors.Is(lost.cause, errNoDraft) || len(typedIn(r.PostForm)) > 0) {
			return showLost(w, r, lost)
		}
		if err != nil && !page.Foreseen(err) {
			return &page.Error{
				Status: http.StatusInternalServerError, Title: "error.internal_title",
				Message: "adminerror.fault",
				Action:  "adminerror.to_admin", To: site.Admin, Cause: err,
			}
		}
		return err
	}
}

// errAccountChanged answers what was begun by somebody whose password, second
// factor, role or state was changed before it was done.
var errAccountChanged = &page.Error{
	Status: http.StatusConflict, Title: "adminerror.account_changed_title",
	Message: "adminerror.account_changed",
	Action:  "adminerror.to_admin", To: site.Admin, Cause: quiz.ErrStale,
}

// cameFrom is the page to go on to after signing in: the one asked for, or
// the one whose form was sent.
func cameFrom(r *http.Request) string {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return safeNext(r.URL.RequestURI())
	}
	from, err := url.Parse(r.Referer())
	if err != nil {
		return site.Admin
	}
	return safeNext((&url.URL{Path: from.Path, RawQuery: from.RawQuery}).RequestURI())
}

// safeNext is an address within the admin pages: a link to the sign-in page
// cannot send anyone elsewhere.
func safeNext(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || strings.ContainsAny(u.Path, "\\\r\n") ||
		path.Clean(u.Path) != u.Path || u.Path != site.Admin && !strings.HasPrefix(u.Path, site.Admin+"/") ||
		strings.HasPrefix(u.Path, site.AdminSignIn) || u.Path == site.AdminSignOut {
		return site.Admin
	}
	return (&url.URL{Path: u.Path, RawQuery: u.RawQuery}).RequestURI()
}
