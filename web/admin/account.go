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

// showAccount leads to what admins change about how they sign in.
func (a *Admin) showAccount(w http.ResponseWriter, r *http.Request) error {
	passkeys, err := a.passkeyList(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Account(adminview.AccountProps{
		Viewer: viewer(r), SecondFactor: currentAdmin(r).SecondFactor(), CodesLeft: len(currentAdmin(r).RecoveryHashes), Passkeys: passkeys,
	}))
}

// signOutEverywhere ends every session of this admin, this one too.
func (a *Admin) signOutEverywhere(w http.ResponseWriter, r *http.Request) error {
	entry := a.entry(r, auth.ActionEndSessions, currentAdmin(r).Email)
	if err := a.store.EndSessions(r.Context(), currentAdmin(r).ID, entry); err != nil {
		return fmt.Errorf("sign out everywhere: %w", err)
	}
	a.cookie.Forget(w, r)
	return page.Redirect(w, r, a.flash(w, r, site.AdminSignIn, adminview.SignedOutAtAll, adminview.AtTop))
}

func (a *Admin) showPassword(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, adminview.Password(adminview.PasswordProps{
		Viewer: viewer(r), Temporary: currentAdmin(r).Temporary,
	}))
}

// changePassword asks for the password there is, and signs out everywhere else.
func (a *Admin) changePassword(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	password := r.PostForm.Get("password")
	err := a.confirm(w, r)
	if err == nil {
		err = choosePassword(currentAdmin(r).Email, r.PostForm.Get("current"), password, r.PostForm.Get("again"))
	}
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return page.Render(w, r, statusFor(w, problems), adminview.Password(adminview.PasswordProps{
			Viewer: viewer(r), Temporary: currentAdmin(r).Temporary, Problems: language(r).Problems(problems), Typed: a.typedOn(r),
		}))
	}
	if err != nil {
		return err
	}
	hash, err := a.hasher.Hash(r.Context(), password)
	if err != nil {
		return err
	}
	entry := a.entry(r, auth.ActionChangePassword, currentAdmin(r).Email)
	if err := a.store.SetAdminPassword(r.Context(), currentAdmin(r), hash, visitOf(r).session.Hash, entry); err != nil {
		return fmt.Errorf("change password: %w", err)
	}
	v := visitOf(r)
	v.admin.Temporary = false
	on := destination{site.Admin, a.typedOn(r)}
	if on.typed.Form == nil {
		on.next = a.flash(w, r, site.AdminAccount, adminview.OwnPassword, adminview.AtPassword)
	} else {
		v.flash = adminview.Flash{What: adminview.OwnPassword, At: adminview.AtTop}
	}
	return a.continueTo(w, r, v, on)
}

func choosePassword(email, current, password, again string) error {
	if err := auth.CheckPassword(password, email); err != nil {
		return err
	}
	switch password {
	case current:
		return quiz.Refusal("password", "password_same")
	case again:
		return nil
	}
	return quiz.Refusal("again", "password_again")
}

// confirm checks the admin's own password, so that a browser left open is not
// enough for what follows. It returns quiz.Problems in the field current.
func (a *Admin) confirm(w http.ResponseWriter, r *http.Request) error {
	admin := currentAdmin(r)
	wait, err := a.countTry(r, admin.Email)
	if err != nil {
		return err
	}
	if wait > 0 {
		return tooSoon(w, language(r), "current", wait)
	}
	right, err := a.hasher.Verify(r.Context(), admin.PasswordHash, r.PostForm.Get("current"))
	if err != nil {
		return fmt.Errorf("check password: %w", err)
	}
	if !right {
		return quiz.Refusal("current", "password_current")
	}
	return a.forgetTries(r, admin.Email)
}

// statusFor is the status of a form: 200 as long as nothing is refused, 429
// once it says when to try again.
func statusFor(w http.ResponseWriter, problems quiz.Problems) int {
	switch {
	case len(problems) == 0:
		return http.StatusOK
	case w.Header().Get("Retry-After") != "":
		return http.StatusTooManyRequests
	}
	return http.StatusUnprocessableEntity
}
