package server_test

import (
	"encoding/csv"
	"net/http"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/auth"
)

// opened are the rows that a spreadsheet program shows of a file: it knows UTF-8 by
// the mark at the start, and what is between cells by where it is.
func opened(t *testing.T, r reply, between rune) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(r.body, "\ufeff")
	if !marked {
		t.Errorf("%s does not say that it is UTF-8", r.Request.URL.Path)
	}
	table := csv.NewReader(strings.NewReader(body))
	table.Comma = between
	rows, err := table.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", r.Request.URL.Path, err)
	}
	if len(rows) < 2 || len(rows[0]) < 5 {
		t.Errorf("%s has %d rows of %d cells", r.Request.URL.Path, len(rows), len(rows[0]))
	}
	return rows
}

func TestASpreadsheetProgramOpensTheTablesOfAdminsAsTheyAre(t *testing.T) {
	h := open(t)
	h.finish(t, 4, nil)
	h.reword(t, "ada@example.org", "Größe „zählt“.")
	v := h.signedIn(t, "mira@example.org", auth.Owner)
	tables := []string{"/admin/export/draft.csv", "/admin/audit.csv", "/admin/insight/questions.csv", "/admin/insight/options.csv", "/admin/insight/days.csv"}
	for _, path := range tables {
		opened(t, v.get(path).want(t, http.StatusOK), ',')
	}
	v = h.in(t, germans)
	v.signIn("mira@example.org", password)
	for _, path := range tables {
		opened(t, v.get(path).want(t, http.StatusOK), ';')
	}
	rows := opened(t, v.get("/admin/export/draft.csv"), ';')
	loading := slices.Index(rows[0], "loading_setting")
	if text := rows[1][3]; loading < 0 || !slices.ContainsFunc(rows, func(row []string) bool {
		return strings.HasPrefix(row[loading], "-0,") || strings.HasPrefix(row[loading], "0,")
	}) {
		t.Errorf("no loading has a decimal comma; the first question is %q", text)
	}
	if !slices.ContainsFunc(rows, func(row []string) bool { return row[3] == "Größe „zählt“." }) {
		t.Error("the letters of the question are not as they were typed")
	}
}
