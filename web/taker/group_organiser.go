package taker

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// organiserRoutes mounts the form that makes a group, where anybody may, and what its
// organiser sees and does.
func (t *Taker) organiserRoutes(r chi.Router, p page.Responder, limits Limits) {
	writes, looks := r.With(limits.Writes...), r.With(limits.Looks...)
	if t.groups == quiz.GroupsByAnyone {
		r.Get(site.GroupsNew, p.Handle(t.showNewGroup))
		writes.Post(site.Groups, p.Handle(t.makeGroup(limits.Groups)))
	}
	looks.Get(site.OrganiserPattern, p.Handle(t.showOrganised))
	r.Get(site.GroupClosingPattern, p.Handle(t.showClosing))
	writes.Post(site.GroupClosingPattern, p.Handle(t.closeGroup))
	writes.Post(site.GroupRenewalPattern, p.Handle(t.renewInvitation))
	r.Get(site.MemberRemovalPattern, p.Handle(t.showMemberRemoval))
	writes.Post(site.MemberRemovalPattern, p.Handle(t.removeMember))
	looks.Get(site.GroupHandoutPattern, p.Handle(t.showOrganisedHandout))
	looks.Get(site.OrganisedPictureCSVPattern, p.Handle(t.downloadOrganised))
	r.Get(site.GroupRemovalPattern, p.Handle(t.showGroupRemoval))
	writes.Post(site.GroupRemovalPattern, p.Handle(t.removeGroup))
}

// justMade is how long the page of a new group begins with its address, which nobody
// can find again.
const justMade = 10 * time.Minute

// saidParameter says in the address of an organiser's page what was done just now.
const saidParameter = "said"

// showOrganised is the page of whoever made a group.
func (t *Taker) showOrganised(w http.ResponseWriter, r *http.Request) error {
	o, g, err := t.organised(r)
	if err != nil {
		return err
	}
	p := takerview.OrganiserProps{
		Language: t.language(w, r, t.editions.latest()), Organiser: o, Group: g, Open: g.Open(t.now()), Just: t.now().Sub(g.CreatedAt) < justMade,
		Said: r.URL.Query().Get(saidParameter), Link: t.absolute(r, site.Organiser(o)), Invitation: t.absolute(r, site.Group(g.Invitation)),
	}
	if p.QR, err = t.codes.Draw(p.Invitation); err != nil {
		return err
	}
	if g.Live() || g.Released() {
		shown, err := t.groupShown(w, r, g, quiz.ResultID{})
		if err != nil {
			return err
		}
		p.Language, p.Shown = shown.Language, &shown
	} else if p.Enough, err = t.enoughJoined(r, g); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, takerview.Organised(p))
}

// enoughJoined reports whether a group without names may have its picture.
func (t *Taker) enoughJoined(r *http.Request, g quiz.Group) (bool, error) {
	enough, err := t.store.GroupHasEnough(r.Context(), g.ID)
	if err != nil {
		return false, fmt.Errorf("count members: %w", err)
	}
	return enough, nil
}

// redirectToOrganiser leads back to the page, which says what was done.
func redirectToOrganiser(w http.ResponseWriter, r *http.Request, o quiz.Organiser, said string) error {
	return page.Redirect(w, r, site.Organiser(o)+"?"+saidParameter+"="+said)
}

// showClosing asks before a group is closed.
func (t *Taker) showClosing(w http.ResponseWriter, r *http.Request) error {
	o, g, err := t.organised(r)
	if err != nil {
		return err
	}
	if !g.ClosedAt.IsZero() {
		return page.Redirect(w, r, site.Organiser(o))
	}
	enough, err := t.enoughJoined(r, g)
	if err != nil {
		return err
	}
	return t.askToClose(w, r, http.StatusOK, takerview.GroupClosingProps{Organiser: o, Group: g, Enough: enough})
}

