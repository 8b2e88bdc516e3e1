package admin

import (
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showSignIn asks who it is.
func (a *Admin) showSignIn(w http.ResponseWriter, r *http.Request) error {
	next := safeNext(r.URL.Query().Get("next"))
	if v, err := a.visit(r); err == nil && !v.session.NeedsCode {
		return page.Redirect(w, r, next)
	}
	return page.Render(w, r, http.StatusOK, adminview.SignIn(adminview.SignInProps{Language: page.Language(w, r), Next: next, Flash: a.takeFlash(w, r), Passkeys: a.passkeys != nil}))
}

// signIn begins a session, or one that waits for the second factor. Nothing in
// the answer tells an account that exists from one that does not.
func (a *Admin) signIn(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props := adminview.SignInProps{Language: page.Language(w, r), Email: r.PostForm.Get("email"), Next: safeNext(r.PostForm.Get("next")), Typed: a.typedOn(r), Passkeys: a.passkeys != nil}
	if props.Problems = props.Language.Problems(typedBoth(props.Email, r.PostForm.Get("password"))); len(props.Problems) > 0 {
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.SignIn(props))
	}
	email, err := auth.Email(props.Email)
	if err != nil {
		email = "" // the account of nobody, like any other that is not there
	}
	wait, err := a.countTry(r, email)
	if err != nil {
		return err
	}
	if wait > 0 {
		props.Problems = props.Language.Problems(tooSoon(w, props.Language, "password", wait))
		return page.Render(w, r, http.StatusTooManyRequests, adminview.SignIn(props))
	}
	for range verifications {
		admin, ok, err := a.passwordOf(r, email, r.PostForm.Get("password"))
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if err := a.beginSession(w, r, admin, destination{props.Next, props.Typed}); !errors.Is(err, quiz.ErrStale) {
			return err
		}
	}
	props.Problems = props.Language.Problems(quiz.Refusal("", "sign_in"))
	return page.Render(w, r, http.StatusUnprocessableEntity, adminview.SignIn(props))
}

// verifications is how often a password is verified in one sign-in: again when
// the account was changed meanwhile, which says nothing against the password.
const verifications = 3

// beginSession lets in an admin whose password was right, or asks for the second
// factor. It returns quiz.ErrStale when they are no longer as verified.
func (a *Admin) beginSession(w http.ResponseWriter, r *http.Request, verified auth.Admin, on destination) error {
	if verified.SecondFactor() {
		return a.askForCode(w, r, verified, on)
	}
	return a.letIn(w, r, verified, auth.Digest{}, on, verified.Email)
}

func typedBoth(email, password string) (problems quiz.Problems) {
	if email == "" {
		problems = append(problems, quiz.NewProblem("email", "email_none"))
	}
	if password == "" {
		problems = append(problems, quiz.NewProblem("password", "password_none"))
	}
	return problems
}

// passwordOf finds the admin with that address and password. It computes one
// hash, whoever asks for whom.
func (a *Admin) passwordOf(r *http.Request, email, password string) (auth.Admin, bool, error) {
	admin, err := a.store.AdminByEmail(r.Context(), email)
	if err != nil && !errors.Is(err, quiz.ErrNotFound) {
		return auth.Admin{}, false, fmt.Errorf("find admin: %w", err)
	}
	ok, err := a.hasher.Verify(r.Context(), admin.PasswordHash, password)
	if err != nil {
		return auth.Admin{}, false, fmt.Errorf("check password: %w", err)
	}
	if !ok || admin.Disabled {
		return auth.Admin{}, false, nil
	}
	if a.hasher.Outdated(admin.PasswordHash) {
		hash, err := a.hasher.Hash(r.Context(), password)
		if err == nil {
			err = a.store.RenewPasswordHash(r.Context(), admin.ID, admin.PasswordHash, hash)
		}
		if err != nil {
			return auth.Admin{}, false, fmt.Errorf("renew password hash: %w", err)
		}
		admin.PasswordHash = hash
	}
	return admin, true, nil
}

// letIn begins a new session in the place of any before, and forgets the tries
// of the accounts. It returns quiz.ErrStale when the admin is no longer as
// verified, or the session before has ended.
func (a *Admin) letIn(w http.ResponseWriter, r *http.Request, verified auth.Admin, before auth.Digest, on destination, accounts ...string) error {
	session, token := auth.NewSession(verified.ID, false, a.now())
	entry := quiz.AuditEntry{At: a.now(), By: verified.Email, Action: auth.ActionSignIn, Subject: verified.Email}
	if err := a.store.SignIn(r.Context(), session, verified, before, entry); err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	if err := a.forgetTries(r, accounts...); err != nil {
		return err
	}
	a.cookie.Set(w, r, token)
	return a.continueTo(w, r, visit{session: session, admin: verified}, on)
}

// signOut ends this session.
func (a *Admin) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := a.store.EndSession(r.Context(), visitOf(r).session.Hash); err != nil {
		return fmt.Errorf("sign out: %w", err)
	}
	a.cookie.Forget(w, r)
	return page.Redirect(w, r, a.flash(w, r, site.AdminSignIn, adminview.SignedOut, adminview.AtTop))
}
