package admin

import (
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/auth"
	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/adminview"
)

// showSignIn asks who it is.
func (a *Admin) showSignIn(w http.ResponseWriter, r *http.Request) error {
	next := safeNext(r.URL.Query().Get("next"))
	if v, err := a.visit(r); err == nil && !v.session.NeedsCode {
		return page.Redirect(w, r, next)
	}
	return page.Render(w, r, http.StatusOK, adminview.SignIn(adminview.SignInProps{Language: page.Language(w, r), Next: next}))
}

// signIn begins a session, or one that waits for the second factor. Nothing in
// the answer tells an account that exists from one that does not.
func (a *Admin) signIn(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props := adminview.SignInProps{Language: page.Language(w, r), Email: r.PostForm.Get("email"), Next: safeNext(r.PostForm.Get("next"))}
	if props.Problems = props.Language.Problems(typedBoth(props.Email, r.PostForm.Get("password"))); len(props.Problems) > 0 {
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.SignIn(props))
	}
	email, err := auth.Email(props.Email)
	if err != nil {
		email = "" // the account of nobody, like any other that is not there
	}
	wait, err := a.wait(r, email)
	if err != nil {
		return err
	}
	if wait > 0 {
		props.Problems = props.Language.Problems(tooSoon(w, props.Language, "password", wait))
		return page.Render(w, r, http.StatusTooManyRequests, adminview.SignIn(props))
	}
	admin, ok, err := a.passwordOf(r, email, r.PostForm.Get("password"))
	if err != nil {
		return err
	}
	if !ok {
		props.Problems = props.Language.Problems(quiz.Problems{{
			Field: "password", Message: "The email address or the password is not right. Check both and try again", Code: "sign_in",
		}})
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.SignIn(props))
	}
	if admin.SecondFactor() {
		return a.askForCode(w, r, admin, props.Next)
	}
	if err := a.gotIn(r, email); err != nil {
		return err
	}
	return a.letIn(w, r, admin, auth.Digest{}, props.Next)
}

func typedBoth(email, password string) (problems quiz.Problems) {
	if email == "" {
		problems = append(problems, quiz.Problem{Field: "email", Message: "Type your email address", Code: "email_none"})
	}
	if password == "" {
		problems = append(problems, quiz.Problem{Field: "password", Message: "Type your password", Code: "password_none"})
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
	}
	return admin, true, nil
}

// letIn begins a new session in the place of any before.
func (a *Admin) letIn(w http.ResponseWriter, r *http.Request, admin auth.Admin, before auth.Digest, next string) error {
	session, token := auth.NewSession(admin.ID, false, a.now())
	entry := quiz.AuditEntry{At: a.now(), By: admin.Email, Action: auth.ActionSignIn, Subject: admin.Email}
	if err := a.store.SignIn(r.Context(), session, before, entry); err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	a.keep(w, r, token)
	return page.Redirect(w, r, next)
}

// signOut ends this session.
func (a *Admin) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := a.store.EndSession(r.Context(), visitOf(r).session.Hash); err != nil {
		return fmt.Errorf("sign out: %w", err)
	}
	a.forget(w, r)
	return page.Redirect(w, r, site.AdminSignIn)
}
