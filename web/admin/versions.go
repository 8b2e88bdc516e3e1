package admin

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// versionRoutes mounts the pages about versions and the log.
func (a *Admin) versionRoutes(admins, owners chi.Router, handle func(page.Handler) http.HandlerFunc) {
	admins.Get(site.AdminVersions, handle(a.showVersions))
	admins.Get(site.AdminVersionsDiff, handle(a.chooseDiff))
	admins.Get(site.AdminDiffPattern, handle(a.showDiff))
	admins.Post(site.AdminStartDraftPattern, handle(a.copyVersion))
	admins.Get(site.AdminAside, handle(a.showAside))
	admins.Post(site.AdminAside, handle(a.setAside))
	admins.Get(site.AdminWaitingPattern, handle(a.showWaiting))
	admins.Post(site.AdminWaitingPattern, handle(a.renameWaiting))
	admins.Get(site.AdminWaitingDraftPattern, handle(a.showWaiting)) // after it was held
	admins.Post(site.AdminWaitingDraftPattern, handle(a.takeUp))
	admins.Get(site.AdminWaitingRemovalPattern, handle(a.askWaitingRemoval))
	admins.Post(site.AdminWaitingRemovalPattern, handle(a.deleteWaiting))
	admins.Get(site.AdminWaitingExportPattern, handle(a.exportWaiting))
	admins.Get(site.AdminSaves, handle(a.showSaves))
	admins.Post(site.AdminUndo, handle(a.undo))
	admins.Post(site.AdminRedo, handle(a.redo))
	admins.Get(site.AdminDraftRemoval, handle(a.showDraftRemoval))
	admins.Post(site.AdminDraftRemoval, handle(a.discardDraft))

	owners.Get(site.AdminPublication, handle(a.showPublication))
	owners.Post(site.AdminPublication, handle(a.publish))

	admins.Get(site.AdminAudit, handle(a.showAudit))
	admins.Get(site.AdminAuditCSV, handle(a.downloadAudit))

	admins.Get(site.AdminExportPattern, handle(a.exportVersion))
	admins.Get(site.AdminExportQuestionsPattern, handle(a.exportQuestions))
	admins.Get(site.AdminTranslationFilePattern, handle(a.exportTranslation))
	admins.Get(site.AdminImport, handle(a.showImport))
	admins.Post(site.AdminImport, handle(a.readImport))
	admins.Post(site.AdminImportDraft, handle(a.keepImport))
}

// showVersions lists all versions.
func (a *Admin) showVersions(w http.ResponseWriter, r *http.Request) error {
	versions, err := a.store.Versions(r.Context())
	if err != nil {
		return fmt.Errorf("list versions: %w", err)
	}
	waiting, err := a.store.WaitingDrafts(r.Context())
	if err != nil {
		return fmt.Errorf("list waiting drafts: %w", err)
	}
	return page.Render(w, r, http.StatusOK, adminview.Versions(adminview.VersionsProps{
		Viewer: viewer(r), Versions: versions, Waiting: waiting,
	}))
}

// chooseDiff leads to the comparison of the two versions the form names.
func (a *Admin) chooseDiff(w http.ResponseWriter, r *http.Request) error {
	query := r.URL.Query()
	versions, err := a.store.Versions(r.Context())
	if err != nil {
		return fmt.Errorf("list versions: %w", err)
	}
	var sides [2]adminview.Side
	for i, name := range []string{query.Get("from"), query.Get("to")} {
		info, err := versionByName(versions, name)
		if err != nil {
			return err
		}
		sides[i] = adminview.SideOf(language(r), info)
	}
	return page.Redirect(w, r, site.AdminDiff(sides[0].Name, sides[1].Name))
}

// versionByName finds the version an address names.
func versionByName(versions []quiz.VersionInfo, name string) (quiz.VersionInfo, error) {
	i := slices.IndexFunc(versions, func(v quiz.VersionInfo) bool {
		return name == site.VersionName(v.ID) || name == site.DraftName && v.State == quiz.Draft
	})
	if i < 0 {
		return quiz.VersionInfo{}, errNoVersion
	}
	return versions[i], nil
}

