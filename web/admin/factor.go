package admin

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/qr"
	"whichpm/web/site"
)

// showSecondFactor sets the second factor up, or changes it once it is on.
func (a *Admin) showSecondFactor(w http.ResponseWriter, r *http.Request) error {
	if currentAdmin(r).SecondFactor() {
		return a.renderFactorOn(w, r, nil)
	}
	return a.renderFactor(w, r, adminview.FactorProps{Secret: auth.NewTOTPSecret()})
}

// addSecondFactor switches it on when a code proves that the app has the
// secret. The recovery codes are shown in the answer, as nobody keeps them.
func (a *Admin) addSecondFactor(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	if currentAdmin(r).SecondFactor() {
		return page.Redirect(w, r, site.AdminSecondFactor)
	}
	props := adminview.FactorProps{Secret: r.PostForm.Get("secret"), Code: r.PostForm.Get("code")}
	if !auth.ValidTOTPSecret(props.Secret) { // not from our form
		return page.Redirect(w, r, site.AdminSecondFactor)
	}
	step, right := auth.CheckTOTP(props.Secret, props.Code, 0, a.now())
	if !right {
		props.Problems = quiz.Refusal("code", "code_app")
		return a.renderFactor(w, r, props)
	}
	err := a.confirm(w, r)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props.Problems = problems
		return a.renderFactor(w, r, props)
	}
	if err != nil {
		return err
	}
	codes, hashes := auth.NewRecoveryCodes()
	entry := a.entry(r, auth.ActionAddSecondFactor, currentAdmin(r).Email)
	if err := a.store.SetSecondFactor(r.Context(), currentAdmin(r), props.Secret, step, hashes, entry); err != nil {
		return fmt.Errorf("switch on second factor: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.Codes(adminview.CodesProps{Viewer: viewer(r), Codes: codes}))
}

// removeSecondFactor switches it off.
func (a *Admin) removeSecondFactor(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	err := a.confirm(w, r)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return a.renderFactorOn(w, r, problems)
	}
	if err != nil {
		return err
	}
	entry := a.entry(r, auth.ActionRemoveSecondFactor, currentAdmin(r).Email)
	if err := a.store.SetSecondFactor(r.Context(), currentAdmin(r), "", currentAdmin(r).TOTPStep, nil, entry); err != nil {
		return fmt.Errorf("switch off second factor: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminAccount, adminview.FactorOff, adminview.AtFactor))
}

// renewRecoveryCodes makes new codes in the place of the old ones.
func (a *Admin) renewRecoveryCodes(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	if !currentAdmin(r).SecondFactor() {
		return page.Redirect(w, r, site.AdminSecondFactor)
	}
	err := a.confirm(w, r)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return a.renderFactorOn(w, r, problems)
	}
	if err != nil {
		return err
	}
	codes, hashes := auth.NewRecoveryCodes()
	entry := a.entry(r, auth.ActionNewRecoveryCodes, currentAdmin(r).Email)
	if err := a.store.SetRecoveryCodes(r.Context(), currentAdmin(r), hashes, entry); err != nil {
		return fmt.Errorf("make recovery codes: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.Codes(adminview.CodesProps{Viewer: viewer(r), Codes: codes}))
}

func (a *Admin) renderFactor(w http.ResponseWriter, r *http.Request, props adminview.FactorProps) error {
	link, err := auth.TOTPLink("WhichPM "+(&url.URL{Host: r.Host}).Hostname(), currentAdmin(r).Email, props.Secret)
	if err != nil {
		return err
	}
	if props.QR, err = qr.Draw(link); err != nil {
		return err
	}
	props.Viewer, props.Problems = viewer(r), language(r).Problems(props.Problems)
	return page.Render(w, r, statusFor(w, props.Problems), adminview.Factor(props))
}

func (a *Admin) renderFactorOn(w http.ResponseWriter, r *http.Request, problems quiz.Problems) error {
	return page.Render(w, r, statusFor(w, problems), adminview.FactorOn(adminview.FactorOnProps{
		Viewer: viewer(r), CodesLeft: len(currentAdmin(r).RecoveryHashes), Problems: language(r).Problems(problems),
	}))
}
