package quiz_test

import (
	"testing"

	"whichpm/internal/quiz"
)

func TestOnlyWhatAFormWouldUndoIsContested(t *testing.T) {
	changed := quiz.FieldDiff{Before: "as saved", After: "as typed"}
	added := quiz.FieldDiff{After: "as typed"}
	for _, c := range []struct {
		what, subject, field, since string
		diff                        quiz.FieldDiff
		want                        bool
	}{
		{"the same field", "questions.h1", "questions.h1.text", "questions.h1.text", changed, true},
		{"another field", "questions.h1", "questions.h1.text", "questions.h1.source", changed, false},
		{"another question", "questions.h1", "questions.h1.text", "questions.h12.text", changed, false},
		{"a question with what changed in it", "questions.h1", "questions.h1", "questions.h1.text", changed, true},
		{"a field of a question that came since", "questions.h1", "questions.h1.text", "questions.h1", changed, true},
		{"anything in a draft begun since", "title", "title", "", changed, true},
		{"a text where one was taken away", "title", "title", "title", added, true},
		{"a new question beside another", "questions", "questions.h2", "questions.h1", added, false},
		{"a profile for a role that came since", "dimensions", "roles.r.profile.d.spread", "roles.r", added, false},
		{"answers that follow an option", "questions.h1", "scenarios.s.answers", "scenarios.s.answers", changed, false},
		{"answers of the scenario itself", "scenarios.s", "scenarios.s.answers", "scenarios.s.answers", changed, true},
		{"shares that make room for a role", "roles", "roles.r.prior", "roles.r.prior", changed, false},
		{"shares that are typed", "roles.prior", "roles.r.prior", "roles.r.prior", changed, true},
	} {
		t.Run(c.what, func(t *testing.T) {
			c.diff.Field = c.field
			both, rest, by := quiz.Contested(c.subject, []quiz.FieldDiff{c.diff}, []quiz.Change{{Field: c.since, By: "ada"}})
			if got := len(both) == 1 && len(rest) == 0 && len(by) == 1; got != c.want || len(both)+len(rest) != 1 {
				t.Errorf("contested are %v of %v, by %v", both, rest, by)
			}
		})
	}
}

func TestWhoChangedTheSameComesInTheOrderTheySaved(t *testing.T) {
	diffs := []quiz.FieldDiff{{Field: "title", Before: "a", After: "b"}, {Field: "guide.credit", Before: "a", After: "b"}}
	since := []quiz.Change{{Field: "title", Revision: 9, By: "ben"}, {Field: "guide.credit", Revision: 8, By: "ada"}}
	if _, _, by := quiz.Contested("", diffs, since); len(by) != 2 || by[0].By != "ada" || by[1].By != "ben" {
		t.Errorf("got %v", by)
	}
}