var errNoVersion = &page.Error{
	Status: http.StatusNotFound, Title: "adminversions.none_title",
	Message: "adminversions.none",
	Action:  "adminversions.see_all", To: site.AdminVersions, Cause: quiz.ErrNotFound,
}

// showDiff compares two versions.
func (a *Admin) showDiff(w http.ResponseWriter, r *http.Request) error {
	versions, err := a.store.Versions(r.Context())
	if err != nil {
		return fmt.Errorf("list versions: %w", err)
	}
	props := adminview.DiffProps{Viewer: viewer(r), Versions: versions}
	from, err := a.side(r, versions, "from", &props.From)
	if err != nil {
		return err
	}
	to, err := a.side(r, versions, "to", &props.To)
	if err != nil {
		return err
	}
	props.Changes = differences(r, from, to)
	return page.Render(w, r, http.StatusOK, adminview.Diff(props))
}

// differences are those of two versions as the admin reads them.
func differences(r *http.Request, older, newer *quiz.Version) []quiz.FieldDiff {
	return quiz.DiffIn(language(r).Localize, older, newer)
}

func (a *Admin) side(r *http.Request, versions []quiz.VersionInfo, param string, side *adminview.Side) (*quiz.Version, error) {
	info, err := versionByName(versions, chi.URLParam(r, param))
	if err != nil {
		return nil, err
	}
	*side = adminview.SideOf(language(r), info)
	v, err := a.store.Version(r.Context(), info.ID)
	if err != nil {
		return nil, fmt.Errorf("load version %d: %w", info.ID, err)
	}
	return v, nil
}

// copyVersion copies a version as the draft. Of an old one this is how it
// comes back: nothing published changes.
func (a *Admin) copyVersion(w http.ResponseWriter, r *http.Request) error {
	from, err := strconv.ParseInt(chi.URLParam(r, "version"), 10, 64)
	if err != nil {
		return errNoVersion
	}
	_, err = a.store.StartDraft(r.Context(), from, currentAdmin(r).Email, a.now())
	switch {
	case errors.Is(err, quiz.ErrDraftExists):
		return a.showDraftExists(w, r, from)
	case errors.Is(err, quiz.ErrNotFound):
		return errNoVersion
	case err != nil:
		return fmt.Errorf("start draft from version %d: %w", from, err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.Started, adminview.AtTop))
}

func (a *Admin) showDraftExists(w http.ResponseWriter, r *http.Request, from int64) error {
	_, saved, err := a.store.Draft(r.Context())
	if err != nil {
		return fmt.Errorf("load draft: %w", err)
	}
	return page.Render(w, r, http.StatusConflict, adminview.DraftThere(adminview.DraftThereProps{
		Viewer: viewer(r), By: saved.By, At: saved.At, Now: a.now(), From: from,
	}))
}

// showDraftRemoval asks before the draft is discarded.
func (a *Admin) showDraftRemoval(w http.ResponseWriter, r *http.Request) error {
	return a.renderDraftRemoval(w, r, http.StatusOK)
}

// discardDraft deletes the draft as it was when the page was opened.
func (a *Admin) discardDraft(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	err := a.store.DiscardDraft(r.Context(), formRevision(r), a.entry(r, quiz.ActionDiscardDraft, ""))
	if errors.Is(err, quiz.ErrStale) {
		return a.renderDraftRemoval(w, r, http.StatusConflict)
	}
	if err != nil {
		return fmt.Errorf("discard draft: %w", err)
	}
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.Discarded, adminview.AtTop))
}

func (a *Admin) renderDraftRemoval(w http.ResponseWriter, r *http.Request, status int) error {
	draft, saved, err := a.store.Draft(r.Context())
	if errors.Is(err, quiz.ErrNotFound) {
		return errNoVersion
	}
	if err != nil {
		return fmt.Errorf("load draft: %w", err)
	}
	live, err := a.live(r.Context())
	if err != nil {
		return err
	}
	props := adminview.DraftRemovalProps{
		Viewer: viewer(r), By: saved.By, At: saved.At, Now: a.now(), Revision: draft.Revision,
		Stale: status == http.StatusConflict, First: live == nil,
	}
	if live != nil {
		props.Changes = differences(r, live, draft)
	}
	return page.Render(w, r, status, adminview.DraftRemoval(props))
}
