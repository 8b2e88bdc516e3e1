package admin

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
)

// askForPasskey gives what a browser has to sign. It asks for no address, so it
// tells nobody who has passkeys.
func (a *Admin) askForPasskey(w http.ResponseWriter, r *http.Request) error {
	challenge, options, err := a.passkeys.AskSignIn(a.now())
	if err != nil {
		return err
	}
	if err := a.store.AddChallenge(r.Context(), challenge); err != nil {
		return fmt.Errorf("ask for a passkey: %w", err)
	}
	return page.JSON(w, r, http.StatusOK, "application/json", json.RawMessage(options))
}

// signInWithPasskey lets in whoever has a passkey: it counts as both factors.
// The answer to one that is not known, was removed or is a disabled admin's is
// the same.
func (a *Admin) signInWithPasskey(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props := adminview.SignInProps{Language: page.Language(w, r), Next: safeNext(r.PostForm.Get("next")), Typed: a.typedOn(r), Passkeys: true}
	v, err := a.takePasskey(w, r)
	switch {
	case errors.Is(err, quiz.ErrNotFound), errors.Is(err, quiz.ErrStale), errors.Is(err, auth.ErrPasskey):
		err = quiz.Refusal("", "passkey_wrong")
	case err == nil:
		return a.continueTo(w, r, v, destination{props.Next, props.Typed})
	}
	problems, ok := errors.AsType[quiz.Problems](err)
	if !ok {
		return err
	}
	props.Problems = props.Language.Problems(problems)
	return page.Render(w, r, http.StatusUnprocessableEntity, adminview.SignIn(props))
}

// takePasskey begins a session for whom the browser proves. It uses the
// challenge up, whatever comes of it.
func (a *Admin) takePasskey(w http.ResponseWriter, r *http.Request) (visit, error) {
	proof, err := auth.ReadProof(r.PostForm.Get("answer"))
	if err != nil {
		return visit{}, err
	}
	now := a.now()
	if err := a.store.TakeChallenge(r.Context(), proof.Challenge(), "", now); err != nil {
		return visit{}, late(err)
	}
	key, admin, err := a.store.Passkey(r.Context(), proof.Passkey())
	if err != nil {
		return visit{}, fmt.Errorf("find passkey: %w", err)
	}
	used, backwards, err := a.passkeys.Check(proof, admin, key, now)
	if err != nil {
		return visit{}, err
	}
	entries := []quiz.AuditEntry{{At: now, By: admin.Email, Action: auth.ActionSignIn, Subject: admin.Email}}
	if backwards {
		entries = append(entries, quiz.AuditEntry{At: now, By: admin.Email, Action: auth.ActionPasskeyCopied, Subject: admin.Email, After: key.Name})
	}
	session, token := auth.NewSession(admin.ID, false, now)
	if err := a.store.SignInWithPasskey(r.Context(), session, admin, used, entries...); err != nil {
		return visit{}, fmt.Errorf("sign in with a passkey: %w", err)
	}
	if err := a.forgetTries(r, admin.Email); err != nil {
		return visit{}, err
	}
	a.cookie.Set(w, r, token)
	return visit{session: session, admin: admin}, nil
}
