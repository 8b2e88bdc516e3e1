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
)

// told reports whether the page that sent the form said already what is in its
// way. What was typed before signing in is shown first, whatever it says.
func told(r *http.Request, why string) bool {
	return r.PostForm.Get(adminview.ToldField) == why && !visitOf(r).showing
}

// tryWithoutDraft decides on a copy of what is published, which is what the
// next draft begins as, and holds the form until the admin has been told.
func (a *Admin) tryWithoutDraft(r *http.Request, t *trial, noDraft error) error {
	if len(typedIn(r.PostForm)) == 0 {
		return noDraft
	}
	published, err := a.published(r.Context())
	if err != nil {
		return err
	}
	t.undrafted, t.before = true, published.Clone()
	t.before.State = quiz.Draft
	if end, ok := errors.AsType[*lostError](noDraft); ok && !told(r, adminview.HeldNoDraft) {
		t.saved = quiz.Saved{By: end.by, At: end.at}
		t.held = &adminview.Held{Why: adminview.HeldNoDraft, By: names(end.by), At: end.at, Now: a.now()}
	}
	return nil
}

// tryPutBack decides a form about a part that was deleted as if it were still
// there, and holds it until the admin has been told. A form that deletes it has
// nothing to put back.
func (a *Admin) tryPutBack(r *http.Request, e edit, t *trial) error {
	gone, err := a.whoDeleted(r.Context(), e.subject, t.saved)
	if err != nil {
		return err
	}
	if t.undrafted {
		gone.cause = errNoDraft
	}
	if len(typedIn(r.PostForm)) == 0 || t.after.PutBack(e.subject) != nil {
		return gone
	}
	err = e.decide(t.after, r.PostForm)
	if !t.after.HasPart(e.subject) {
		return gone
	}
	if t.held == nil && !told(r, adminview.HeldGone) {
		t.held = &adminview.Held{Why: adminview.HeldGone, By: names(gone.by), At: gone.at, Now: a.now()}
	}
	return err
}

// whoDeleted is who took a part out of the draft, as far as that is known.
func (a *Admin) whoDeleted(ctx context.Context, part string, saved quiz.Saved) (*lostError, error) {
	changes, err := a.store.DraftChanges(ctx, 0)
	if err != nil {
		return nil, fmt.Errorf("find who deleted %s: %w", part, err)
	}
	gone := &lostError{saved.By, saved.At, a.now(), quiz.ErrNotFound}
	for _, c := range changes {
		if c.Field != "" && within(part, c.Field) {
			gone.by, gone.at = c.By, c.At
		}
	}
	return gone, nil
}

// hold keeps a form from being saved that would undo what was saved since it
// was made, or that somebody sent before they signed in.
func (a *Admin) hold(r *http.Request, e edit, t *trial) error {
	if t.held == nil && !t.undrafted && !t.shows && len(t.problems) == 0 && formRevision(r) != t.before.Revision {
		if err := a.holdContested(r, e, t); err != nil {
			return err
		}
	}
	switch {
	case t.held != nil && t.undrafted && len(t.problems) == 0:
		t.held.Both = t.differences
	case t.held == nil && visitOf(r).kept != nil:
		if len(t.differences)+len(t.problems) > 0 || t.shows {
			t.held = &adminview.Held{Why: adminview.HeldKept, Both: t.differences}
		}
	case t.held == nil && visitOf(r).showing:
		t.held = &adminview.Held{Why: adminview.HeldSignedIn}
	}
	return nil
}

func (a *Admin) holdContested(r *http.Request, e edit, t *trial) error {
	revision := formRevision(r)
	if revision > t.before.Revision { // no page of ours has it
		revision = 0
	}
	since, err := a.store.DraftChanges(r.Context(), revision)
	if err != nil {
		return fmt.Errorf("find what changed since: %w", err)
	}
	both, rest, by := quiz.Contested(e.subject, t.differences, since)
	if len(both) == 0 && len(t.differences) > 0 {
		if by = besides(e, t, since, currentAdmin(r).Email); len(by) > 0 {
			both, rest = t.differences, nil
		}
	}
	if len(both) == 0 {
		return nil
	}
	t.held = &adminview.Held{Why: adminview.HeldStale, Now: a.now(), Both: both, Rest: rest}
	for _, c := range by {
		t.held.At = c.At
		if c.Field == "" {
			t.held.Why = adminview.HeldBegun
		}
		if !slices.Contains(t.held.By, c.By) {
			t.held.By = append(t.held.By, c.By)
		}
	}
	return nil
}

// besides are changes that a form undoes nothing of and that are in its way all
// the same: of what the page showed beside it, and the same part added by the
// same person, who pressed twice.
func besides(e edit, t *trial, since []quiz.Change, by string) (found []quiz.Change) {
	var read []string
	if e.reads != nil {
		read = e.reads(t.after)
	}
	for _, c := range since {
		twice := c.By == by && t.before.HasPart(c.Field) && slices.ContainsFunc(t.differences, func(d quiz.FieldDiff) bool {
			list, key, _ := strings.Cut(d.Field, ".")
			return d.Before == "" && !strings.Contains(key, ".") && strings.HasPrefix(c.Field, list+".")
		})
		if twice || slices.Contains(read, c.Field) {
			found = append(found, c)
		}
	}
	return found
}

// overtaken holds a form because others saved each time it was about to be.
func (a *Admin) overtaken(t *trial) {
	t.held = &adminview.Held{
		Why: adminview.HeldStale, By: names(t.saved.By), At: t.saved.At, Now: a.now(), Both: t.differences,
	}
}

// names is a list of one name, or of none.
func names(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}
