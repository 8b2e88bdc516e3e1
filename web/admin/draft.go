package admin

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"time"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
)

// draftStore keeps the draft, the versions and the audit log.
type draftStore interface {
	PublishedID(ctx context.Context) (int64, error)
	Version(ctx context.Context, id int64) (*quiz.Version, error)
	Versions(ctx context.Context) ([]quiz.VersionInfo, error)
	Draft(ctx context.Context) (*quiz.Version, quiz.Saved, error)
	StartDraft(ctx context.Context, from int64, by string, now time.Time) (*quiz.Version, error)
	DraftChanges(ctx context.Context, after int64) ([]quiz.Change, error)
	DraftSaves(ctx context.Context) ([]quiz.DraftSave, error)
	SaveContent(ctx context.Context, revision int64) (*quiz.Version, error)
	KeepTyped(ctx context.Context, w quiz.WorkingCopy) error
	TypedOn(ctx context.Context, admin, page string) (quiz.WorkingCopy, error)
	ForgetTyped(ctx context.Context, admin, to string) error
	WaitingDrafts(ctx context.Context) ([]quiz.WaitingDraft, error)
	WaitingContent(ctx context.Context, id int64) (*quiz.Version, error)
	SetAside(ctx context.Context, revision int64, name string, e quiz.AuditEntry) error
	TakeUp(ctx context.Context, id, revision int64, name string, e quiz.AuditEntry) error
	RenameWaiting(ctx context.Context, id int64, name string, e quiz.AuditEntry) error
	DeleteWaiting(ctx context.Context, id int64, e quiz.AuditEntry) error
	Undo(ctx context.Context, revision int64, e quiz.AuditEntry) error
	Redo(ctx context.Context, revision int64, e quiz.AuditEntry) error
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
	action  string                                       // for the audit log, "" for saving the draft
	subject string                                       // for the audit log: "questions.h1"
	decide  func(v *quiz.Version, form url.Values) error // changes v or returns Problems
	to      func(v *quiz.Version) string                 // where an accepted form leads
	refuse  func(s shown) (templ.Component, error)       // the form again, with all that was typed
	reads   func(v *quiz.Version) []string               // what the page showed beside the form, which has to stand; nil: nothing

	draftOnly bool // where there is no draft the form does not begin one

	// looks reports whether the button used only shows the form, and which of
	// its problems that is to say; nil where none does.
	looks func(form url.Values, problems quiz.Problems) (bool, quiz.Problems)
}

// shown is a form that is shown again.
type shown struct {
	adminview.Page
	Before   *quiz.Version // the draft as it is
	After    *quiz.Version // with what was typed
	Form     url.Values
	Revision int64 // the form goes on from
}

// Form is the shown form as one that edits what the draft would be.
func (s shown) form() adminview.Form {
	return adminview.Form{Page: s.Page, Version: s.After, Revision: s.Revision, Values: s.Form}
}

// mostTries is how often a form is decided anew because somebody else saved in
// that very moment. Of any who try at once one gets on each time.
const mostTries = 32

// edit lets a form decide on a copy of the draft and keeps it. Only what
// somebody else changed since the form was made is in its way: then both are
// shown, in the editor with what was typed. A form that says what is kept
// already is accepted and leaves no trace.
func (a *Admin) edit(w http.ResponseWriter, r *http.Request, e edit) error {
	if err := page.Form(r); err != nil {
		return err
	}
	t, err := a.tryAndKeep(r, e)
	switch {
	case err != nil:
		return err
	case t.refused():
		return renderTrial(w, r, e, t)
	case visitOf(r).kept != nil: // it says what is kept already
		return page.Redirect(w, r, a.forgetKept(r))
	case t.after.Revision > t.before.Revision:
		madeRevision(r, t.after.Revision)
	}
	a.forgetTyped(r)
	return page.Redirect(w, r, withOutdated(e.to(t.after), t.outdated))
}

// tryAndKeep decides a form, and keeps it unless it is refused.
func (a *Admin) tryAndKeep(r *http.Request, e edit) (t trial, err error) {
	for range mostTries {
		t, err = a.try(r, e)
		if err != nil || t.refused() || len(t.differences) == 0 { // whoever changes nothing is not the last who edited
			return t, err
		}
		err = a.keepTrial(r, e, t)
		if errors.Is(err, quiz.ErrStale) || errors.Is(err, quiz.ErrDraftExists) {
			continue
		}
		if t.problems, err = problemsOf(err); err != nil {
			return t, fmt.Errorf("save draft: %w", err)
		}
		return t, nil
	}
	a.overtaken(&t)
	return t, nil
}

