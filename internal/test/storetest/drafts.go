package storetest

import (
	"errors"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// entry is what the audit log gets with a write an hour after Now.
func entry(action string) quiz.AuditEntry {
	return quiz.AuditEntry{At: Now.Add(time.Hour), By: "ada@example.org", Action: action}
}

// started opens a draft of version 1.
func started(t *testing.T, s *store.Store) *quiz.Version {
	t.Helper()
	v, err := s.StartDraft(t.Context(), 1, "ada@example.org", Now)
	must(t, err)
	return v
}

// edited changes a part of everything.
func edited(v *quiz.Version) *quiz.Version {
	v = v.Clone()
	v.Title = "Another title"
	v.Questions[3].Text = "Another wording"
	v.Questions[0], v.Questions[1] = v.Questions[1], v.Questions[0]
	v.Questions[5].Options[0].Loadings["lens"] = 0.25
	v.Roles[0].Content.Tagline = "Another tagline"
	v.Dimensions[0].Name = "Another name"
	v.Settings.ClearFrom = 0.8
	v.Guide.Credit = "Another credit"
	v.Scenarios = v.Scenarios[1:]
	return v
}

func drafts(t *testing.T, seeded opener) {
	t.Run("without a draft there is none to find, save, discard or publish", func(t *testing.T) {
		s := seeded(t)
		_, _, err := s.Draft(t.Context())
		wantError(t, err, quiz.ErrNotFound)
		v := content.First()
		wantError(t, s.SaveDraft(t.Context(), v, entry("save")), quiz.ErrStale)
		wantError(t, s.DiscardDraft(t.Context(), 0, entry("discard")), quiz.ErrStale)
		_, err = s.Publish(t.Context(), 0, "Why not", entry("publish"))
		wantError(t, err, quiz.ErrStale)
	})
	t.Run("a draft starts as a copy of a version", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		want := content.First()
		want.ID, want.Revision = 2, v.Revision
		got, saved, err := s.Draft(t.Context())
		must(t, err)
		if !reflect.DeepEqual(v, want) || !reflect.DeepEqual(got, want) {
			t.Errorf("started\n%+v\ngot\n%+v\nwant\n%+v", v, got, want)
		}
		if saved != (quiz.Saved{By: "ada@example.org", At: Now}) {
			t.Errorf("saved %+v", saved)
		}
	})
	t.Run("there is one draft at a time, of a version that exists", func(t *testing.T) {
		s := seeded(t)
		_, err := s.StartDraft(t.Context(), 7, "ada@example.org", Now)
		wantError(t, err, quiz.ErrNotFound)
		started(t, s)
		_, err = s.StartDraft(t.Context(), 1, "bob@example.org", Now)
		wantError(t, err, quiz.ErrDraftExists)
		wantError(t, s.ImportDraft(t.Context(), content.First(), entry("import")), quiz.ErrDraftExists)
	})
	t.Run("a saved draft comes back as it was saved", func(t *testing.T) {
		s := seeded(t)
		v := edited(started(t, s))
		revision := v.Revision
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		got, saved, err := s.Draft(t.Context())
		must(t, err)
		if v.Revision != revision+1 || !reflect.DeepEqual(got, v) || got.Hash() != v.Hash() {
			t.Errorf("got\n%+v\nwant\n%+v", got, v)
		}
		if saved != (quiz.Saved{By: "ada@example.org", At: Now.Add(time.Hour)}) {
			t.Errorf("saved %+v", saved)
		}
	})
	t.Run("of two admins who save the same draft the second is told", func(t *testing.T) {
		s := seeded(t)
		one := edited(started(t, s))
		other := one.Clone()
		other.Title = "A third title"
		must(t, s.SaveDraft(t.Context(), one, entry("save")))
		wantError(t, s.SaveDraft(t.Context(), other, entry("save")), quiz.ErrStale)
		got, _, err := s.Draft(t.Context())
		must(t, err)
		if !reflect.DeepEqual(got, one) {
			t.Errorf("got %q, revision %d", got.Title, got.Revision)
		}
	})
	t.Run("of twenty admins who save at once one wins", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		var saves sync.WaitGroup
		var won atomic.Int32
		for range 20 {
			saves.Go(func() {
				err := s.SaveDraft(t.Context(), v.Clone(), entry("save"))
				if err == nil {
					won.Add(1)
				} else if !errors.Is(err, quiz.ErrStale) {
					t.Error(err)
				}
			})
		}
		saves.Wait()
		if won.Load() != 1 {
			t.Errorf("%d saves won", won.Load())
		}
	})
	t.Run("a version that cannot be asked is not saved", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		v.Questions[0].Text = strings.Repeat("a", 301)
		for name, err := range map[string]error{
			"saved":    s.SaveDraft(t.Context(), v, entry("save")),
			"imported": s.ImportDraft(t.Context(), v, entry("import")),
		} {
			problems, _ := errors.AsType[quiz.Problems](err)
			if problems.For("questions.c1.text") == "" {
				t.Errorf("%s: %v", name, err)
			}
		}
		got, _, err := s.Draft(t.Context())
		must(t, err)
		if got.Questions[0].Text == v.Questions[0].Text {
			t.Error("it was saved")
		}
	})
	t.Run("a discarded draft is gone and its numbers are not given again", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		wantError(t, s.DiscardDraft(t.Context(), v.Revision-1, entry("discard")), quiz.ErrStale)
		must(t, s.DiscardDraft(t.Context(), v.Revision, entry("discard")))
		_, _, err := s.Draft(t.Context())
		wantError(t, err, quiz.ErrNotFound)
		_, err = s.Version(t.Context(), v.ID)
		wantError(t, err, quiz.ErrNotFound)
		next := started(t, s)
		if next.ID <= v.ID || next.Revision <= v.Revision {
			t.Errorf("version %d, revision %d follow %d and %d", next.ID, next.Revision, v.ID, v.Revision)
		}
		wantError(t, s.SaveDraft(t.Context(), v, entry("save")), quiz.ErrStale)
	})
	t.Run("a version is imported as a draft or in place of the one that was seen", func(t *testing.T) {
		s := seeded(t)
		v := edited(content.First())
		must(t, s.ImportDraft(t.Context(), v, entry("import")))
		got, _, err := s.Draft(t.Context())
		must(t, err)
		if v.ID != 2 || !reflect.DeepEqual(got, v) {
			t.Errorf("got\n%+v\nwant\n%+v", got, v)
		}
		again := content.First()
		again.Revision = v.Revision
		must(t, s.ImportDraft(t.Context(), again, entry("import")))
		if again.ID != 2 || again.Revision != v.Revision+1 {
			t.Errorf("version %d, revision %d", again.ID, again.Revision)
		}
		wantError(t, s.ImportDraft(t.Context(), v, entry("import")), quiz.ErrStale)
	})
}
