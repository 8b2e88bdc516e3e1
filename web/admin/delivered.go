package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// delivered says whether the content this program comes with is news: what is
// published was made from what an earlier release came with, and neither it nor
// the draft has the new one.
func (a *Admin) delivered(ctx context.Context) (adminview.Delivered, error) {
	live, err := a.live(ctx)
	if err != nil || live == nil {
		return adminview.NotOffered, err
	}
	descent := content.DescentOf(live)
	if descent != content.Former && descent != content.Changed {
		return adminview.NotOffered, nil
	}
	draft, _, err := a.store.Draft(ctx)
	switch {
	case errors.Is(err, quiz.ErrNotFound):
	case err != nil:
		return adminview.NotOffered, fmt.Errorf("load draft: %w", err)
	case content.DescentOf(draft) == content.Current:
		return adminview.NotOffered, nil
	}
	if descent == content.Changed {
		return adminview.OfferedOverChanges, nil
	}
	return adminview.Offered, nil
}

// showDelivered reports what that content would change, as of an imported file.
func (a *Admin) showDelivered(w http.ResponseWriter, r *http.Request) error {
	return a.reportDelivered(w, r, http.StatusOK)
}

// takeDelivered makes it the draft, unless the draft is another one by now. It
// carries its own translations, which are of its own words.
func (a *Admin) takeDelivered(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	offered, err := a.delivered(r.Context())
	if err != nil {
		return err
	}
	if offered == adminview.NotOffered {
		return page.Redirect(w, r, site.Admin)
	}
	base, err := a.importBase(r.Context())
	if err != nil {
		return err
	}
	draft := content.First()
	draft.Revision = max(0, formRevision(r))
	entry := a.entry(r, quiz.ActionImportDraft, "")
	entry.After = fmt.Sprintf("“%s”, content %.12s", draft.Title, draft.Hash())
	err = a.importOver(r, base, draft, entry)
	if errors.Is(err, quiz.ErrStale) || errors.Is(err, quiz.ErrDraftExists) {
		return a.reportDelivered(w, r, http.StatusConflict)
	}
	if err != nil {
		return fmt.Errorf("take the delivered content: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.Imported, adminview.AtTop))
}

func (a *Admin) reportDelivered(w http.ResponseWriter, r *http.Request, status int) error {
	offered, err := a.delivered(r.Context())
	if err != nil {
		return err
	}
	if offered == adminview.NotOffered {
		return page.Redirect(w, r, site.Admin)
	}
	base, err := a.importBase(r.Context())
	if err != nil {
		return err
	}
	props := importReport(r, base, content.First(), status)
	props.Delivered = offered
	return page.Render(w, r, status, adminview.ImportReport(props))
}
