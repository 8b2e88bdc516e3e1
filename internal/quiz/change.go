package quiz

import (
	"slices"
	"strings"
	"time"
)

// Change says which save of the draft changed a field last. One without a
// field is the begin of the draft: it changed everything.
type Change struct {
	Field    string
	Revision int64 // that the save gave the draft
	By       string
	At       time.Time
}

// Contested parts what a form about a subject would change into what somebody
// changed since the form was made, and the rest. By says who, the latest last.
func Contested(subject string, diffs []FieldDiff, since []Change) (both, rest []FieldDiff, by []Change) {
	for _, d := range diffs {
		found := false
		for _, c := range since {
			if undone(c.Field, d) && !follows(subject, d.Field) {
				found = true
				if !slices.Contains(by, c) {
					by = append(by, c)
				}
			}
		}
		if found {
			both = append(both, d)
		} else {
			rest = append(rest, d)
		}
	}
	slices.SortStableFunc(by, func(a, b Change) int { return int(a.Revision - b.Revision) })
	return both, rest, by
}

// undone reports whether a difference would take back a change of the field.
// What comes up where nothing is takes back only that it went.
func undone(field string, d FieldDiff) bool {
	if d.Before == "" {
		return field == "" || field == d.Field
	}
	return overlap(field, d.Field)
}

// overlap reports whether one field is the other or holds it.
func overlap(a, b string) bool {
	return a == "" || a == b || strings.HasPrefix(a, b+".") || strings.HasPrefix(b, a+".")
}

// follows reports whether a form about something else changes the field only
// because it goes along: the answers of scenarios when an option moves or a
// question goes, the shares of roles when one comes or goes. That works on what
// there is, whoever gave it.
func follows(subject, field string) bool {
	switch {
	case strings.HasPrefix(field, "scenarios.") && strings.HasSuffix(field, ".answers"):
		return !overlap(subject, field)
	case strings.HasPrefix(field, "roles.") && strings.HasSuffix(field, ".prior"):
		return subject != "roles.prior"
	}
	return false
}
