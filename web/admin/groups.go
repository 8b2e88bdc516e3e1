package admin

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// groupStore keeps groups. Nothing in it tells who is in one.
type groupStore interface {
	AddGroup(ctx context.Context, g quiz.Group) error
	InvitedGroup(ctx context.Context, invitation quiz.GroupID) (quiz.Group, error)
	OrganisedGroup(ctx context.Context, organiser quiz.OrganiserID) (quiz.Group, error)
	EndGroup(ctx context.Context, id quiz.GroupID, e quiz.AuditEntry) error
}

// groupRoutes mounts the page of groups, if the host allows them: for all who make
// them, and for owners, who may end one.
func (a *Admin) groupRoutes(admins, owners chi.Router, handle func(page.Handler) http.HandlerFunc) {
	switch a.groups {
	case quiz.GroupsByAdmins:
		admins.Get(site.AdminGroups, handle(a.showGroups))
		admins.Post(site.AdminGroups, handle(a.makeGroup))
	case quiz.GroupsByAnyone:
		owners.Get(site.AdminGroups, handle(a.showGroups))
	default:
		return
	}
	owners.Post(site.AdminGroupRemoval, handle(a.endGroup))
}

// showGroups is where groups are made and ended.
func (a *Admin) showGroups(w http.ResponseWriter, r *http.Request) error {
	return a.renderGroups(w, r, adminview.GroupsProps{Form: quiz.NewGroupForm(rand.Text())})
}

// makeGroup makes a group and leads to the page of its organiser, whose address
// nobody finds again.
func (a *Admin) makeGroup(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props := adminview.GroupsProps{Form: quiz.GroupForm{
		Kind: r.PostForm.Get("kind"), Name: r.PostForm.Get("name"), DaysOpen: r.PostForm.Get("days_open"),
		DaysKept: r.PostForm.Get("days_kept"), Joins: r.PostForm.Has("joins"), Once: r.PostForm.Get("once"),
	}}
	if visitOf(r).showing {
		props.Held = &adminview.Held{Why: adminview.HeldSignedIn}
		return a.renderGroups(w, r, props)
	}
	g, organiser, err := quiz.NewGroup(props.Form, a.groupLeast, a.now())
	if err == nil {
		err = a.store.AddGroup(r.Context(), g)
	}
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props.Problems = problems
		return a.renderGroups(w, r, props)
	}
	if err != nil {
		return fmt.Errorf("make group: %w", err)
	}
	return page.Redirect(w, r, site.Organiser(organiser))
}

// endGroup ends the group of a link, once its owner is sure. It shows nothing of who
// is in it.
func (a *Admin) endGroup(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	link := strings.TrimSpace(r.PostForm.Get("link"))
	g, err := a.groupOf(r.Context(), link)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return a.renderGroups(w, r, adminview.GroupsProps{Form: quiz.NewGroupForm(rand.Text()), Link: link, Problems: problems})
	}
	if err != nil {
		return err
	}
	if r.PostForm.Get("sure") != "yes" {
		return page.Render(w, r, http.StatusOK, adminview.EndGroup(adminview.EndGroupProps{Viewer: viewer(r), Group: g, Link: link}))
	}
	if err := a.store.EndGroup(r.Context(), g.ID, a.entry(r, quiz.ActionEndGroup, "groups."+g.ID.String())); err != nil {
		return fmt.Errorf("end group: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminGroups, adminview.GroupEnded, adminview.AtTop))
}

// groupOf finds the group of an invitation or of an organiser's address in what was
// pasted. It returns Problems for a text without one that works.
func (a *Admin) groupOf(ctx context.Context, pasted string) (g quiz.Group, err error) {
	organiser, problem := site.FindOrganiser(pasted)
	if problem == nil {
		g, err = a.store.OrganisedGroup(ctx, organiser.ID())
	} else if invitation, problem := site.FindInvitation(pasted); problem == nil {
		g, err = a.store.InvitedGroup(ctx, invitation)
	} else {
		return g, quiz.Refusal("link", "group_link")
	}
	switch {
	case errors.Is(err, quiz.ErrGone), errors.Is(err, quiz.ErrNotFound):
		return g, quiz.Refusal("link", "group_link_dead")
	case err != nil:
		return g, fmt.Errorf("load group: %w", err)
	}
	return g, nil
}

func (a *Admin) renderGroups(w http.ResponseWriter, r *http.Request, p adminview.GroupsProps) error {
	p.Viewer, p.Least, p.Make = viewer(r), max(a.groupLeast, quiz.LeastLeast), a.groups == quiz.GroupsByAdmins
	p.Problems = language(r).Problems(p.Problems)
	return page.Render(w, r, statusFor(w, p.Problems), adminview.Groups(p))
}
