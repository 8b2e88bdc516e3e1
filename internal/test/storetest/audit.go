package storetest

import (
	"reflect"
	"testing"
	"time"

	"whichpm/internal/quiz"
)

func audit(t *testing.T, seeded opener) {
	t.Run("what is done to a version is written down", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		e := entry(quiz.ActionSaveDraft)
		e.Subject, e.Before, e.After = "questions.h1.text", "before", "after"
		must(t, s.SaveDraft(t.Context(), v, e))
		_, err := s.Publish(t.Context(), v.Revision, "Clearer wording", entry(quiz.ActionPublish))
		must(t, err)
		v = started(t, s)
		must(t, s.DiscardDraft(t.Context(), v.Revision, entry(quiz.ActionDiscardDraft)))
		v.Revision = 0
		must(t, s.ImportDraft(t.Context(), v, entry(quiz.ActionImportDraft)))
		got, err := s.Audit(t.Context(), quiz.AuditFilter{})
		must(t, err)
		at, by := Now.Add(time.Hour), "ada@example.org"
		want := []quiz.AuditEntry{
			{ID: 6, At: at, By: by, Action: quiz.ActionImportDraft, Subject: "version 4"},
			{ID: 5, At: at, By: by, Action: quiz.ActionDiscardDraft, Subject: "version 3"},
			{ID: 4, At: Now, By: by, Action: quiz.ActionStartDraft, Subject: "version 3", Before: "version 1"},
			{ID: 3, At: at, By: by, Action: quiz.ActionPublish, Subject: "version 2", Reason: "Clearer wording"},
			{ID: 2, At: at, By: by, Action: quiz.ActionSaveDraft, Subject: "questions.h1.text", Before: "before", After: "after"},
			{ID: 1, At: Now, By: by, Action: quiz.ActionStartDraft, Subject: "version 2", Before: "version 1"},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
	})
	t.Run("what was refused is not written down, and nothing is done without an entry", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		stale := v.Clone()
		stale.Revision--
		wantError(t, s.SaveDraft(t.Context(), stale, entry("save")), quiz.ErrStale)
		if s.SaveDraft(t.Context(), edited(v), quiz.AuditEntry{At: Now, Action: "save"}) == nil {
			t.Error("nobody saved the draft")
		}
		got, _, err := s.Draft(t.Context())
		must(t, err)
		if !reflect.DeepEqual(got, v) {
			t.Error("the draft changed")
		}
		if entries, err := s.Audit(t.Context(), quiz.AuditFilter{}); len(entries) != 1 || err != nil {
			t.Errorf("%d entries, %v", len(entries), err)
		}
	})
	t.Run("entries are found by who, what, when and where", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		for n, e := range []quiz.AuditEntry{
			{By: "bob@example.org", Action: "save", Subject: "questions.h1.text"},
			{By: "ada@example.org", Action: "save", Subject: "questions.h1"},
			{By: "ada@example.org", Action: "look", Subject: "questions.h10.text"},
			{By: "ada@example.org", Action: "save", Subject: "title"},
		} {
			e.At = Now.Add(time.Duration(n+1) * time.Minute)
			must(t, s.SaveDraft(t.Context(), v, e))
		}
		for name, c := range map[string]struct {
			filter quiz.AuditFilter
			want   []int64
		}{
			"all":              {quiz.AuditFilter{}, []int64{5, 4, 3, 2, 1}},
			"by whom":          {quiz.AuditFilter{By: "bob@example.org"}, []int64{2}},
			"what":             {quiz.AuditFilter{Action: "save"}, []int64{5, 3, 2}},
			"where":            {quiz.AuditFilter{Subject: "questions.h1"}, []int64{3, 2}},
			"before a time":    {quiz.AuditFilter{Before: Now.Add(2 * time.Minute)}, []int64{2, 1}},
			"the next page":    {quiz.AuditFilter{BeforeID: 4, Limit: 2}, []int64{3, 2}},
			"all together":     {quiz.AuditFilter{By: "ada@example.org", Action: "save", Subject: "title", Before: Now.Add(time.Hour), Limit: 9}, []int64{5}},
			"a whole part":     {quiz.AuditFilter{Subject: "questions"}, []int64{4, 3, 2}},
			"somebody unknown": {quiz.AuditFilter{By: "eve@example.org"}, nil},
		} {
			got, err := s.Audit(t.Context(), c.filter)
			must(t, err)
			var ids []int64
			for _, e := range got {
				ids = append(ids, e.ID)
			}
			if !reflect.DeepEqual(ids, c.want) {
				t.Errorf("%s: got %v, want %v", name, ids, c.want)
			}
		}
	})
}
