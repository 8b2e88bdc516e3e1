package admin

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showAside asks under which name the draft is to wait.
func (a *Admin) showAside(w http.ResponseWriter, r *http.Request) error {
	return a.renderAside(w, r, http.StatusOK, adminview.AsideProps{})
}

// setAside has the draft wait as it was when the page was opened.
func (a *Admin) setAside(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	name := r.PostForm.Get("name")
	err := a.store.SetAside(r.Context(), formRevision(r), name, a.entry(r, quiz.ActionSetAside, ""))
	problems, stale, err := waitingRefusal(err)
	switch {
	case err != nil:
		return fmt.Errorf("set draft aside: %w", err)
	case stale:
		return a.renderAside(w, r, http.StatusConflict, adminview.AsideProps{Name: name, Stale: true})
	case len(problems) > 0:
		return a.renderAside(w, r, http.StatusUnprocessableEntity, adminview.AsideProps{Name: name, Page: adminview.Page{Problems: problems}})
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.SetAside, adminview.AtTop))
}

// waitingRefusal takes out of an error what a person can correct, and whether the
// draft is another one by now.
func waitingRefusal(err error) (quiz.Problems, bool, error) {
	switch {
	case errors.Is(err, quiz.ErrNameTaken):
		return quiz.Refusal("name", "waiting_name_taken"), false, nil
	case errors.Is(err, quiz.ErrTooMany):
		return quiz.Refusal("name", "waiting_too_many", "n", quiz.MostWaiting), false, nil
	case errors.Is(err, quiz.ErrStale), errors.Is(err, quiz.ErrDraftExists):
		return nil, true, nil
	}
	problems, err := problemsOf(err)
	return problems, false, err
}

func (a *Admin) renderAside(w http.ResponseWriter, r *http.Request, status int, p adminview.AsideProps) error {
	draft, _, err := a.savedDraft(r.Context())
	if err != nil {
		return err
	}
	p.Viewer, p.Revision = viewer(r), draft.Revision
	p.Problems = language(r).Problems(p.Problems)
	return page.Render(w, r, status, adminview.Aside(p))
}

// waitingDraft is the draft that the address names.
func (a *Admin) waitingDraft(r *http.Request) (quiz.WaitingDraft, error) {
	id, err := strconv.ParseInt(chi.URLParam(r, "id"), 10, 64)
	if err != nil {
		return quiz.WaitingDraft{}, errNotWaiting
	}
	list, err := a.store.WaitingDrafts(r.Context())
	if err != nil {
		return quiz.WaitingDraft{}, fmt.Errorf("list waiting drafts: %w", err)
	}
	i := slices.IndexFunc(list, func(w quiz.WaitingDraft) bool { return w.ID == id })
	if i < 0 {
		return quiz.WaitingDraft{}, errNotWaiting
	}
	return list[i], nil
}

var errNotWaiting = &page.Error{
	Status: http.StatusNotFound, Title: "adminwaiting.none_title",
	Message: "adminwaiting.none",
	Action:  "adminversions.see_all", To: site.AdminVersions, Cause: quiz.ErrNotFound,
}

// showWaiting is the page of a draft that waits.
func (a *Admin) showWaiting(w http.ResponseWriter, r *http.Request) error {
	return a.renderWaiting(w, r, http.StatusOK, adminview.WaitingProps{})
}

func (a *Admin) renderWaiting(w http.ResponseWriter, r *http.Request, status int, p adminview.WaitingProps) error {
	var err error
	if p.Draft, err = a.waitingDraft(r); err != nil {
		return err
	}
	draft, saved, err := a.store.Draft(r.Context())
	switch {
	case errors.Is(err, quiz.ErrNotFound):
	case err != nil:
		return fmt.Errorf("load draft: %w", err)
	default:
		p.Revision, p.By, p.At, p.Now = draft.Revision, saved.By, saved.At, a.now()
	}
	p.Viewer, p.Problems = viewer(r), language(r).Problems(p.Problems)
	return page.Render(w, r, status, adminview.Waiting(p))
}

