package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// showSaves lists the saved changes of the draft.
func (a *Admin) showSaves(w http.ResponseWriter, r *http.Request) error {
	return a.renderSaves(w, r, http.StatusOK, "")
}

// turn is a way to go back or forth in the saved changes.
type turn struct {
	action string
	said   string // once it is done
	choose func([]quiz.DraftSave) int
	keep   func(ctx context.Context, revision int64, e quiz.AuditEntry) error
}

// undo takes back the last saved change that stands, if the draft is still the
// one that was shown.
func (a *Admin) undo(w http.ResponseWriter, r *http.Request) error {
	return a.turnSave(w, r, turn{quiz.ActionUndo, adminview.Undone, quiz.SaveToUndo, a.store.Undo})
}

// redo makes the first change again that was undone.
func (a *Admin) redo(w http.ResponseWriter, r *http.Request) error {
	return a.turnSave(w, r, turn{quiz.ActionRedo, adminview.Redone, quiz.SaveToRedo, a.store.Redo})
}

func (a *Admin) turnSave(w http.ResponseWriter, r *http.Request, t turn) error {
	if err := page.Form(r); err != nil {
		return err
	}
	entry, at, err := a.turnEntry(r, t)
	if err == nil {
		err = t.keep(r.Context(), formRevision(r), entry)
	}
	if _, refused := errors.AsType[quiz.Problems](err); refused {
		return a.renderSaves(w, r, http.StatusUnprocessableEntity, adminview.SavesRefused)
	}
	switch {
	case errors.Is(err, quiz.ErrStale):
		return a.renderSaves(w, r, http.StatusConflict, adminview.SavesStale)
	case errors.Is(err, errNothingToTurn):
		return a.renderSaves(w, r, http.StatusConflict, adminview.SavesNone)
	case err != nil:
		return fmt.Errorf("%s: %w", t.action, err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminSaves, t.said, at))
}

var errNothingToTurn = errors.New("there is no such change")

// turnEntry says for the audit log what taking a change back, or making it again,
// changes, and where the page tells of that change. It returns quiz.ErrStale if
// the draft is not the one that was shown.
func (a *Admin) turnEntry(r *http.Request, t turn) (entry quiz.AuditEntry, at string, err error) {
	draft, _, err := a.savedDraft(r.Context())
	if err != nil {
		return entry, "", err
	}
	if draft.Revision != formRevision(r) {
		return entry, "", quiz.ErrStale
	}
	saves, err := a.store.DraftSaves(r.Context())
	if err != nil {
		return entry, "", fmt.Errorf("list saved changes: %w", err)
	}
	i := t.choose(saves)
	if i < 0 {
		return entry, "", errNothingToTurn
	}
	after, err := a.store.SaveContent(r.Context(), saves[i].Revision)
	if errors.Is(err, quiz.ErrNotFound) { // it went in this very moment
		err = quiz.ErrStale
	}
	if err != nil {
		return entry, "", err
	}
	entry = a.entry(r, t.action, saves[i].Subject)
	entry.Before, entry.After = summary(quiz.DiffOf(language(r).Localize, entry.Subject, draft, after))
	return entry, adminview.AtChange(saves[i].Revision), nil
}

func (a *Admin) renderSaves(w http.ResponseWriter, r *http.Request, status int, why string) error {
	props := adminview.SavesProps{Viewer: viewer(r), Why: why, Now: a.now()}
	draft, saved, err := a.store.Draft(r.Context())
	switch {
	case errors.Is(err, quiz.ErrNotFound):
		return page.Render(w, r, status, adminview.Saves(props))
	case err != nil:
		return fmt.Errorf("load draft: %w", err)
	}
	props.Revision, props.By, props.At = draft.Revision, saved.By, saved.At
	if props.Saves, err = a.store.DraftSaves(r.Context()); err != nil {
		return fmt.Errorf("list saved changes: %w", err)
	}
	if props.Turned, err = a.turned(r, draft, props.Saves); err != nil {
		return err
	}
	return page.Render(w, r, status, adminview.Saves(props))
}

// turned lists what the change was about that was undone or made again just now.
// What the change keeps is by then how the draft was before.
func (a *Admin) turned(r *http.Request, draft *quiz.Version, saves []quiz.DraftSave) ([]adminview.ChangedPlace, error) {
	i := slices.IndexFunc(saves, func(s quiz.DraftSave) bool { return adminview.AtChange(s.Revision) == visitOf(r).flash.At })
	if i < 0 {
		return nil, nil
	}
	before, err := a.store.SaveContent(r.Context(), saves[i].Revision)
	if errors.Is(err, quiz.ErrNotFound) { // it went in this very moment
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []adminview.ChangedPlace
	for _, d := range quiz.DiffOf(language(r).Localize, saves[i].Subject, before, draft) {
		t := adminview.ChangedPlace{Name: d.Label, To: site.AdminEditor(d.Field)}
		if d.After == "" && isPart(d.Field) {
			t.To = ""
		}
		list = append(list, t)
	}
	return list, nil
}

// isPart tells "questions.h1" from "questions.h1.text".
func isPart(field string) bool {
	list, key, _ := strings.Cut(field, ".")
	return slices.Contains([]string{"questions", "dimensions", "roles", "scenarios"}, list) && key != "" && !strings.Contains(key, ".")
}
