package taker

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// memberRoutes mounts what somebody sees and does who is invited to a group.
func (t *Taker) memberRoutes(r chi.Router, p page.Responder, limits Limits) {
	writes, looks := r.With(limits.Writes...), r.With(limits.Looks...)
	looks.Get(site.GroupPattern, p.Handle(t.showInvitation))
	writes.Post(site.GroupInvitationPattern, p.Handle(t.acceptGroup))
	looks.Get(site.GroupPictureCSVPattern, p.Handle(t.downloadPicture))
	looks.Get(site.JoiningPattern, p.Handle(t.showJoining))
	writes.Post(site.JoiningPattern, p.Handle(t.joinGroup))
	writes.Post(site.LeavingPattern, p.Handle(t.leaveGroup))
	looks.Get(site.JoinedHandoutPattern, p.Handle(t.showJoinedHandout))
	looks.Get(site.JoinedPictureCSVPattern, p.Handle(t.downloadJoined))
}

// showInvitation says what somebody is invited to, or shows the picture of an
// anonymous group that was closed. Of who joined it says only whether enough did.
func (t *Taker) showInvitation(w http.ResponseWriter, r *http.Request) error {
	g, err := t.invited(r)
	if err != nil {
		return err
	}
	if g.Released() {
		shown, err := t.groupShown(w, r, g, quiz.ResultID{})
		if err != nil {
			return err
		}
		return page.Render(w, r, http.StatusOK, takerview.ReleasedGroup(takerview.ReleasedGroupProps{GroupShown: shown, Key: g.Invitation}))
	}
	props := takerview.InvitationProps{Group: g, Open: g.Open(t.now()), Host: t.hostOf(r)}
	if !g.Live() {
		if props.Enough, err = t.store.GroupHasEnough(r.Context(), g.ID); err != nil {
			return fmt.Errorf("count members of a group: %w", err)
		}
	}
	if _, j, err := t.journey(w, r); err == nil {
		props.Begun, props.Finished = true, j.Finished
	}
	w.Header().Set("Cache-Control", "no-store")
	props.Language = t.language(w, r, t.editions.latest())
	return page.Render(w, r, http.StatusOK, takerview.Invitation(props))
}

// hostOf is the host that runs the site, as its visitors know it.
func (t *Taker) hostOf(r *http.Request) string {
	if at, err := url.Parse(t.absolute(r, site.Home)); err == nil {
		return at.Hostname()
	}
	return t.publicHost()
}

// acceptGroup starts the quiz so that the taker can decide afterwards whether to
// join. A quiz in progress goes on, a finished one leads to the question.
func (t *Taker) acceptGroup(w http.ResponseWriter, r *http.Request) error {
	g, err := t.invited(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if !g.Open(t.now()) {
		return quiz.ErrGroupClosed
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
	j.Group = g.Invitation
	t.keep(w, r, j)
	if j.Finished {
		return page.Redirect(w, r, site.Joining(j.Owner(), g.Invitation))
	}
	return page.Redirect(w, r, nextPage(j))
}

// invitedTo is the group that the taker of a journey was invited to and may still
// decide about, nil for none.
func (t *Taker) invitedTo(r *http.Request, j quiz.Journey, in []quiz.Group) (*quiz.Group, error) {
	if !t.groups.On() || j.Group == (quiz.GroupID{}) {
		return nil, nil //nolint:nilnil // there is no invitation to speak of
	}
	g, err := t.store.InvitedGroup(r.Context(), j.Group)
	if errors.Is(err, quiz.ErrGone) || errors.Is(err, quiz.ErrNotFound) {
		return nil, nil //nolint:nilnil // it works no more
	}
	if err != nil {
		return nil, fmt.Errorf("load invitation to a group: %w", err)
	}
	for _, joined := range in {
		if joined.ID == g.ID {
			return nil, nil //nolint:nilnil // it was accepted
		}
	}
	if !g.Released() && !g.Open(t.now()) {
		return nil, nil //nolint:nilnil // nobody joins any more
	}
	return &g, nil
}

// groupsOf are the groups that a result is in.
func (t *Taker) groupsOf(r *http.Request, result quiz.ResultID) ([]quiz.Group, error) {
	if !t.groups.On() {
		return nil, nil
	}
	groups, err := t.store.GroupsOf(r.Context(), result)
	if err != nil {
		return nil, fmt.Errorf("load groups: %w", err)
	}
	return groups, nil
}