// takeUp makes it the draft. The draft there is waits in its place.
func (a *Admin) takeUp(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	waiting, err := a.waitingDraft(r)
	if err != nil {
		return err
	}
	name := r.PostForm.Get("name")
	if formRevision(r) > 0 { // there was a draft when the page was opened
		err = quiz.CheckWaitingName(name)
	}
	if err == nil {
		err = a.store.TakeUp(r.Context(), waiting.ID, formRevision(r), name, a.entry(r, quiz.ActionTakeUp, ""))
	}
	if errors.Is(err, quiz.ErrNotFound) {
		return errNotWaiting
	}
	problems, stale, err := waitingRefusal(err)
	switch {
	case err != nil:
		return fmt.Errorf("take draft up: %w", err)
	case stale:
		return a.renderWaiting(w, r, http.StatusConflict, adminview.WaitingProps{Stale: true, SwapName: name})
	case len(problems) > 0:
		return a.renderWaiting(w, r, http.StatusUnprocessableEntity, adminview.WaitingProps{SwapName: name, Page: adminview.Page{Problems: problems}})
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.TakenUp, adminview.AtTop))
}

// renameWaiting gives it another name; the one that was discarded gets its first.
func (a *Admin) renameWaiting(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	waiting, err := a.waitingDraft(r)
	if err != nil {
		return err
	}
	name := r.PostForm.Get("new_name")
	err = a.store.RenameWaiting(r.Context(), waiting.ID, name, a.entry(r, quiz.ActionRenameDraft, ""))
	if errors.Is(err, quiz.ErrNotFound) {
		return errNotWaiting
	}
	problems, _, err := waitingRefusal(err)
	if err != nil {
		return fmt.Errorf("rename waiting draft: %w", err)
	}
	if len(problems) > 0 {
		for i := range problems {
			problems[i].Field = "new_name"
		}
		return a.renderWaiting(w, r, http.StatusUnprocessableEntity, adminview.WaitingProps{NewName: name, Page: adminview.Page{Problems: problems}})
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminWaiting(waiting.ID), adminview.Renamed, adminview.AtTop))
}

// askWaitingRemoval asks before it is deleted for good.
func (a *Admin) askWaitingRemoval(w http.ResponseWriter, r *http.Request) error {
	waiting, err := a.waitingDraft(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.WaitingRemoval(adminview.WaitingProps{Page: adminview.Page{Viewer: viewer(r)}, Draft: waiting}))
}

func (a *Admin) deleteWaiting(w http.ResponseWriter, r *http.Request) error {
	waiting, err := a.waitingDraft(r)
	if err != nil {
		return err
	}
	err = a.store.DeleteWaiting(r.Context(), waiting.ID, a.entry(r, quiz.ActionDeleteDraft, ""))
	if errors.Is(err, quiz.ErrNotFound) {
		return errNotWaiting
	}
	if err != nil {
		return fmt.Errorf("delete waiting draft: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.WaitingDeleted, adminview.AtTop))
}

// exportWaiting gives it as a content file.
func (a *Admin) exportWaiting(w http.ResponseWriter, r *http.Request) error {
	waiting, err := a.waitingDraft(r)
	if err != nil {
		return err
	}
	v, err := a.store.WaitingContent(r.Context(), waiting.ID)
	if errors.Is(err, quiz.ErrNotFound) {
		return errNotWaiting
	}
	if err != nil {
		return fmt.Errorf("load waiting draft: %w", err)
	}
	body, err := content.Format(v)
	if err != nil {
		return err
	}
	attach(w, "application/json", "whichpm-waiting-"+chi.URLParam(r, "id")+".json")
	_, _ = w.Write(body) // the visitor may have gone; nobody is left to tell
	return nil
}
