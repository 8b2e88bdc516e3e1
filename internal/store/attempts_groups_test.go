//go:build !race

package store

import (
	"context"
	"time"

	"whichpm/internal/quiz"
)

// attemptedGroup is open and without names.
var attemptedGroup = quiz.Group{
	ID: quiz.GroupID{1}, Organiser: quiz.OrganiserID{1}, Kind: quiz.Anonymous, Name: "Class 7", Least: quiz.LeastLeast,
	CreatedAt: testNow, ClosesAt: testNow.Add(time.Hour), EndsAt: testNow.Add(time.Hour),
}

// groupAttempts calls every method on groups.
var groupAttempts = map[string]methodCall{
	"AddGroup": func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.AddGroup(ctx, attemptedGroup) },
	"CloseGroup": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.CloseGroup(ctx, attemptedGroup.ID, testNow, func([]quiz.Result) (string, error) { return "", nil })
	},
	"DeleteGroup": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.DeleteGroup(ctx, attemptedGroup.ID, testNow)
	},
	"EndGroup":       func(ctx context.Context, s *Store, _ *quiz.Version) { _ = s.EndGroup(ctx, attemptedGroup.ID, tryEntry) },
	"EndingGroups":   func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.EndingGroups(ctx, testNow, 5) },
	"GroupHasEnough": func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.GroupHasEnough(ctx, attemptedGroup.ID) },
	"GroupMembers":   func(ctx context.Context, s *Store, _ *quiz.Version) { _, _, _ = s.GroupMembers(ctx, attemptedGroup.ID) },
	"GroupsOf":       func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.GroupsOf(ctx, result(7).ID) },
	"InvitedGroup":   func(ctx context.Context, s *Store, _ *quiz.Version) { _, _ = s.InvitedGroup(ctx, attemptedGroup.ID) },
	"JoinGroup": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.JoinGroup(ctx, quiz.Member{Group: attemptedGroup.ID, Result: result(7).ID}, testNow)
	},
	"JoinedGroup": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _, _ = s.JoinedGroup(ctx, attemptedGroup.ID, result(7).ID)
	},
	"LeaveGroup": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.LeaveGroup(ctx, attemptedGroup.ID, result(7).ID)
	},
	"OrganisedGroup": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_, _ = s.OrganisedGroup(ctx, attemptedGroup.Organiser)
	},
	"RenewInvitation": func(ctx context.Context, s *Store, _ *quiz.Version) {
		_ = s.RenewInvitation(ctx, attemptedGroup.ID, quiz.GroupID{7}, testNow)
	},
}
