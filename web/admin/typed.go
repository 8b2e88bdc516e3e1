package admin

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-chi/chi/v5"

	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// What was typed into a form that came after the session had ended travels in
// the pages one signs in with, in hidden fields, and nowhere else. Once signed
// in the editor shows it; only whoever looks at it there saves it.

// askToSignInAgain is the answer to a form that was sent after its session
// ended.
func (a *Admin) askToSignInAgain(w http.ResponseWriter, r *http.Request) error {
	return a.signInAgain(w, r, destination{cameFrom(r), a.typedIn(r)})
}

// signInAgain leads to the sign-in page, or shows it with what was typed.
func (a *Admin) signInAgain(w http.ResponseWriter, r *http.Request, on destination) error {
	if on.typed.Form == nil {
		return page.Redirect(w, r, site.AdminSignInTo(on.next))
	}
	return page.Render(w, r, http.StatusUnauthorized, adminview.SignIn(adminview.SignInProps{
		Language: page.Language(w, r), Next: on.next, Typed: on.typed, Passkeys: a.passkeys != nil,
	}))
}

// askForOwnPassword is what an admin with a temporary password does first.
func (a *Admin) askForOwnPassword(w http.ResponseWriter, r *http.Request, typed adminview.TypedForm) error {
	if typed.Form == nil {
		return page.Redirect(w, r, site.AdminPassword)
	}
	return page.Render(w, r, http.StatusOK, adminview.Password(adminview.PasswordProps{
		Viewer: viewer(r), Temporary: true, Typed: typed,
	}))
}

// typedIn is what a form holds that can be gone on with after signing in, or
// what the page it came from was already holding. It is nothing unless the
// browser shows that the form stood on a page of this site: what another site
// wrote must not wait in an editor.
func (a *Admin) typedIn(r *http.Request) adminview.TypedForm {
	if r.Method != http.MethodPost || !fromThisSite(r) || page.Form(r) != nil {
		return adminview.TypedForm{}
	}
	if held := a.typedOn(r); held.Form != nil {
		return held
	}
	if !a.continuesAfterSignIn(r.URL.Path) || len(typedIn(r.PostForm)) == 0 {
		return adminview.TypedForm{}
	}
	return adminview.TypedForm{To: r.URL.Path, Form: r.PostForm}
}

// typedOn reads what a page one signs in with holds of a form.
func (a *Admin) typedOn(r *http.Request) adminview.TypedForm {
	to, form := r.PostForm.Get(adminview.TypedTo), url.Values{}
	for name, values := range r.PostForm {
		if typed, ok := strings.CutPrefix(name, adminview.TypedPrefix); ok {
			form[typed] = values
		}
	}
	if !fromThisSite(r) || !a.continuesAfterSignIn(to) || len(form) == 0 {
		return adminview.TypedForm{}
	}
	return adminview.TypedForm{To: to, Form: form}
}

func (a *Admin) continuesAfterSignIn(path string) bool {
	return path == safeNext(path) && a.forms.Match(chi.NewRouteContext(), http.MethodPost, path)
}

// fromThisSite reports whether the browser says that a page of this site sent
// the form. The check for forms from other sites lets those through that say
// nothing, as old browsers do.
func fromThisSite(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site == "same-origin"
	}
	for _, name := range []string{"Origin", "Referer"} {
		if from := r.Header.Get(name); from != "" {
			u, err := url.Parse(from)
			return err == nil && u.Host == r.Host
		}
	}
	return false
}

// destination is where an admin goes after signing in: to a page, or to the
// form they had sent.
type destination struct {
	next  string
	typed adminview.TypedForm
}

// continueTo leads an admin who has signed in to what they came for: the editor
// with what they typed, or the page they asked for.
func (a *Admin) continueTo(w http.ResponseWriter, r *http.Request, v visit, on destination) error {
	v.language, v.groups = page.Language(w, r), a.groups
	r = withVisit(r, v)
	switch {
	case on.typed.Form == nil:
		return page.Redirect(w, r, on.next)
	case v.admin.Temporary:
		return a.askForOwnPassword(w, r, on.typed)
	}
	v.showing = true
	shown := withVisit(r, v)
	shown = shown.WithContext(context.WithValue(shown.Context(), chi.RouteCtxKey, chi.NewRouteContext()))
	shown.URL = &url.URL{Path: on.typed.To}
	shown.PostForm, shown.Form = on.typed.Form, nil
	a.forms.ServeHTTP(w, shown)
	return nil
}
