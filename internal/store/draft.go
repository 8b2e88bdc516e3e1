package store

import (
	"context"
	"time"

	"whichpm/internal/quiz"
)

func (s *Store) Draft(ctx context.Context) (*quiz.Version, quiz.Saved, error) {
	return nil, quiz.Saved{}, quiz.ErrNotFound
}

func (s *Store) StartDraft(ctx context.Context, from int64, by string, now time.Time) (*quiz.Version, error) {
	return nil, quiz.ErrDraftExists
}

func (s *Store) SaveDraft(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error { return quiz.ErrStale }

func (s *Store) ImportDraft(ctx context.Context, v *quiz.Version, e quiz.AuditEntry) error { return quiz.ErrStale }

func (s *Store) DiscardDraft(ctx context.Context, revision int64, e quiz.AuditEntry) error { return quiz.ErrStale }

func (s *Store) Publish(ctx context.Context, revision int64, note string, e quiz.AuditEntry) (int64, error) {
	return 0, quiz.ErrStale
}

func (s *Store) Versions(ctx context.Context) ([]quiz.VersionInfo, error) { return nil, nil }

func (s *Store) LatestResults(ctx context.Context, n int) ([]quiz.Result, error) { return nil, nil }
