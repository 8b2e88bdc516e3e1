package store

import (
	"context"
	"errors"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest/pgserver"
)

// withoutStandbys opens a database whose server wants a standby and has none.
// It holds result 1 with a share and an outcome. Somebody
// cancels what hangs.
func withoutStandbys(t *testing.T) (s *Store, sh quiz.Share, server *pgserver.Server) {
	t.Helper()
	server, err := pgserver.Alone("fsync = off")
	must(t, err)
	t.Cleanup(func() { must(t, server.Stop()) })
	address := server.Address("postgres")
	s = openPostgresAt(t, address)
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(1)))
	sh = quiz.Share{ID: quiz.NewShareID(testNow, [16]byte{1}), Result: result(1).ID, Scope: quiz.ScopeProfile, CreatedAt: testNow}
	must(t, s.AddShare(t.Context(), sh))
	must(t, s.AddOutcome(t.Context(), quiz.Outcome{Result: sh.Result, Role: quiz.OtherRole, Suits: 3, SaidAt: testNow}))
	must(t, server.Set("synchronous_standby_names = 'nobody'"))
	cancelAllThatWait(t, server)
	for end := time.Now().Add(time.Minute); s.Ping(t.Context()) == nil; { // until it is told
		if time.Now().After(end) {
			t.Fatal("the server waits for no standby")
		}
	}
	return s, sh, server
}

// cancelAllThatWait ends the wait of commits for a standby, as somebody may
// who finds that everything hangs.
func cancelAllThatWait(t *testing.T, server *pgserver.Server) {
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		again := time.NewTicker(20 * time.Millisecond)
		defer again.Stop()
		for {
			select {
			case <-end:
				return
			case <-again.C:
			}
			if err := server.Run("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"); err != nil {
				t.Error(err)
			}
		}
	}()
	t.Cleanup(func() {
		close(end)
		<-ended
	})
}

func TestWhatNoStandbyHasIsNotAcknowledged(t *testing.T) {
	s, sh, server := withoutStandbys(t)
	writes := []struct {
		name string
		make func(ctx context.Context) error
	}{
		{"a result", func(ctx context.Context) error { return s.AddResult(ctx, result(2)) }},
		{"the end of an outcome", func(ctx context.Context) error { return s.RemoveOutcome(ctx, sh.Result) }},
		{"the end of a share", func(ctx context.Context) error { return s.RevokeShare(ctx, sh.Result, sh.ID, testNow) }},
		{"the end of a result", func(ctx context.Context) error { return s.DeleteResult(ctx, sh.Result, testNow) }},
	}
	for _, write := range writes {
		for _, time := range []string{"once", "again, when the primary has it"} {
			if err := write.make(t.Context()); !errors.Is(err, quiz.ErrUnavailable) {
				t.Errorf("%s, sent %s: %v", write.name, time, err)
			}
		}
	}
	must(t, server.Set("synchronous_standby_names = ''"))
	for range 20 { // a session that is there learns of it a moment later
		if !errors.Is(writes[0].make(t.Context()), quiz.ErrUnavailable) {
			break
		}
	}
	for _, write := range writes {
		if err := write.make(t.Context()); err != nil {
			t.Errorf("%s, with nobody to wait for: %v", write.name, err)
		}
	}
}
