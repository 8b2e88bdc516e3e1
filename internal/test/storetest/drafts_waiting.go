package storetest

import (
	"bytes"
	"errors"
	"strconv"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func waiting(t *testing.T, s *store.Store) []quiz.WaitingDraft {
	t.Helper()
	list, err := s.WaitingDrafts(t.Context())
	must(t, err)
	return list
}

func draftsWaiting(t *testing.T, seeded opener) {
	t.Run("a draft that was set aside is taken up again byte for byte, under new numbers", func(t *testing.T) {
		s := seeded(t)
		v := edited(started(t, s))
		must(t, s.SaveDraft(t.Context(), v, entry("save")))
		was := exported(t, s)
		must(t, s.SetAside(t.Context(), v.Revision, " Autumn ", entry("")))
		_, _, err := s.Draft(t.Context())
		wantError(t, err, quiz.ErrNotFound)
		list := waiting(t, s)
		if len(list) != 1 || list[0].Name != "Autumn" || list[0].By != "ada@example.org" || list[0].Base != 1 || list[0].Title != v.Title {
			t.Fatalf("there wait %+v", list)
		}
		must(t, s.TakeUp(t.Context(), list[0].ID, 0, "", entry(quiz.ActionTakeUp)))
		if got := exported(t, s); !bytes.Equal(got, was) {
			t.Errorf("it is\n%s\nwas\n%s", got, was)
		}
		if again := revisionOf(t, s); again <= v.Revision || len(waiting(t, s)) > 0 {
			t.Errorf("revision %d follows %d, and there wait %+v", again, v.Revision, waiting(t, s))
		}
		wantError(t, s.SaveDraft(t.Context(), v, entry("save")), quiz.ErrStale)
	})
	t.Run("a draft takes the place of another only under a name, and only as that was seen", func(t *testing.T) {
		s := seeded(t)
		v := started(t, s)
		must(t, s.SetAside(t.Context(), v.Revision, "First", entry("")))
		id := waiting(t, s)[0].ID
		started(t, s)
		saveTitle(t, s, "The second")
		wantError(t, s.TakeUp(t.Context(), id, 0, "", entry("take")), quiz.ErrDraftExists)
		wantError(t, s.TakeUp(t.Context(), id, revisionOf(t, s)-1, "Second", entry("take")), quiz.ErrStale)
		if list := waiting(t, s); len(list) != 1 || titleOf(t, s) != "The second" {
			t.Fatalf("a refused one changed something: %+v", list)
		}
		must(t, s.TakeUp(t.Context(), id, revisionOf(t, s), "First", entry("take"))) // that name is free now
		list := waiting(t, s)
		if len(list) != 1 || list[0].Name != "First" || list[0].Title != "The second" || titleOf(t, s) != v.Title {
			t.Errorf("there wait %+v beside %q", list, titleOf(t, s))
		}
	})
	t.Run("names differ, are some text, and at most ten drafts wait", func(t *testing.T) {
		s := seeded(t)
		for n := range quiz.MostWaiting {
			must(t, s.SetAside(t.Context(), started(t, s).Revision, strconv.Itoa(n), entry("")))
		}
		v := started(t, s)
		wantError(t, s.SetAside(t.Context(), v.Revision, "3", entry("")), quiz.ErrNameTaken)
		wantError(t, s.SetAside(t.Context(), v.Revision, "one more", entry("")), quiz.ErrTooMany)
		if _, refused := errors.AsType[quiz.Problems](s.SetAside(t.Context(), v.Revision, "  ", entry(""))); !refused {
			t.Error("a draft waits without a name")
		}
		list := waiting(t, s)
		wantError(t, s.RenameWaiting(t.Context(), list[0].ID, "3", entry("rename")), quiz.ErrNameTaken)
		must(t, s.RenameWaiting(t.Context(), list[0].ID, "Spring", entry("rename")))
		must(t, s.DeleteWaiting(t.Context(), list[1].ID, entry("delete")))
		if list := waiting(t, s); len(list) != quiz.MostWaiting-1 || list[0].Name != "Spring" {
			t.Errorf("there wait %+v", list)
		}
		must(t, s.SetAside(t.Context(), v.Revision, "one more", entry("")))
	})
	t.Run("the draft that was discarded last can be put back", func(t *testing.T) {
		s := seeded(t)
		for _, title := range []string{"One", "Two"} {
			started(t, s)
			saveTitle(t, s, title)
			must(t, s.DiscardDraft(t.Context(), revisionOf(t, s), entry("discard")))
		}
		list := waiting(t, s)
		if len(list) != 1 || !list[0].Discarded() || list[0].Title != "Two" {
			t.Fatalf("there wait %+v", list)
		}
		must(t, s.TakeUp(t.Context(), list[0].ID, 0, "", entry("take")))
		if got := titleOf(t, s); got != "Two" || len(waiting(t, s)) > 0 {
			t.Errorf("%q is back", got)
		}
	})
	t.Run("what does not wait is not found", func(t *testing.T) {
		s := seeded(t)
		wantError(t, s.TakeUp(t.Context(), 7, 0, "", entry("take")), quiz.ErrNotFound)
		wantError(t, s.RenameWaiting(t.Context(), 7, "x", entry("rename")), quiz.ErrNotFound)
		wantError(t, s.DeleteWaiting(t.Context(), 7, entry("delete")), quiz.ErrNotFound)
		_, err := s.WaitingContent(t.Context(), 7)
		wantError(t, err, quiz.ErrNotFound)
		wantError(t, s.SetAside(t.Context(), 7, "x", entry("")), quiz.ErrStale)
	})
}
