package admin

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/web/adminview"
	"whichpm/web/page"
	"whichpm/web/site"
)

// auditPage is how many entries are shown at once.
const auditPage = 100

// actions are what the filter offers.
var actions = []string{
	quiz.ActionStartDraft, quiz.ActionSaveDraft, quiz.ActionUndo, quiz.ActionRedo,
	quiz.ActionSetAside, quiz.ActionTakeUp, quiz.ActionRenameDraft, quiz.ActionDeleteDraft, quiz.ActionSmallChange, quiz.ActionImportDraft, quiz.ActionDiscardDraft, quiz.ActionPublish,
	quiz.ActionEndGroup, auth.ActionSignIn, auth.ActionEndSessions, auth.ActionAddAdmin, auth.ActionChangeRole, auth.ActionDisableAdmin,
	auth.ActionEnableAdmin, auth.ActionChangePassword, auth.ActionResetAdmin, auth.ActionAddSecondFactor,
	auth.ActionRemoveSecondFactor, auth.ActionNewRecoveryCodes, auth.ActionUseRecoveryCode,
}

// showAudit lists what admins did, a page at a time.
func (a *Admin) showAudit(w http.ResponseWriter, r *http.Request) error {
	form, filter, err := auditFilter(r.URL.Query())
	props := adminview.AuditProps{Viewer: viewer(r), Filter: form, Actions: offered(form.Action)}
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		props.Problems = language(r).Problems(problems)
		return page.Render(w, r, http.StatusUnprocessableEntity, adminview.Audit(props))
	}
	filter.Limit = auditPage + 1 // one more says whether there is another page
	props.Entries, err = a.store.Audit(r.Context(), filter)
	if err != nil {
		return fmt.Errorf("read audit log: %w", err)
	}
	if len(props.Entries) > auditPage {
		props.Entries = props.Entries[:auditPage]
		props.Older = props.Entries[auditPage-1].ID
	}
	return page.Render(w, r, http.StatusOK, adminview.Audit(props))
}

// offered are the actions to choose from, with the one that was asked for.
func offered(action string) []string {
	if action == "" || slices.Contains(actions, action) {
		return actions
	}
	return append(slices.Clone(actions), action)
}

// auditFilter reads a filter from an address. It returns Problems for a day
// that is none.
func auditFilter(query url.Values) (adminview.AuditForm, quiz.AuditFilter, error) {
	form := adminview.AuditForm{
		By: strings.TrimSpace(query.Get("by")), Action: query.Get("action"),
		Subject: strings.TrimSpace(query.Get("subject")), Before: strings.TrimSpace(query.Get("before")),
	}
	filter := quiz.AuditFilter{By: form.By, Action: form.Action, Subject: form.Subject}
	if older, err := strconv.ParseInt(query.Get("older"), 10, 64); err == nil && older > 0 {
		filter.BeforeID = older
	}
	if form.Before == "" {
		return form, filter, nil
	}
	day, err := time.Parse(time.DateOnly, form.Before)
	if err != nil {
		return form, filter, quiz.Refusal("before", "day")
	}
	filter.Before = day
	return form, filter, nil
}

// downloadAudit gives all chosen entries as a table.
func (a *Admin) downloadAudit(w http.ResponseWriter, r *http.Request) error {
	_, filter, err := auditFilter(r.URL.Query())
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return &page.Error{
			Status: http.StatusUnprocessableEntity, Title: "adminaudit.refused",
			Message: language(r).Problems(problems)[0].Message + ".", Action: "adminaudit.back", To: site.AdminAudit,
		}
	}
	rows := [][]string{{"id", "when", "who", "what", "to_what", "before", "after", "reason"}}
	for more := true; more; {
		entries, err := a.store.Audit(r.Context(), filter)
		if err != nil {
			return fmt.Errorf("read audit log: %w", err)
		}
		for _, e := range entries {
			rows = append(rows, auditCells(e))
			filter.BeforeID = e.ID
		}
		more = len(entries) == quiz.MaxAudit
	}
	return sendTable(w, "audit-log.csv", sheet(r).Write(rows))
}

func auditCells(e quiz.AuditEntry) []string {
	cells := []string{strconv.FormatInt(e.ID, 10), e.At.UTC().Format(time.RFC3339), e.By, e.Action, e.Subject, e.Before, e.After, e.Reason}
	for i, cell := range cells {
		cells[i] = content.Cell(cell)
	}
	return cells
}

// attach makes a response a file to keep.
func attach(w http.ResponseWriter, mediaType, name string) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
}
