//go:build !race

package store

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/brand"
	"whichpm/internal/quiz"
)

// methodCall calls a method in the ways that come closest to changing version 1.
// Whether it is refused is for other tests.
type methodCall func(ctx context.Context, s *Store, tried *quiz.Version)

// attempts has every method of the store but Close. Of a new method say here
// how it could reach a published version.
var quizAttempts = map[string]methodCall{
	"AddAdmin": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.AddAdmin(ctx, auth.Admin{}, auth.Admin{ID: "1"}, tryEntry)
	},
	"AddLimitCounts": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.AddLimitCounts(ctx, []auth.LimitCount{{Began: testNow, N: 1}})
	},
	"AddOutcome": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.AddOutcome(ctx, quiz.Outcome{Result: result(7).ID, Role: quiz.OtherRole, Suits: 3, SaidAt: testNow})
	},
	"KeepResult": func(ctx context.Context, s *Store, _ *quiz.Version) {
		r := result(8)
		r.Version = 1
		_, _ = s.KeepResult(ctx, r)
		r.ID, r.Origin = result(9).ID, result(10).ID
		_, _ = s.KeepResult(ctx, r)
	},
	"AddResult": func(ctx context.Context, s *Store, _ *quiz.Version) {
		r := result(7)
		r.Version = 1
		_ = s.AddResult(ctx, r)
	},
	"Brand":         func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Brand(ctx) },
	"BrandRevision": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.BrandRevision(ctx) },
	"RemoveBrand":   func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.RemoveBrand(ctx, 0, tryEntry) },
	"SaveBrand": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.SaveBrand(ctx, brand.Brand{Settings: brand.Settings{Name: "Ada"}}, tryEntry)
	},
	"AddShare": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.AddShare(ctx, quiz.Share{Result: result(7).ID})
	},
	"AddSimulated": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.AddSimulated(ctx, 7) },
	"Admin":        func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Admin(ctx, "1") },
	"AdminByEmail": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.AdminByEmail(ctx, "1") },
	"Admins":       func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Admins(ctx) },
	"Audit":        func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Audit(ctx, quiz.AuditFilter{}) },
	"BackUp": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.BackUp(ctx, filepath.Join(os.TempDir(), "none", "copy.db"))
	},
	"BeginSession": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.BeginSession(ctx, auth.Session{Admin: "1"}, auth.Admin{ID: "1"})
	},
	"ChangeTries": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.ChangeTries(ctx, auth.Digest{1}, auth.Digest{2}, func(_, _ auth.Tries) (auth.Tries, auth.Tries) {
			return auth.Tries{Count: 1, At: testNow}, auth.Tries{Count: 1, At: testNow}
		})
	},
	"CountResults": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.CountResults(ctx) },
	"CountSteps": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.CountSteps(ctx, []quiz.StepCount{{Version: 1, Event: quiz.EventStarted, N: 1}})
	},
	"DayParts": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.DayParts(ctx, 1, "totals", 0, tryDay) },
	"DayResults": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.DayResults(ctx, tryDay, func(r quiz.Result, _ *quiz.Outcome) error {
			return s.AddShare(ctx, quiz.Share{Result: r.ID})
		})
	},
	"DraftChanges":   func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.DraftChanges(ctx, 0) },
	"DraftSaves":     func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.DraftSaves(ctx) },
	"WaitingDrafts":  func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.WaitingDrafts(ctx) },
	"WaitingContent": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.WaitingContent(ctx, 1) },
	"SetAside": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_ = s.SetAside(ctx, tried.Revision, "changed", tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) { _ = s.SetAside(ctx, d.Revision, "changed", tryEntry) })
	},
	"TakeUp": func(ctx context.Context, s *Store, tried *quiz.Version) {
		withDraft(ctx, s, func(d *quiz.Version) {
			_ = s.SetAside(ctx, d.Revision, "to take up", tryEntry)
			_ = s.TakeUp(ctx, 1, tried.Revision, "swapped", tryEntry)
			_ = s.TakeUp(ctx, 1, 0, "", tryEntry)
		})
	},
	"RenameWaiting": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.RenameWaiting(ctx, 1, "renamed", tryEntry) },
	"DeleteWaiting": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.DeleteWaiting(ctx, 1, tryEntry) },
	"KeepTyped": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.KeepTyped(ctx, quiz.WorkingCopy{Admin: "1", To: "/admin/guide", Page: "/admin/guide", Typed: "title=changed", At: testNow})
	},
	"TypedOn":           func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.TypedOn(ctx, "1", "/admin/guide") },
	"ForgetTyped":       func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.ForgetTyped(ctx, "1", "/admin/guide") },
	"ForgetTypedBefore": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.ForgetTypedBefore(ctx, testNow) },
	"SaveContent":       func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.SaveContent(ctx, 1) },
	"DeleteResult":      func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.DeleteResult(ctx, result(7).ID, testNow) },
	"DiscardDraft": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_ = s.DiscardDraft(ctx, tried.Revision, tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) { _ = s.DiscardDraft(ctx, d.Revision, tryEntry) })
	},
	"Undo": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_ = s.Undo(ctx, tried.Revision, tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) {
			d.Title = "changed"
			_ = s.SaveDraft(ctx, d, tryEntry)
			_ = s.Undo(ctx, d.Revision, tryEntry)
		})
	},
	"Redo": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_ = s.Redo(ctx, tried.Revision, tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) {
			d.Title = "changed"
			_ = s.SaveDraft(ctx, d, tryEntry)
			_ = s.Undo(ctx, d.Revision, tryEntry)
			_ = s.Redo(ctx, d.Revision+1, tryEntry)
		})
	},
	"Draft":       func(ctx context.Context, s *Store, _ *quiz.Version) { _, _, _ = s.Draft(ctx) },
	"Ended":       func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Ended(ctx, result(7).ID) },
	"EndSession":  func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.EndSession(ctx, auth.Digest{}) },
	"EndSessions": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.EndSessions(ctx, "1", tryEntry) },
	"FirstFinish": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.FirstFinish(ctx, time.Time{}) },
	"FinishedBefore": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.FinishedBefore(ctx, testNow.Add(time.Hour), 5)
	},
	"ForgetTries": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.ForgetTries(ctx, testNow) },
	"ImportDraft": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_ = s.ImportDraft(ctx, tried.Clone(), tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) {
			d.ID, d.Title = 1, "changed"
			_ = s.ImportDraft(ctx, d, tryEntry)
		})
	},
	"KeepDay": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.Lease(ctx, "try", testNow, testNow.Add(time.Hour))
		_ = s.KeepDay(ctx, "try", tryDay, 1, []quiz.DayPart{{Version: 1, Part: "totals", Sums: []byte{1}}})
	},
	"FirstOpen": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.FirstOpen(ctx, testNow) },
	"KeepOpen": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.Lease(ctx, "try", testNow, testNow.Add(time.Hour))
		_ = s.KeepOpen(ctx, "try", 0, quiz.MonthOf(testNow), []quiz.OpenRow{{Result: result(7).ID, Version: 1, People: 1}})
	},
	"OpenRows":      func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.OpenRows(ctx, 1, 5) },
	"OpenUntil":     func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.OpenUntil(ctx) },
	"SaidIn":        func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.SaidIn(ctx, quiz.MonthOf(testNow), 5) },
	"KeepRun":       func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.KeepRun(ctx, "try", testNow) },
	"LatestResults": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.LatestResults(ctx, 5) },
	"Lease": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.Lease(ctx, "try", testNow, testNow.Add(time.Hour))
	},
	"LimitCounts": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.LimitCounts(ctx, testNow, 1) },
	"MarkStale":   func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.MarkStale(ctx, tryDay) },
	"Origin":      func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Origin(ctx) },
	"Outcome":     func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Outcome(ctx, result(7).ID) },
	"Ping":        func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.Ping(ctx) },
	"Publish": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_, _ = s.Publish(ctx, tried.Revision, "changed", tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) { _, _ = s.Publish(ctx, d.Revision, "changed", tryEntry) })
	},
	"PublishedID":       func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.PublishedID(ctx) },
	"RemoveOutcome":     func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.RemoveOutcome(ctx, result(7).ID) },
	"RenewPasswordHash": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.RenewPasswordHash(ctx, "1", "", "") },
	"Reported":          func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Reported(ctx, 1, 5) },
	"ResetAdmin": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.ResetAdmin(ctx, auth.Admin{}, "1", "", true, tryEntry)
	},
	"Result": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Result(ctx, result(7).ID) },
	"RevokeShare": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.RevokeShare(ctx, result(7).ID, quiz.ShareID{}, testNow)
	},
	"RolledAt": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.RolledAt(ctx) },
	"SaveDraft": func(ctx context.Context, s *Store, tried *quiz.Version) {
		_ = s.SaveDraft(ctx, tried.Clone(), tryEntry)
		withDraft(ctx, s, func(d *quiz.Version) {
			d.ID, d.Title = 1, "changed"
			_ = s.SaveDraft(ctx, d, tryEntry)
		})
	},
	"AddChallenge": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.AddChallenge(ctx, auth.Challenge{}) },
	"AddPasskey": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.AddPasskey(ctx, auth.Admin{ID: "1"}, auth.Passkey{}, tryEntry)
	},
	"Passkey":  func(ctx context.Context, s *Store, _ *quiz.Version) { _, _, _ = s.Passkey(ctx, nil) },
	"Passkeys": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Passkeys(ctx, "1") },
	"RemovePasskey": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.RemovePasskey(ctx, auth.Admin{ID: "1"}, nil, auth.Digest{}, tryEntry)
	},
	"SignInWithPasskey": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SignInWithPasskey(ctx, auth.Session{Admin: "1"}, auth.Admin{ID: "1"}, auth.Passkey{}, tryEntry)
	},
	"TakeChallenge": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.TakeChallenge(ctx, auth.Digest{}, "", testNow)
	},
	"TouchSession": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.TouchSession(ctx, auth.Digest{}, testNow) },
	"SeedFirst":    func(ctx context.Context, s *Store, tried *quiz.Version) { _ = s.SeedFirst(ctx, tried, testNow) },
	"Session":      func(ctx context.Context, s *Store, _ *quiz.Version) { _, _, _ = s.Session(ctx, auth.Digest{}) },
	"SetAdminDisabled": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SetAdminDisabled(ctx, auth.Admin{}, "1", true, tryEntry)
	},
	"SetAdminPassword": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SetAdminPassword(ctx, auth.Admin{ID: "1"}, "", auth.Digest{}, tryEntry)
	},
	"SetAdminRole": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SetAdminRole(ctx, auth.Admin{}, "1", auth.Editor, tryEntry)
	},
	"SetRecoveryCodes": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SetRecoveryCodes(ctx, auth.Admin{ID: "1"}, nil, tryEntry)
	},
	"SetSecondFactor": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SetSecondFactor(ctx, auth.Admin{ID: "1"}, "", 0, nil, tryEntry)
	},
	"Share":  func(ctx context.Context, s *Store, _ *quiz.Version) { _, _, _ = s.Share(ctx, quiz.ShareID{}) },
	"Shares": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Shares(ctx, result(7).ID) },
	"SignIn": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.SignIn(ctx, auth.Session{Admin: "1"}, auth.Admin{ID: "1"}, auth.Digest{}, tryEntry)
	},
	"Simulated":  func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Simulated(ctx) },
	"StaleDays":  func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.StaleDays(ctx) },
	"StartDraft": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.StartDraft(ctx, 1, "ada", testNow) },
	"StepTotals": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.StepTotals(ctx, 1, 0, tryDay) },
	"UseRecoveryCode": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.UseRecoveryCode(ctx, auth.Admin{ID: "1"}, auth.Digest{}, tryEntry)
	},
	"UseStep": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.UseStep(ctx, auth.Admin{ID: "1"}, 1) },
	"Version": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Version(ctx, 1) },
	"VersionResults": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.VersionResults(ctx, 1, func(r quiz.Result, _ *quiz.Outcome) error {
			return s.AddShare(ctx, quiz.Share{Result: r.ID})
		})
	},
	"Versions": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.Versions(ctx) },
	"Waiting":  func(_ context.Context, s *Store, _ *quiz.Version) { _ = s.Waiting() },
}

var tryDay = quiz.DayOf(testNow)

var tryEntry = quiz.AuditEntry{At: testNow.Add(time.Hour), By: "ada@example.org", Action: "try"}

// withDraft makes sure that there is a draft.
func withDraft(ctx context.Context, s *Store, fn func(*quiz.Version)) {
	_, _ = s.StartDraft(ctx, 1, "ada", testNow)
	if d, _, err := s.Draft(ctx); err == nil {
		fn(d)
	}
}
