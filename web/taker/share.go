package taker

import (
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/takerview"
)

// addShare makes a link for others. A refused form comes back as it was typed.
func (t *Taker) addShare(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	scope, name := r.PostForm.Get("scope"), r.PostForm.Get("name")
	secret := random128()
	if form := r.PostForm.Get("form"); form != "" {
		secret = owner.ShareSecret(form, scope, name)
	}
	share, err := quiz.NewShare(result.ID, scope, name, t.now(), secret)
	if err == nil {
		err = t.store.AddShare(r.Context(), share)
	}
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props, err := t.resultProps(w, r, owner, result)
		if err != nil {
			return err
		}
		props.Problems, props.Scope, props.Name = props.Language.Problems(problems), quiz.Scope(scope), name
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.Result(props))
	}
	if err != nil {
		return fmt.Errorf("store share: %w", err)
	}
	return t.redirectToShare(w, r, owner, share.ID)
}

// revokeShare takes a link back. From then on it answers that it is gone.
func (t *Taker) revokeShare(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	id, err := quiz.ParseShareID(r.PostForm.Get("share"))
	if err != nil {
		return err
	}
	if err := t.store.RevokeShare(r.Context(), result.ID, id, t.now()); err != nil {
		return fmt.Errorf("revoke share: %w", err)
	}
	t.links.invalidate()
	return t.redirectToShare(w, r, owner, id)
}
