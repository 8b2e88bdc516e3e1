package taker

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// acceptInvitation starts the quiz so that the taker can compare afterwards. A
// quiz in progress goes on, a finished one is compared right away.
func (t *Taker) acceptInvitation(w http.ResponseWriter, r *http.Request) error {
	id, err := quiz.ParseShareID(chi.URLParam(r, "share"))
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	_, j, err := t.journey(w, r)
	switch {
	case errors.Is(err, errNoJourney), errors.Is(err, errUnreadable):
		ed := t.editions.latest()
		j = ed.advance(quiz.Begin(ed.Version, quiz.Seed(random128()), t.now(), false))
		t.countSteps(ed, quiz.Journey{}, j)
	case err != nil:
		return err
	}
	j.Invite = id
	t.keep(w, r, j)
	if j.Finished {
		return page.Redirect(w, r, site.Result(j.Owner())+"#compare")
	}
	return page.Redirect(w, r, nextPage(j))
}

// invitation is whom the taker of a journey was asked to compare with, if that
// share still works; nil for nobody.
func (t *Taker) invitation(r *http.Request, j quiz.Journey) (*quiz.Share, error) {
	if j.Invite == (quiz.ShareID{}) {
		return nil, nil //nolint:nilnil // there is no invitation to speak of
	}
	share, _, err := t.store.Share(r.Context(), j.Invite)
	if errors.Is(err, quiz.ErrGone) || errors.Is(err, quiz.ErrNotFound) || err == nil && !share.Comparable() {
		return nil, nil //nolint:nilnil // the invitation was taken back
	}
	if err != nil {
		return nil, fmt.Errorf("load invitation: %w", err)
	}
	return &share, nil
}

// compareWith leads the owner to the comparison with a pasted share link. It
// needs a share link of the owner's own, and makes one if there is none.
func (t *Taker) compareWith(w http.ResponseWriter, r *http.Request) error {
	owner, result, err := t.owned(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	link := r.PostForm.Get("link")
	theirs, err := t.comparable(r, link)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props, err := t.resultProps(w, r, owner, result)
		if err != nil {
			return err
		}
		props.Compare.Link, props.Compare.Problems = link, props.Language.Problems(problems)
		return page.Render(w, r, http.StatusUnprocessableEntity, takerview.Result(props))
	}
	if err != nil {
		return err
	}
	mine, err := t.comparableShare(r, result.ID)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, site.Comparing([]quiz.ShareID{mine, theirs}))
}

// comparable checks a pasted link. Problems say why it cannot be compared.
func (t *Taker) comparable(r *http.Request, link string) (quiz.ShareID, error) {
	id, err := pastedShare(link, "link")
	if err != nil {
		return id, err
	}
	share, _, err := t.store.Share(r.Context(), id)
	switch {
	case errors.Is(err, quiz.ErrNotFound), errors.Is(err, quiz.ErrGone):
		return id, quiz.Refusal("link", "link_dead")
	case err != nil:
		return id, fmt.Errorf("load share: %w", err)
	case !share.Comparable():
		return id, quiz.Refusal("link", "link_verdict")
	}
	return id, nil
}

// comparableShare is the owner's newest link with verdict and profile, or a new
// one without a name. A link that shows more stays out of it: whoever has the
// address of the comparison can open each link in it.
func (t *Taker) comparableShare(r *http.Request, result quiz.ResultID) (quiz.ShareID, error) {
	shares, err := t.store.Shares(r.Context(), result)
	if err != nil {
		return quiz.ShareID{}, fmt.Errorf("load shares: %w", err)
	}
	for _, s := range shares {
		if s.RevokedAt.IsZero() && s.Scope == quiz.ScopeProfile {
			return s.ID, nil
		}
	}
	share, err := quiz.NewShare(result, string(quiz.ScopeProfile), "", t.now(), random128())
	if err != nil {
		return share.ID, err
	}
	if err := t.store.AddShare(r.Context(), share); err != nil {
		return share.ID, fmt.Errorf("store share: %w", err)
	}
	return share.ID, nil
}
