package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/a-h/templ"

	"whichpm/internal/page"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
)

// draftStore keeps the draft, the versions and the audit log.
type draftStore interface {
	PublishedID(ctx context.Context) (int64, error)
	Version(ctx context.Context, id int64) (*quiz.Version, error)
	Versions(ctx context.Context) ([]quiz.VersionInfo, error)
	Draft(ctx context.Context) (*quiz.Version, quiz.Saved, error)
	StartDraft(ctx context.Context, from int64, by string, now time.Time) (*quiz.Version, error)
	SaveDraft(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error
	ImportDraft(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error
	DiscardDraft(ctx context.Context, revision int64, e quiz.AuditEntry) error
	Publish(ctx context.Context, revision int64, note string, e quiz.AuditEntry) (int64, error)
	LatestResults(ctx context.Context, n int) ([]quiz.Result, error)
	Audit(ctx context.Context, f quiz.AuditFilter) ([]quiz.AuditEntry, error)
}

// edit is one form that changes the draft. Every such form carries the
// revision it was made from.
type edit struct {
	subject string                                                                  // for the audit log: "questions.h1"
	decide  func(v *quiz.Version, form url.Values) error                            // changes v or returns Problems
	to      func(v *quiz.Version) string                                            // where an accepted form leads
	refuse  func(p adminview.Page, form url.Values, revision int64) templ.Component // the form again, with all that was typed
}

// edit loads the draft, lets the form decide on a copy and keeps it. A form
// made from an older revision changes nothing: both texts are shown. One that
// says what is kept already is accepted and leaves no trace.
func (a *Admin) edit(w http.ResponseWriter, r *http.Request, e edit) error {
	if err := page.Form(r); err != nil {
		return err
	}
	draft, saved, err := a.savedDraft(r.Context())
	if err != nil {
		return err
	}
	changed := draft.Clone()
	err = e.decide(changed, r.PostForm)
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		view := e.refuse(adminview.Page{Viewer: viewer(r), Problems: language(r).Problems(problems)}, r.PostForm, formRevision(r))
		return page.Render(w, r, http.StatusUnprocessableEntity, view)
	}
	if err != nil {
		return &lostError{saved.By, saved.At, a.now(), err}
	}
	if formRevision(r) != draft.Revision {
		return a.stale(w, r, draft, changed, saved)
	}
	differences := quiz.Diff(draft, changed)
	if len(differences) == 0 { // whoever changes nothing is not the last who edited
		return page.Redirect(w, r, e.to(changed))
	}
	entry := a.entry(r, quiz.ActionSaveDraft, e.subject)
	entry.Before, entry.After = summary(differences)
	err = a.store.SaveDraft(r.Context(), changed, entry)
	if errors.Is(err, quiz.ErrStale) { // saved by somebody in this very moment
		return a.edit(w, r, e)
	}
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		view := e.refuse(adminview.Page{Viewer: viewer(r), Problems: language(r).Problems(problems)}, r.PostForm, formRevision(r))
		return page.Render(w, r, http.StatusUnprocessableEntity, view)
	}
	if err != nil {
		return fmt.Errorf("save draft: %w", err)
	}
	return page.Redirect(w, r, e.to(changed))
}

// formRevision is the revision a form was made from, 0 if it names none.
func formRevision(r *http.Request) int64 {
	revision, err := strconv.ParseInt(r.PostForm.Get("revision"), 10, 64)
	if err != nil {
		return 0
	}
	return revision
}

// stale shows what somebody else saved beside what was typed, and lets the
// admin choose.
func (a *Admin) stale(w http.ResponseWriter, r *http.Request, theirs, mine *quiz.Version, saved quiz.Saved) error {
	view := adminview.Stale(adminview.StaleProps{
		Page: adminview.Page{Title: language(r).Say("adminstale.title"), Viewer: viewer(r)},
		By:   saved.By, At: saved.At, Now: a.now(),
		Differences: differences(r, theirs, mine),
		To:          r.URL.Path, Form: r.PostForm, Revision: theirs.Revision,
	})
	return page.Render(w, r, http.StatusConflict, view)
}

// summary writes what a save changed for the audit log.
func summary(differences []quiz.FieldDiff) (before, after string) {
	for _, d := range differences {
		before += d.Label + ": " + d.Before + "\n"
		after += d.Label + ": " + d.After + "\n"
	}
	return before, after
}