// trial is a form decided on the draft as it is, and not kept yet.
type trial struct {
	before, after *quiz.Version
	saved         quiz.Saved
	undrafted     bool // there is no draft: before is the published version
	differences   []quiz.FieldDiff
	outdated      []string // fields whose translation no longer fits
	problems      quiz.Problems
	shows         bool            // it is to be shown whatever it says
	held          *adminview.Held // why it is not kept
}

// refused reports whether the form is shown again.
func (t trial) refused() bool { return t.shows || t.held != nil || len(t.problems) > 0 }

// try decides a form on the draft, or where that has ended on a copy of what
// is published.
func (a *Admin) try(r *http.Request, e edit) (t trial, err error) {
	form := r.PostForm
	if t.before, t.saved, err = a.savedDraft(r.Context()); errors.Is(err, errNoDraft) && !e.draftOnly {
		err = a.tryWithoutDraft(r, &t, err)
	}
	if err != nil {
		return t, err
	}
	t.after = t.before.Clone()
	if err = e.decide(t.after, form); errors.Is(err, quiz.ErrNotFound) {
		err = a.tryPutBack(r, e, &t)
	}
	if t.problems, err = problemsOf(err); err != nil {
		return t, err
	}
	if e.looks != nil {
		t.shows, t.problems = e.looks(form, t.problems)
	}
	t.outdated = t.after.Follow(t.before)
	t.differences = quiz.DiffOf(language(r).Localize, e.subject, t.before, t.after)
	return t, a.hold(r, e, &t)
}

// keepTrial saves what a form decided. Where the draft has ended and the admin
// was told, it begins the next one first and asks to decide on that.
func (a *Admin) keepTrial(r *http.Request, e edit, t trial) error {
	if t.undrafted {
		begun, err := a.store.StartDraft(r.Context(), t.before.ID, currentAdmin(r).Email, a.now())
		if err != nil {
			return err
		}
		r.PostForm.Set("revision", strconv.FormatInt(begun.Revision, 10))
		r.PostForm.Set(adminview.ToldField, adminview.HeldGone) // of a part that only the draft of before had
		return quiz.ErrStale
	}
	entry := a.entry(r, cmp.Or(e.action, quiz.ActionSaveDraft), e.subject)
	entry.Before, entry.After = summary(t.differences)
	entry.Changed = quiz.NamesOf(t.differences)
	return a.store.SaveDraft(r.Context(), t.after, entry)
}

// renderTrial shows a form again, with everything that was typed.
func renderTrial(w http.ResponseWriter, r *http.Request, e edit, t trial) error {
	s := shown{
		Page:   adminview.Page{Viewer: viewer(r), Held: t.held, Problems: language(r).Problems(t.problems)},
		Before: t.before, After: t.after, Form: r.PostForm, Revision: formRevision(r),
	}
	status := statusFor(w, t.problems)
	if t.held != nil {
		t.held.Kept = visitOf(r).kept
		if t.held.Why != adminview.HeldSignedIn {
			status = http.StatusConflict
		}
		if t.held.Seen() { // the admin sees what is there now
			s.Revision = t.before.Revision
		}
		if len(typedIn(r.PostForm)) > 0 {
			t.held.Form = adminview.FormID(r.URL.Path)
		}
		t.held.Saved = r.URL.Path
		if t.held.Why == adminview.HeldGone {
			t.held.Saved = path.Dir(r.URL.Path) // the list
		}
	}
	if visitOf(r).showing {
		status = http.StatusOK
	}
	view, err := e.refuse(s)
	if err != nil {
		return err
	}
	return page.Render(w, r, status, view)
}

// formRevision is the revision a form was made from, 0 if it names none.
func formRevision(r *http.Request) int64 { return revisionIn(r.PostForm) }

func revisionIn(form url.Values) int64 {
	revision, err := strconv.ParseInt(form.Get("revision"), 10, 64)
	if err != nil {
		return 0
	}
	return revision
}

// summary writes what a save changed for the audit log.
func summary(differences []quiz.FieldDiff) (before, after string) {
	for _, d := range differences {
		before += d.Label + ": " + d.Before + "\n"
		after += d.Label + ": " + d.After + "\n"
	}
	return before, after
}
