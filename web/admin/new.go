package admin

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// newRoutes mounts the pages that make a quiz from nothing.
func (a *Admin) newRoutes(r chi.Router, handle func(page.Handler) http.HandlerFunc) {
	r.Get(site.AdminNew, handle(a.showNew))
	r.Post(site.AdminNew, handle(a.beginNew))
	for path, step := range a.newSteps() {
		r.Get(path, handle(step.show))
		r.Post(path, handle(step.save))
	}
}

// showNew offers a quiz from nothing, and says what it takes the place of.
func (a *Admin) showNew(w http.ResponseWriter, r *http.Request) error {
	return a.renderNew(w, r, http.StatusOK)
}

// beginNew makes a draft from nothing: a new one, or in the place of the draft
// as it was when the page was opened.
func (a *Admin) beginNew(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	draft := content.Empty()
	draft.Revision = max(0, formRevision(r))
	if err := draft.SetLanguage(language(r).Tag()); err != nil {
		return err
	}
	err := a.store.ImportDraft(r.Context(), draft, a.entry(r, quiz.ActionNewQuiz, ""))
	if errors.Is(err, quiz.ErrStale) || errors.Is(err, quiz.ErrDraftExists) {
		return a.renderNew(w, r, http.StatusConflict)
	}
	if err != nil {
		return fmt.Errorf("begin a quiz from nothing: %w", err)
	}
	return page.Redirect(w, r, site.AdminNewTitle)
}

func (a *Admin) renderNew(w http.ResponseWriter, r *http.Request, status int) error {
	props := adminview.NewQuizProps{Viewer: viewer(r), Now: a.now(), Stale: status == http.StatusConflict}
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	props.Open = live != nil
	draft, saved, err := a.store.Draft(r.Context())
	switch {
	case errors.Is(err, quiz.ErrNotFound):
	case err != nil:
		return fmt.Errorf("load draft: %w", err)
	default:
		props.Revision, props.Draft, props.By, props.At = draft.Revision, draft.Title, saved.By, saved.At
		if live != nil {
			props.Changes = differences(r, live, draft)
		}
	}
	return page.Render(w, r, status, adminview.NewQuiz(props))
}
