package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// passkeyStore keeps passkeys and what browsers were asked to sign.
type passkeyStore interface {
	Passkeys(ctx context.Context, admin string) ([]auth.Passkey, error)
	Passkey(ctx context.Context, id []byte) (auth.Passkey, auth.Admin, error)
	AddPasskey(ctx context.Context, verified auth.Admin, key auth.Passkey, e quiz.AuditEntry) error
	RemovePasskey(ctx context.Context, verified auth.Admin, id []byte, keep auth.Digest, e quiz.AuditEntry) error
	SignInWithPasskey(ctx context.Context, n auth.Session, verified auth.Admin, used auth.Passkey, entries ...quiz.AuditEntry) error
	AddChallenge(ctx context.Context, c auth.Challenge) error
	TakeChallenge(ctx context.Context, hash auth.Digest, admin string, now time.Time) error
}

// passkeyRoutes mounts what there is of passkeys, if the site has any.
func (a *Admin) passkeyRoutes(tries, admins chi.Router, handle func(page.Handler) http.HandlerFunc) {
	if a.passkeys == nil {
		return
	}
	tries.Post(site.AdminSignInChallenge, handle(a.askForPasskey))
	tries.Post(site.AdminSignInPasskey, handle(a.signInWithPasskey))
	admins.Get(site.AdminPasskeys, handle(a.showNewPasskey))
	admins.Post(site.AdminPasskeyNew, handle(a.askForNewPasskey))
	admins.Post(site.AdminPasskeys, handle(a.addPasskey))
	admins.Post(site.AdminPasskeyEnd, handle(a.removePasskey))
}

// passkeyList is what the account shows of them, nil where the site has none.
func (a *Admin) passkeyList(r *http.Request) (*adminview.PasskeyList, error) {
	if a.passkeys == nil {
		return nil, nil
	}
	keys, err := a.store.Passkeys(r.Context(), currentAdmin(r).ID)
	if err != nil {
		return nil, fmt.Errorf("list passkeys: %w", err)
	}
	list := adminview.PasskeyList{Most: auth.MostPasskeys}
	for _, key := range keys {
		list.Rows = append(list.Rows, adminview.PasskeyRow{ID: key.ID, Name: key.Name, AddedAt: key.CreatedAt, UsedAt: key.UsedAt})
	}
	return &list, nil
}

// showNewPasskey asks for a name and the password.
func (a *Admin) showNewPasskey(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, adminview.NewPasskey(adminview.NewPasskeyProps{Viewer: viewer(r), Longest: auth.MaxPasskeyName}))
}

// askForNewPasskey asks the browser for a new passkey, once the password is right.
func (a *Admin) askForNewPasskey(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	name, err := auth.PasskeyName(r.PostForm.Get("name"))
	if err == nil {
		err = a.confirm(w, r)
	}
	if err != nil {
		return a.refusePasskey(w, r, err)
	}
	keys, err := a.store.Passkeys(r.Context(), currentAdmin(r).ID)
	if err != nil {
		return fmt.Errorf("list passkeys: %w", err)
	}
	if len(keys) >= auth.MostPasskeys {
		return a.refusePasskey(w, r, quiz.Refusal("name", "passkeys_many", "n", auth.MostPasskeys))
	}
	challenge, options, err := a.passkeys.AskNew(currentAdmin(r), keys, a.now())
	if err != nil {
		return err
	}
	if err := a.store.AddChallenge(r.Context(), challenge); err != nil {
		return fmt.Errorf("ask for a new passkey: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.MakePasskey(adminview.MakePasskeyProps{Viewer: viewer(r), Name: name, Options: options}))
}

// addPasskey keeps the passkey that the browser made.
func (a *Admin) addPasskey(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	name, err := auth.PasskeyName(r.PostForm.Get("name"))
	if err != nil {
		return a.refusePasskey(w, r, err)
	}
	key, err := a.newPasskey(r, name)
	if err == nil {
		entry := a.entry(r, auth.ActionAddPasskey, currentAdmin(r).Email)
		entry.After = name
		err = a.store.AddPasskey(r.Context(), currentAdmin(r), key, entry)
	}
	if err != nil {
		return a.refusePasskey(w, r, err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminAccount, adminview.PasskeyAdded, adminview.AtPasskeys))
}

// newPasskey checks what the browser made. It uses the challenge up.
func (a *Admin) newPasskey(r *http.Request, name string) (auth.Passkey, error) {
	made, err := auth.ReadNewKey(r.PostForm.Get("answer"))
	if err != nil {
		return auth.Passkey{}, err
	}
	if err := a.store.TakeChallenge(r.Context(), made.Challenge(), currentAdmin(r).ID, a.now()); err != nil {
		return auth.Passkey{}, late(err)
	}
	return a.passkeys.Add(made, currentAdmin(r), name, a.now())
}

// late says what to do about a challenge that is not there any more.
func late(err error) error {
	if errors.Is(err, quiz.ErrNotFound) {
		return quiz.Refusal("", "passkey_late")
	}
	return fmt.Errorf("take a challenge: %w", err)
}

// refusePasskey begins anew with what is wrong.
func (a *Admin) refusePasskey(w http.ResponseWriter, r *http.Request, err error) error {
	if errors.Is(err, auth.ErrPasskey) {
		err = quiz.Refusal("", "passkey_new")
	}
	problems, ok := errors.AsType[quiz.Problems](err)
	if !ok {
		return fmt.Errorf("add passkey: %w", err)
	}
	return page.Render(w, r, statusFor(w, problems), adminview.NewPasskey(adminview.NewPasskeyProps{
		Viewer: viewer(r), Name: r.PostForm.Get("name"), Longest: auth.MaxPasskeyName, Problems: language(r).Problems(problems),
	}))
}

// removePasskey takes one away and signs out everywhere else.
func (a *Admin) removePasskey(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	id := adminview.ParsePasskeyID(r.PostForm.Get("passkey"))
	key, admin, err := a.store.Passkey(r.Context(), id)
	if err == nil && admin.ID != currentAdmin(r).ID {
		err = quiz.ErrNotFound
	}
	if errors.Is(err, quiz.ErrNotFound) { // removed in another window
		return page.Redirect(w, r, site.AdminAccount)
	}
	if err != nil {
		return fmt.Errorf("find passkey: %w", err)
	}
	entry := a.entry(r, auth.ActionRemovePasskey, admin.Email)
	entry.Before = key.Name
	if err := a.store.RemovePasskey(r.Context(), currentAdmin(r), key.ID, visitOf(r).session.Hash, entry); err != nil {
		return fmt.Errorf("remove passkey: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminAccount, adminview.PasskeyRemoved, adminview.AtPasskeys))
}
