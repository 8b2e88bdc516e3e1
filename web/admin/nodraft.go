package admin

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// savedDraft is the draft and who saved it last, or errNoDraft with who ended
// it, where that is known.
func (a *Admin) savedDraft(ctx context.Context) (*quiz.Version, quiz.Saved, error) {
	v, saved, err := a.store.Draft(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, saved, a.draftEnd(ctx)
	}
	if err != nil {
		return nil, saved, fmt.Errorf("load draft: %w", err)
	}
	return v, saved, nil
}

// draftEnd is errNoDraft with who published or discarded the draft last.
func (a *Admin) draftEnd(ctx context.Context) error {
	end := &lostError{now: a.now(), cause: errNoDraft}
	for _, action := range []string{quiz.ActionPublish, quiz.ActionDiscardDraft} {
		entries, err := a.store.Audit(ctx, quiz.AuditFilter{Action: action, Limit: 1})
		if err != nil {
			return fmt.Errorf("find who ended the draft: %w", err)
		}
		if len(entries) > 0 && entries[0].At.After(end.at) {
			end.by, end.at = entries[0].By, entries[0].At
		}
	}
	return end
}

// draft is the draft, or errNoDraft.
func (a *Admin) draft(ctx context.Context) (*quiz.Version, error) {
	v, _, err := a.savedDraft(ctx)
	return v, err
}

var errNoDraft = &page.Error{
	Status: http.StatusNotFound, Title: "adminerror.no_draft_title",
	Message: "adminerror.no_draft",
	Action:  "adminlost.to_questions", To: site.AdminQuestions, Cause: quiz.ErrNotFound,
}

// lostError says that what a form is about is no longer there, and who changed
// the draft last. The cause is what a page that holds nothing typed shows.
type lostError struct {
	by    string // "" if nobody knows
	at    time.Time
	now   time.Time
	cause error
}

func (e *lostError) Error() string { return e.cause.Error() }

func (e *lostError) Unwrap() error { return e.cause }

// showLost says that a form is about something that is gone, and shows what
// was typed where that cannot be put back.
func showLost(w http.ResponseWriter, r *http.Request, lost *lostError) error {
	typed, status := typedIn(r.PostForm), http.StatusConflict
	if len(typed) == 0 {
		status = http.StatusNotFound
	}
	return page.Render(w, r, status, adminview.Lost(adminview.LostProps{
		Page:  adminview.Page{Title: language(r).Say("adminlost.title"), Viewer: viewer(r), Here: site.AdminQuestions},
		Typed: typed, NoDraft: errors.Is(lost, errNoDraft), By: lost.by, At: lost.at, Now: lost.now,
	}))
}

// typedIn lists what somebody typed into a form: no secrets, and nothing that
// the page put there itself.
func typedIn(form url.Values) []adminview.Typed {
	var typed []adminview.Typed
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if unshown(name) {
			continue
		}
		for _, value := range form[name] {
			if strings.TrimSpace(value) != "" {
				typed = append(typed, adminview.Typed{Name: name, Value: value})
			}
		}
	}
	return typed
}

// secret reports whether a field holds what nobody keeps or shows.
func secret(name string) bool {
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "password", "current", "again", "code", "secret", "token":
		return true
	}
	return strings.Contains(strings.ToLower(name), "password")
}

// unshown reports whether a field holds a secret or what a button or the page
// put there.
func unshown(name string) bool {
	if secret(name) || name[strings.LastIndexByte(name, '.')+1:] == "was" {
		return true
	}
	switch name {
	case "revision", adminview.ToldField, "shape", "filter", "next", "to", "by", "retired", "kind", "form", "add", "remove", "preview", "list", "set_up":
		return true
	}
	return false
}
