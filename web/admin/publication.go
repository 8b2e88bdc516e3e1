package admin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
	"whichpm/web/words"
)

// showPublication shows what publishing the draft changes.
func (a *Admin) showPublication(w http.ResponseWriter, r *http.Request) error {
	props, err := a.publication(r)
	if errors.Is(err, quiz.ErrNotFound) {
		return a.nothingToPublish(w, r, http.StatusOK)
	}
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, adminview.Publication(props))
}

// publish makes the draft what new takers are asked, if it is still the one
// that was shown, no check forbids it and the admin is allowed to.
func (a *Admin) publish(w http.ResponseWriter, r *http.Request) error {
	if err := page.Form(r); err != nil {
		return err
	}
	props, err := a.publication(r)
	if errors.Is(err, quiz.ErrNotFound) {
		return a.nothingToPublish(w, r, http.StatusConflict)
	}
	if err != nil {
		return err
	}
	props.Note = quiz.TypedNote(r.PostForm.Get("note"))
	if visitOf(r).showing {
		props.Held, props.Stale = &adminview.Held{Why: adminview.HeldSignedIn}, formRevision(r) != props.Revision
		return page.Render(w, r, http.StatusOK, adminview.Publication(props))
	}
	if status := refusedPublication(&props, formRevision(r)); status != 0 {
		props.Problems = language(r).Problems(props.Problems)
		return page.Render(w, r, status, adminview.Publication(props))
	}
	_, err = a.store.Publish(r.Context(), props.Revision, props.Note, a.entry(r, quiz.ActionPublish, ""))
	if errors.Is(err, quiz.ErrStale) { // changed by somebody in this very moment
		return a.publish(w, r)
	}
	if err != nil {
		return fmt.Errorf("publish revision %d: %w", props.Revision, err)
	}
	a.onPublish(r.Context())
	return page.Redirect(w, r, a.flash(w, r, site.AdminVersions, adminview.Published, adminview.AtTop))
}

// refusedPublication is the status of a form that must not publish, 0 if it may. It puts
// the reason into the page.
func refusedPublication(p *adminview.PublicationProps, revision int64) int {
	switch {
	case p.Barred:
		return http.StatusForbidden
	case revision != p.Revision:
		p.Stale = true
		return http.StatusConflict
	case len(p.Errors) > 0:
		p.Problems = quiz.Refusal("checks", "checks_first")
		return http.StatusUnprocessableEntity
	case p.Live > 0 && len(p.Changes) == 0:
		p.Problems = quiz.Refusal("", "change_first")
		return http.StatusUnprocessableEntity
	}
	if problems, ok := errors.AsType[quiz.Problems](quiz.CheckNote(p.Note)); ok {
		p.Problems = problems
		return http.StatusUnprocessableEntity
	}
	return 0
}

func (a *Admin) nothingToPublish(w http.ResponseWriter, r *http.Request, status int) error {
	live, err := a.published(r.Context())
	if err != nil {
		return err
	}
	return page.Render(w, r, status, adminview.NothingToPublish(adminview.NothingToPublishProps{
		Viewer: viewer(r), Live: live.ID, Stale: status == http.StatusConflict,
	}))
}

// publication collects what an owner should know before publishing. It returns
// quiz.ErrNotFound when there is no draft.
func (a *Admin) publication(r *http.Request) (adminview.PublicationProps, error) {
	draft, saved, err := a.store.Draft(r.Context())
	if err != nil {
		return adminview.PublicationProps{}, fmt.Errorf("load draft: %w", err)
	}
	live, err := a.live(r.Context())
	if err != nil {
		return adminview.PublicationProps{}, err
	}
	props := adminview.PublicationProps{
		Viewer: viewer(r), Revision: draft.Revision, Source: draft.Source(), By: saved.By, At: saved.At, Now: a.now(),
	}
	if live != nil {
		props.Live, props.Changes = live.ID, differences(r, live, draft)
		props.Off, props.Outdated = turnedOff(r, live, draft)
	}
	props.StaysOff = staysOff(language(r), live, draft)
	report := check.Version(draft).In(language(r).Localize)
	props.Advice = report.Count(check.Advice)
	props.Errors = findings(report, forbids)
	if props.Effect, err = a.effect(r, draft); err != nil {
		return adminview.PublicationProps{}, err
	}
	if a.twoPerson && saved.By == currentAdmin(r).Email {
		props.Barred = true
		props.Others, err = a.otherOwners(r.Context(), saved.By)
	}
	return props, err
}

// turnedOff says which languages takers would no longer get, and lists what is
// outdated in them.
func turnedOff(r *http.Request, live, draft *quiz.Version) ([]string, adminview.OutdatedProps) {
	l, still := language(r), append(draft.Languages(), draft.BaseLanguage())
	var lines []string
	off := map[string]bool{}
	for _, tag := range live.Languages() {
		if !slices.Contains(still, tag) {
			off[tag] = true
			lines = append(lines, l.Say("adminpublish.turns_off", "language", quiz.LanguageTag(tag), "lacks", lacking(l, draft, tag)))
		}
	}
	return lines, adminview.OutdatedProps{
		Language: l, Revision: draft.Revision, Next: site.AdminPublication,
		Texts: slices.DeleteFunc(draft.OutdatedIn(l.Localize, live), func(t quiz.OutdatedText) bool { return !off[t.Language] }),
	}
}

// staysOff says which languages takers do not get either way, though somebody has
// begun to translate into them.
func staysOff(l words.Language, live, draft *quiz.Version) []string {
	var lines []string
	for _, tag := range begunIn(draft) {
		if live == nil || !slices.Contains(live.Languages(), tag) {
			lines = append(lines, l.Say("adminpublish.stays_off", "language", quiz.LanguageTag(tag), "lacks", lacking(l, draft, tag)))
		}
	}
	return lines
}

// otherOwners are the owners who can sign in, but for one.
func (a *Admin) otherOwners(ctx context.Context, but string) ([]string, error) {
	admins, err := a.store.Admins(ctx)
	if err != nil {
		return nil, fmt.Errorf("list admins: %w", err)
	}
	var owners []string
	for _, other := range admins {
		if other.Owner() && !other.Disabled && other.Email != but {
			owners = append(owners, other.Email)
		}
	}
	return owners, nil
}