// closeGroup closes a group: nobody joins any more, and an anonymous one has its
// picture.
func (t *Taker) closeGroup(w http.ResponseWriter, r *http.Request) error {
	o, g, err := t.organised(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	err = t.store.CloseGroup(r.Context(), g.ID, t.now(), t.DrawGroup(r.Context(), g.Least))
	if errors.Is(err, quiz.ErrTooFew) {
		return t.askToClose(w, r, http.StatusConflict, takerview.GroupClosingProps{Organiser: o, Group: g})
	}
	if err != nil {
		return fmt.Errorf("close group: %w", err)
	}
	return redirectToOrganiser(w, r, o, takerview.GroupClosedNow)
}

func (t *Taker) askToClose(w http.ResponseWriter, r *http.Request, status int, p takerview.GroupClosingProps) error {
	p.Language = t.language(w, r, t.editions.latest())
	return page.Render(w, r, status, takerview.GroupClosing(p))
}

// renewInvitation puts an invitation in the place of the one that the form was made
// for. The same form sent twice makes one.
func (t *Taker) renewInvitation(w http.ResponseWriter, r *http.Request) error {
	o, g, err := t.organised(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if r.PostForm.Get("invitation") == g.Invitation.String() { // else it was replaced already
		err := t.store.RenewInvitation(r.Context(), g.ID, o.Following(g.Invitation, t.now()), t.now())
		if errors.Is(err, quiz.ErrGroupClosed) {
			return errNotRenewed(o)
		}
		if err != nil {
			return fmt.Errorf("renew invitation: %w", err)
		}
	}
	return redirectToOrganiser(w, r, o, takerview.GroupRenewedNow)
}

// errNotRenewed answers whoever would renew the invitation of a group that takes
// nobody any more, or that has no names.
func errNotRenewed(o quiz.Organiser) error {
	return &page.Error{
		Status: http.StatusConflict, Title: "organiser.not_renewed_title",
		Message: "organiser.not_renewed",
		Action:  "organiser.back", To: site.Organiser(o), Cause: quiz.ErrGroupClosed,
	}
}

// showMemberRemoval asks before somebody is taken out of a group with names.
func (t *Taker) showMemberRemoval(w http.ResponseWriter, r *http.Request) error {
	o, g, member, err := t.organisedMember(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, takerview.MemberRemoval(takerview.MemberRemovalProps{
		Language: t.language(w, r, t.editions.latest()), Organiser: o, Group: g, Member: member, Open: g.Open(t.now()),
	}))
}

// removeMember takes somebody out of a group with names. Who is not in it any more,
// because the form was sent twice or they left, needs nothing done.
func (t *Taker) removeMember(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	o, g, member, err := t.organisedMember(r)
	if errors.Is(err, errNoMember) {
		return redirectToOrganiser(w, r, o, takerview.GroupMemberRemoved)
	}
	if err != nil {
		return err
	}
	if err := t.store.LeaveGroup(r.Context(), g.ID, member.Result); err != nil {
		return fmt.Errorf("remove member: %w", err)
	}
	return redirectToOrganiser(w, r, o, takerview.GroupMemberRemoved)
}

// errNoMember is of an address that names nobody in the group.
var errNoMember = fmt.Errorf("find member: %w", quiz.ErrNotFound)

// organisedMember finds the member that an address names. It returns
// errNoMember for one who is not in the group, or not any more.
func (t *Taker) organisedMember(r *http.Request) (quiz.Organiser, quiz.Group, quiz.Member, error) {
	o, g, err := t.organised(r)
	if err != nil {
		return o, g, quiz.Member{}, err
	}
	id, err := quiz.ParseMemberID(chi.URLParam(r, "member"))
	if err != nil {
		return o, g, quiz.Member{}, err
	}
	members, _, err := t.store.GroupMembers(r.Context(), g.ID)
	if err != nil {
		return o, g, quiz.Member{}, fmt.Errorf("load members: %w", err)
	}
	at := slices.IndexFunc(members, func(m quiz.Member) bool { return m.ID() == id })
	if at < 0 {
		return o, g, quiz.Member{}, errNoMember
	}
	return o, g, members[at], nil
}

// showGroupRemoval asks before a group is deleted.
func (t *Taker) showGroupRemoval(w http.ResponseWriter, r *http.Request) error {
	o, g, err := t.organised(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, takerview.GroupRemoval(takerview.GroupRemovalProps{
		Language: t.language(w, r, t.editions.latest()), Organiser: o, Group: g,
	}))
}

// removeGroup deletes a group. From then on all of its addresses answer that it is
// gone.
func (t *Taker) removeGroup(w http.ResponseWriter, r *http.Request) error {
	o, g, err := t.organised(r)
	if err != nil {
		return err
	}
	if err := page.Form(r); err != nil {
		return err
	}
	if err := t.store.DeleteGroup(r.Context(), g.ID, t.now()); err != nil {
		return fmt.Errorf("delete group: %w", err)
	}
	return page.Redirect(w, r, site.Organiser(o))
}
