//go:build !race

package store

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

var changesAudit = regexp.MustCompile(`(?i)(update|delete\s+from|insert\s+or\s+\w+\s+into|drop\s+table)\s+audit_log\b`)

func TestTheAuditLogOnlyGrows(t *testing.T) {
	for _, q := range queries(t) {
		if changesAudit.MatchString(q.text) || strings.Contains(q.text, "INTO audit_log") && strings.Contains(q.text, "DO UPDATE") {
			t.Errorf("%s: %s changes what was written down", q.at, q.function)
		}
	}
	onBoth(t, theAuditLogOnlyGrows)
}

func theAuditLogOnlyGrows(t *testing.T, s *Store) {
	_, err := s.StartDraft(t.Context(), 1, "ada", testNow)
	must(t, err)
	before, err := s.Audit(t.Context(), quiz.AuditFilter{})
	must(t, err)
	for _, name := range slices.Sorted(maps.Keys(attempts)) {
		attempts[name](t.Context(), s, content.First())
		after, err := s.Audit(t.Context(), quiz.AuditFilter{})
		must(t, err)
		if len(after) < len(before) || !slices.Equal(after[len(after)-len(before):], before) {
			t.Fatalf("%s changed an entry", name)
		}
		before = after
	}
	if len(before) < 5 {
		t.Errorf("only %d entries were written", len(before))
	}
}
