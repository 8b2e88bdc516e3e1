package taker

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
)

// groupRoutes mounts the pages of groups, if the host allows them.
func (t *Taker) groupRoutes(r chi.Router, p page.Responder, limits Limits) {
	if !t.groups.On() {
		return
	}
	t.organiserRoutes(r.With(unlisted), p, limits)
	t.memberRoutes(r.With(unlisted), p, limits)
}

// unlisted keeps pages of groups out of caches and search engines.
func unlisted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Robots-Tag", "noindex")
		next.ServeHTTP(w, r)
	})
}

// groupLeast is how many a group without names needs, 0 where there are no groups.
func (t *Taker) groupLeast() int {
	if !t.groups.On() {
		return 0
	}
	return t.least
}

// invited loads the group of an invitation that works.
func (t *Taker) invited(r *http.Request) (quiz.Group, error) {
	id, err := quiz.ParseGroupID(chi.URLParam(r, "group"))
	if err != nil {
		return quiz.Group{}, err
	}
	g, err := t.store.InvitedGroup(r.Context(), id)
	if err != nil {
		return g, fmt.Errorf("load group: %w", err)
	}
	return g, nil
}

// organised loads the group of an organiser's address.
func (t *Taker) organised(r *http.Request) (quiz.Organiser, quiz.Group, error) {
	o, err := quiz.ParseOrganiser(chi.URLParam(r, "organiser"))
	if err != nil {
		return o, quiz.Group{}, err
	}
	g, err := t.store.OrganisedGroup(r.Context(), o.ID())
	if errors.Is(err, quiz.ErrGone) {
		return o, g, errGroupDeleted
	}
	if err != nil {
		return o, g, fmt.Errorf("load group: %w", err)
	}
	return o, g, nil
}

// errGroupDeleted answers at the address of an organiser whose group is gone.
var errGroupDeleted = &page.Error{
	Status: http.StatusGone, Title: "organiser.deleted_title",
	Message: "organiser.deleted",
	Action:  "error.to_quiz", To: site.Home, Cause: quiz.ErrGone,
}

// DrawGroup makes the picture of an anonymous group from the results in it: what
// store.CloseGroup asks for.
func (t *Taker) DrawGroup(ctx context.Context, least int) func([]quiz.Result) (string, error) {
	return func(results []quiz.Result) (string, error) {
		people, err := t.people(ctx, results)
		if err != nil {
			return "", err
		}
		picture, err := group.Draw(people, least)
		if err != nil {
			return "", err
		}
		return picture.Text()
	}
}

// people scores results again, each with the version it was answered on.
func (t *Taker) people(ctx context.Context, results []quiz.Result) ([]group.Person, error) {
	people := make([]group.Person, len(results))
	for i, result := range results {
		_, reading, err := t.rescore(ctx, result)
		if err != nil {
			return nil, err
		}
		people[i] = group.Person{Version: reading.Version, Result: result, Score: reading.Score}
	}
	return people, nil
}
