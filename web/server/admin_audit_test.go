package server_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
)

func TestTheAuditLogIsFilteredAndPaged(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	jonas := h.admin(t, "jonas@example.org", auth.Editor)
	for range 130 { // what is done beside an entry makes no difference to the log
		entry := quiz.AuditEntry{At: h.now(), By: jonas.Email, Action: quiz.ActionSaveDraft, Subject: "questions.h1"}
		if err := h.store.EndSessions(t.Context(), jonas.ID, entry); err != nil {
			t.Fatal(err)
		}
	}
	first := v.get("/admin/audit?by=jonas@example.org&action=save+draft").want(t, http.StatusOK).says(t, "save draft", "Older entries")
	if n := strings.Count(first.body, "<tr>"); n != 101 {
		t.Errorf("the first page has %d rows", n)
	}
	_, rest, _ := strings.Cut(first.body, `href="/admin/audit?action`)
	address, _, _ := strings.Cut(rest, `"`)
	second := v.get("/admin/audit?action"+strings.ReplaceAll(address, "&amp;", "&")).want(t, http.StatusOK)
	if n := strings.Count(second.body, "<tr>"); n != 31 || strings.Contains(second.body, "Older entries") {
		t.Errorf("the second page has %d rows", n)
	}
	v.get("/admin/audit?subject=questions").want(t, http.StatusOK).says(t, "save draft")
	v.get("/admin/audit?by=nobody@example.org").want(t, http.StatusOK).says(t, "There is no such entry")
	v.get("/admin/audit?before="+h.now().UTC().Add(-48*time.Hour).Format(time.DateOnly)).want(t, http.StatusOK).says(t, "There is no such entry")
	refused := v.get("/admin/audit?before=yesterday").want(t, http.StatusUnprocessableEntity).says(t, "year-month-day")
	if refused.value("before") != "yesterday" {
		t.Error("the day as typed is gone")
	}
}

func TestTheAuditLogIsATableNoSpreadsheetRunsAnythingFrom(t *testing.T) {
	h := open(t)
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	draft := h.reword(t, "=cmd@example.org", newPrompt)
	v.post("/admin/publication", "revision", revision(draft), "note", "+1 for plain words").want(t, http.StatusSeeOther)
	reply := v.get("/admin/audit.csv").want(t, http.StatusOK)
	rows, err := csv.NewReader(strings.NewReader(reply.body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, row := range rows {
		for _, cell := range row {
			found[cell] = true
		}
	}
	for _, want := range []string{"'+1 for plain words", "'=cmd@example.org", "publish", "mira@example.org"} {
		if !found[want] {
			t.Errorf("no cell is %q in\n%s", want, reply.body)
		}
	}
	if !strings.Contains(reply.Header.Get("Content-Disposition"), "audit-log.csv") {
		t.Error("it is not a file to keep")
	}
	v.get("/admin/audit.csv?before=never").want(t, http.StatusUnprocessableEntity)
	h.visitor(t).get("/admin/audit.csv").want(t, http.StatusSeeOther)
}
