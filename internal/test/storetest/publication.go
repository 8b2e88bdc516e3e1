package storetest

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func publication(t *testing.T, seeded opener) {
	t.Run("a published draft takes the place of what was published", func(t *testing.T) {
		s := seeded(t)
		must(t, s.AddResult(t.Context(), Result(1)))
		v := edited(started(t, s))
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		id, err := s.Publish(t.Context(), v.Revision, " Clearer wording\n", entry("publish"))
		must(t, err)
		if now, err := s.PublishedID(t.Context()); now != id || id != v.ID || err != nil {
			t.Errorf("version %d is published, not %d: %v", now, id, err)
		}
		got, err := s.Version(t.Context(), id)
		must(t, err)
		v.State, v.Note, v.PublishedAt = quiz.Published, "Clearer wording", Now.Add(time.Hour)
		if !reflect.DeepEqual(got, v) {
			t.Errorf("got\n%+v\nwant\n%+v", got, v)
		}
		_, _, err = s.Draft(t.Context())
		wantError(t, err, quiz.ErrNotFound)
		old, err := s.Version(t.Context(), 1)
		must(t, err)
		if old.State != quiz.Retired || old.Hash() != content.First().Hash() {
			t.Errorf("the version before is %s", old.State)
		}
		if r, err := s.Result(t.Context(), ResultID(1)); r != Result(1) || err != nil {
			t.Errorf("its result is %+v, %v", r, err)
		}
		must(t, s.AddResult(t.Context(), Result(2))) // a taker who was under way
	})
	t.Run("publishing asks for a note and for what was seen", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		for _, note := range []string{"", " \n", strings.Repeat("x", 1001)} {
			_, err := s.Publish(t.Context(), v.Revision, note, entry("publish"))
			problems, _ := errors.AsType[quiz.Problems](err)
			if problems.For("note") == "" {
				t.Errorf("%.10q: %v", note, err)
			}
		}
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		_, err := s.Publish(t.Context(), v.Revision-1, "Why not", entry("publish"))
		wantError(t, err, quiz.ErrStale)
		if id, err := s.PublishedID(t.Context()); id != 1 || err != nil {
			t.Errorf("version %d is published: %v", id, err)
		}
	})
	t.Run("an old version is restored as a new draft", func(t *testing.T) {
		s := seeded(t)
		v := edited(started(t, s))
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		_, err := s.Publish(t.Context(), v.Revision, "Clearer wording", entry("publish"))
		must(t, err)
		back := started(t, s)
		if back.ID != 3 || back.State != quiz.Draft || back.Note != "" || !back.PublishedAt.IsZero() || back.Hash() != content.First().Hash() {
			t.Errorf("version %d, %s, %q", back.ID, back.State, back.Note)
		}
		wantError(t, s.SaveDraft(t.Context(), v, entry("save")), quiz.ErrStale)
	})
	t.Run("the versions are listed newest first with who and why", func(t *testing.T) {
		s := seeded(t)
		v := edited(started(t, s))
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		_, err := s.Publish(t.Context(), v.Revision, "Clearer wording", entry("publish"))
		must(t, err)
		third, err := s.StartDraft(t.Context(), 2, "bob@example.org", Now.Add(2*time.Hour))
		must(t, err)
		got, err := s.Versions(t.Context())
		must(t, err)
		at := Now.Add(time.Hour)
		want := []quiz.VersionInfo{
			{ID: 3, State: quiz.Draft, Revision: third.Revision, Title: v.Title, By: "bob@example.org", SavedAt: Now.Add(2 * time.Hour), Hash: v.Hash()},
			{ID: 2, State: quiz.Published, Revision: v.Revision, Title: v.Title, Note: "Clearer wording", By: "ada@example.org", SavedAt: at, PublishedAt: at, Hash: v.Hash()},
			{ID: 1, State: quiz.Retired, Title: content.First().Title, SavedAt: Now, PublishedAt: Now, Hash: content.First().Hash()},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
	})
	t.Run("the latest results are those that count, newest first", func(t *testing.T) {
		s := seeded(t)
		for n := range 10 { // every other one was hurried
			must(t, s.AddResult(t.Context(), Result(n)))
		}
		must(t, s.DeleteResult(t.Context(), ResultID(6), Now))
		got, err := s.LatestResults(t.Context(), 3)
		must(t, err)
		if want := []quiz.Result{Result(8), Result(4), Result(2)}; !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%+v\nwant\n%+v", got, want)
		}
	})
}
