package admin

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// askForCode begins a session that lets nobody in before the second factor.
func (a *Admin) askForCode(w http.ResponseWriter, r *http.Request, admin auth.Admin, on destination) error {
	session, token := auth.NewSession(admin.ID, true, a.now())
	if err := a.store.BeginSession(r.Context(), session, admin); err != nil {
		return fmt.Errorf("begin session: %w", err)
	}
	a.cookie.Set(w, r, token)
	if on.typed.Form != nil {
		return page.Render(w, r, http.StatusOK, adminview.Code(adminview.CodeProps{Language: page.Language(w, r), Next: on.next, Typed: on.typed}))
	}
	return page.Redirect(w, r, site.AdminSignInCode+"?"+url.Values{"next": {on.next}}.Encode())
}

// showCode asks for the second factor.
func (a *Admin) showCode(w http.ResponseWriter, r *http.Request) error {
	next := safeNext(r.URL.Query().Get("next"))
	if _, err := a.waiting(r); errors.Is(err, quiz.ErrNotFound) {
		return page.Redirect(w, r, site.AdminSignInTo(next))
	} else if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Code(adminview.CodeProps{Language: page.Language(w, r), Next: next}))
}

// enterCode takes a code of the app, or a recovery code, and lets the admin in.
func (a *Admin) enterCode(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props := adminview.CodeProps{Language: page.Language(w, r), Code: r.PostForm.Get("code"), Next: safeNext(r.PostForm.Get("next")), Typed: a.typedOn(r)}
	v, err := a.waiting(r)
	if errors.Is(err, quiz.ErrNotFound) {
		return a.signInAgain(w, r, destination{props.Next, props.Typed})
	}
	if err != nil {
		return err
	}
	wait, err := a.countTry(r, secondFactorOf(v.admin))
	if err != nil {
		return err
	}
	if wait > 0 {
		props.Problems = props.Language.Problems(tooSoon(w, props.Language, "code", wait))
		return page.Render(w, r, http.StatusTooManyRequests, adminview.Code(props))
	}
	ok, err := a.takeCode(r, v.admin, props.Code)
	if errors.Is(err, quiz.ErrStale) { // the account was changed: the password has to be right anew
		return a.signInAgain(w, r, destination{props.Next, props.Typed})
	}
	if err != nil {
		return err
	}
	if !ok {
		props.Problems = props.Language.Problems(quiz.Refusal("code", "code"))
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.Code(props))
	}
	err = a.letIn(w, r, v.admin, v.session.Hash, destination{props.Next, props.Typed}, secondFactorOf(v.admin), v.admin.Email)
	if errors.Is(err, quiz.ErrStale) {
		return a.signInAgain(w, r, destination{props.Next, props.Typed})
	}
	return err
}

// secondFactorOf is how the throttle names it. No address has a space.
func secondFactorOf(admin auth.Admin) string { return "second factor of " + admin.Email }

// waiting finds the session that waits for the second factor, or returns
// quiz.ErrNotFound.
func (a *Admin) waiting(r *http.Request) (visit, error) {
	v, err := a.visit(r)
	if err == nil && !v.session.NeedsCode {
		err = quiz.ErrNotFound
	}
	return v, err
}

// takeCode uses up a code. It reports false for one that is wrong or used.
func (a *Admin) takeCode(r *http.Request, admin auth.Admin, typed string) (bool, error) {
	if step, ok := auth.CheckTOTP(admin.TOTPSecret, typed, admin.TOTPStep, a.now()); ok {
		used, err := a.store.UseStep(r.Context(), admin, step)
		if err != nil {
			return false, fmt.Errorf("use code: %w", err)
		}
		return used, nil
	}
	code, ok := auth.MatchRecoveryCode(strings.TrimSpace(typed), admin.RecoveryHashes)
	if !ok {
		return false, nil
	}
	entry := quiz.AuditEntry{At: a.now(), By: admin.Email, Action: auth.ActionUseRecoveryCode, Subject: admin.Email}
	used, err := a.store.UseRecoveryCode(r.Context(), admin, code, entry)
	if err != nil {
		return false, fmt.Errorf("use recovery code: %w", err)
	}
	return used, nil
}
