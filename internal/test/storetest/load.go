package storetest

import (
	"context"
	"sync"
	"testing"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

func manyAtOnce(t *testing.T, open func(t testing.TB) *store.Store, seeded opener) {
	t.Run("two hundred takers finish at once", func(t *testing.T) {
		s := seeded(t)
		var takers sync.WaitGroup
		for n := range 200 {
			takers.Go(func() {
				if err := s.AddResult(t.Context(), Result(n)); err != nil {
					t.Error(err)
				}
				if got, err := s.Result(t.Context(), ResultID(n)); err != nil || got != Result(n) {
					t.Errorf("taker %d finds %+v, %v", n, got, err)
				}
			})
		}
		takers.Wait()
	})
	t.Run("a refused result does not fail those kept beside it", func(t *testing.T) {
		s := seeded(t)
		var takers sync.WaitGroup
		for n := range 50 {
			takers.Go(func() {
				r := Result(n)
				if n%10 == 0 {
					r.Version = 99
				}
				if err := s.AddResult(t.Context(), r); (err != nil) != (n%10 == 0) {
					t.Errorf("taker %d: %v", n, err)
				}
			})
		}
		takers.Wait()
	})
	t.Run("one empty database is seeded once", func(t *testing.T) {
		s := open(t)
		var starts sync.WaitGroup
		for range 6 {
			starts.Go(func() {
				if err := s.SeedFirst(t.Context(), content.First(), Now); err != nil {
					t.Error(err)
				}
			})
		}
		starts.Wait()
		if id, err := s.PublishedID(t.Context()); id != 1 || err != nil {
			t.Errorf("published version %d, %v", id, err)
		}
	})
}

func closed(t *testing.T, seeded opener) {
	s := seeded(t)
	must(t, s.Ping(t.Context()))
	must(t, s.Close())
	must(t, s.Close())
	calls := map[string]func(context.Context) error{
		"Ping":          s.Ping,
		"SeedFirst":     func(ctx context.Context) error { return s.SeedFirst(ctx, content.First(), Now) },
		"PublishedID":   func(ctx context.Context) error { _, err := s.PublishedID(ctx); return err },
		"Version":       func(ctx context.Context) error { _, err := s.Version(ctx, 1); return err },
		"AddResult":     func(ctx context.Context) error { return s.AddResult(ctx, Result(1)) },
		"Result":        func(ctx context.Context) error { _, err := s.Result(ctx, ResultID(1)); return err },
		"DeleteResult":  func(ctx context.Context) error { return s.DeleteResult(ctx, ResultID(1), Now) },
		"AddShare":      func(ctx context.Context) error { return s.AddShare(ctx, Share(ResultID(1), 1)) },
		"Shares":        func(ctx context.Context) error { _, err := s.Shares(ctx, ResultID(1)); return err },
		"Share":         func(ctx context.Context) error { _, _, err := s.Share(ctx, quiz.ShareID{}); return err },
		"RevokeShare":   func(ctx context.Context) error { return s.RevokeShare(ctx, ResultID(1), quiz.ShareID{}, Now) },
		"AddGroup":      func(ctx context.Context) error { g, _ := Group(quiz.Named, 1); return s.AddGroup(ctx, g) },
		"InvitedGroup":  func(ctx context.Context) error { _, err := s.InvitedGroup(ctx, groupID(1)); return err },
		"GroupsOf":      func(ctx context.Context) error { _, err := s.GroupsOf(ctx, ResultID(1)); return err },
		"GroupMembers":  func(ctx context.Context) error { _, _, err := s.GroupMembers(ctx, groupID(1)); return err },
		"JoinGroup":     func(ctx context.Context) error { return s.JoinGroup(ctx, quiz.Member{}, Now) },
		"LeaveGroup":    func(ctx context.Context) error { return s.LeaveGroup(ctx, groupID(1), ResultID(1)) },
		"CloseGroup":    func(ctx context.Context) error { return s.CloseGroup(ctx, groupID(1), Now, noPicture) },
		"EndingGroups":  func(ctx context.Context) error { _, err := s.EndingGroups(ctx, Now, 5); return err },
		"Draft":         func(ctx context.Context) error { _, _, err := s.Draft(ctx); return err },
		"DraftChanges":  func(ctx context.Context) error { _, err := s.DraftChanges(ctx, 0); return err },
		"StartDraft":    func(ctx context.Context) error { _, err := s.StartDraft(ctx, 1, "ada@example.org", Now); return err },
		"SaveDraft":     func(ctx context.Context) error { return s.SaveDraft(ctx, content.First(), entry("save")) },
		"ImportDraft":   func(ctx context.Context) error { return s.ImportDraft(ctx, content.First(), entry("import")) },
		"DiscardDraft":  func(ctx context.Context) error { return s.DiscardDraft(ctx, 1, entry("discard")) },
		"Publish":       func(ctx context.Context) error { _, err := s.Publish(ctx, 1, "Why not", entry("publish")); return err },
		"Versions":      func(ctx context.Context) error { _, err := s.Versions(ctx); return err },
		"Latest":        func(ctx context.Context) error { _, err := s.LatestResults(ctx, 1); return err },
		"Audit":         func(ctx context.Context) error { _, err := s.Audit(ctx, quiz.AuditFilter{}); return err },
		"Admins":        func(ctx context.Context) error { _, err := s.Admins(ctx); return err },
		"AdminByEmail":  func(ctx context.Context) error { _, err := s.AdminByEmail(ctx, "ada@example.org"); return err },
		"Session":       func(ctx context.Context) error { _, _, err := s.Session(ctx, auth.Digest{}); return err },
		"EndSession":    func(ctx context.Context) error { return s.EndSession(ctx, auth.Digest{}) },
		"AddOutcome":    func(ctx context.Context) error { return s.AddOutcome(ctx, Outcome(1)) },
		"Outcome":       func(ctx context.Context) error { _, err := s.Outcome(ctx, ResultID(1)); return err },
		"RemoveOutcome": func(ctx context.Context) error { return s.RemoveOutcome(ctx, ResultID(1)) },
		"Reported":      func(ctx context.Context) error { _, err := s.Reported(ctx, 1, 5); return err },
		"OpenUntil":     func(ctx context.Context) error { _, err := s.OpenUntil(ctx); return err },
		"FirstOpen":     func(ctx context.Context) error { _, err := s.FirstOpen(ctx, Now); return err },
		"SaidIn":        func(ctx context.Context) error { _, err := s.SaidIn(ctx, quiz.MonthOf(Now), 5); return err },
		"KeepOpen":      func(ctx context.Context) error { return s.KeepOpen(ctx, "ada", 0, 1, nil) },
		"OpenRows":      func(ctx context.Context) error { _, err := s.OpenRows(ctx, 1, 5); return err },
		"CountSteps":    func(ctx context.Context) error { return s.CountSteps(ctx, nil) },
		"StepTotals":    func(ctx context.Context) error { _, err := s.StepTotals(ctx, 1, 0, today); return err },
		"DayParts":      func(ctx context.Context) error { _, err := s.DayParts(ctx, 1, "totals", 0, today); return err },
		"KeepDay":       func(ctx context.Context) error { return s.KeepDay(ctx, "ada", today, 0, nil) },
		"StaleDays":     func(ctx context.Context) error { _, err := s.StaleDays(ctx); return err },
		"MarkStale":     func(ctx context.Context) error { return s.MarkStale(ctx, today) },
		"DayResults":    func(ctx context.Context) error { return s.DayResults(ctx, today, nil) },
		"FirstFinish":   func(ctx context.Context) error { _, err := s.FirstFinish(ctx, Now); return err },
		"Lease":         func(ctx context.Context) error { _, err := s.Lease(ctx, "ada", Now, Now); return err },
		"RolledAt":      func(ctx context.Context) error { _, err := s.RolledAt(ctx); return err },
		"KeepRun":       func(ctx context.Context) error { return s.KeepRun(ctx, "ada", Now) },
		"CountResults":  func(ctx context.Context) error { _, err := s.CountResults(ctx); return err },
		"Simulated":     func(ctx context.Context) error { _, err := s.Simulated(ctx); return err },
		"AddSimulated":  func(ctx context.Context) error { return s.AddSimulated(ctx, 1) },
	}
	for name, call := range calls {
		t.Run("a closed store says that it does not answer to "+name, func(t *testing.T) {
			wantError(t, call(t.Context()), quiz.ErrUnavailable)
		})
	}
}
