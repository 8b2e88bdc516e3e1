package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"whichpm/internal/quiz"
	"whichpm/internal/test/long"
)

func TestOfSixteenEditorsOneWinsEachRevision(t *testing.T) {
	s := openNew(t)
	first, err := s.StartDraft(t.Context(), 1, "ada@example.org", testNow)
	must(t, err)
	var mu sync.Mutex
	winners, stale := map[int64]string{}, 0
	var editors sync.WaitGroup
	for n := range 16 {
		editors.Go(func() {
			for save := range long.Pick(5, 50) {
				draft, _, err := s.Draft(t.Context())
				if err != nil {
					t.Error(err)
					return
				}
				draft.Title = fmt.Sprintf("Editor %d, save %d", n, save)
				err = s.SaveDraft(t.Context(), draft, quiz.AuditEntry{At: testNow, By: "ada@example.org", Action: quiz.ActionSaveDraft})
				mu.Lock()
				switch {
				case errors.Is(err, quiz.ErrStale):
					stale++
				case err != nil:
					t.Error(err)
				case winners[draft.Revision] != "":
					t.Errorf("revision %d is %q and %q", draft.Revision, winners[draft.Revision], draft.Title)
				default:
					winners[draft.Revision] = draft.Title
				}
				mu.Unlock()
			}
		})
	}
	editors.Wait()
	last, _, err := s.Draft(t.Context())
	must(t, err)
	if saved := int(last.Revision - first.Revision); saved != len(winners) || winners[last.Revision] != last.Title {
		t.Errorf("%d saves won and %d are kept; the last is %q", len(winners), saved, last.Title)
	}
	t.Logf("%d saves won, %d were told that somebody else was first", len(winners), stale)
	if stale == 0 {
		t.Error("nobody was in the way of anybody")
	}
}
