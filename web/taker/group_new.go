package taker

import (
	"crypto/rand"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"

	"whichpm/internal/quiz"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/takerview"
)

// showNewGroup asks for a group.
func (t *Taker) showNewGroup(w http.ResponseWriter, r *http.Request) error {
	return t.askForGroup(w, r, http.StatusOK, quiz.NewGroupForm(rand.Text()), nil)
}

// makeGroup makes a group and leads to the page of whoever made it. The same form
// sent twice makes one.
func (t *Taker) makeGroup(allowed Allowance) page.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if err := page.Form(r); err != nil {
			return err
		}
		form := quiz.GroupForm{
			Kind: r.PostForm.Get("kind"), Name: r.PostForm.Get("name"), DaysOpen: r.PostForm.Get("days_open"),
			DaysKept: r.PostForm.Get("days_kept"), Joins: r.PostForm.Has("joins"), Once: r.PostForm.Get("once"),
		}
		g, organiser, err := quiz.NewGroup(form, t.least, t.now())
		if problems, ok := errors.AsType[quiz.Problems](err); ok {
			return t.askForGroup(w, r, http.StatusUnprocessableEntity, form, problems)
		}
		if err != nil {
			return fmt.Errorf("make group: %w", err)
		}
		if _, err := t.store.OrganisedGroup(r.Context(), g.Organiser); err == nil {
			return page.Redirect(w, r, site.Organiser(organiser))
		}
		wait, err := allowed(r)
		if err != nil {
			return fmt.Errorf("count groups: %w", err)
		}
		if wait > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
			return t.askForGroup(w, r, http.StatusTooManyRequests, form, quiz.Refusal("", "group_often", "n", MostGroups))
		}
		if err := t.store.AddGroup(r.Context(), g); err != nil {
			return fmt.Errorf("store group: %w", err)
		}
		return page.Redirect(w, r, site.Organiser(organiser))
	}
}

func (t *Taker) askForGroup(w http.ResponseWriter, r *http.Request, status int, form quiz.GroupForm, problems quiz.Problems) error {
	l := t.language(w, r, t.editions.latest())
	return page.Render(w, r, status, takerview.NewGroup(takerview.NewGroupProps{Language: l, Form: form, Least: t.least, Problems: l.Problems(problems)}))
}
