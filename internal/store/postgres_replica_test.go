package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/test/storetest/pgserver"
)

// withReplica opens a database with a replica, on which execute works too.
func withReplica(t *testing.T) (s *Store, copied string) {
	t.Helper()
	primary, err := pgserver.First()
	must(t, err)
	address := pgserver.Database(t)
	standby, err := pgserver.Start(fmt.Sprintf(
		`"$programs/pg_basebackup" -h 127.0.0.1 -p %d -U whichpm -D "$data" -R -c fast --no-sync`, primary.Port))
	must(t, err)
	t.Cleanup(func() { must(t, standby.Stop()) })
	copied = standby.Address(pgserver.Name(address))
	s, err = Open(t.Context(), Config{URL: address, Replica: copied})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	must(t, s.SeedFirst(t.Context(), content.First(), testNow))
	must(t, s.AddResult(t.Context(), result(1)))
	return s, copied
}

// lookAgain makes the store look at its replica until it is fresh or not.
func lookAgain(t *testing.T, s *Store, fresh bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		s.replica.last.Store(nil)
		if s.replica.fresh(t.Context()) == fresh {
			return
		}
	}
	t.Fatalf("the replica is not fresh: %t", fresh)
}

// arrives waits until the replica has a link. It may be called fresh before,
// if only little is missing.
func arrives(t *testing.T, s *Store, id quiz.ShareID) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		lookAgain(t, s, true)
		s.replica.last.Store(&look{at: time.Now().Add(time.Hour), fresh: true})
		if _, _, ok := s.replica.share(t.Context(), id); ok {
			return
		}
	}
	t.Fatal("the replica does not get the link")
}

func TestAReplicaShowsSharedPagesWhileItIsFresh(t *testing.T) {
	s, copied := withReplica(t)
	sh := quiz.Share{ID: quiz.NewShareID(testNow, [16]byte{1}), Result: result(1).ID, Scope: quiz.ScopeProfile, CreatedAt: testNow}
	found := func(want bool) {
		t.Helper()
		if got, r, ok := s.replica.share(t.Context(), sh.ID); ok != want || want && (got != sh || r != result(1)) {
			t.Errorf("the replica shows it: %t, %+v", ok, got)
		}
	}
	must(t, s.AddShare(t.Context(), sh))
	arrives(t, s, sh.ID)
	found(true)
	execute(t, copied, "SELECT pg_wal_replay_pause()")
	must(t, s.RevokeShare(t.Context(), sh.Result, sh.ID, testNow))
	s.replica.last.Store(&look{at: time.Now().Add(time.Hour), fresh: true})
	found(true) // as long as a look counts
	lookAgain(t, s, false)
	found(false)
	if _, _, err := s.Share(t.Context(), sh.ID); !errors.Is(err, quiz.ErrGone) {
		t.Errorf("got %v", err)
	}
	execute(t, copied, "SELECT pg_wal_replay_resume()")
	lookAgain(t, s, true)
	found(false)
	if _, _, err := s.Share(t.Context(), quiz.ShareID{1}); !errors.Is(err, quiz.ErrNotFound) {
		t.Errorf("an unknown link: %v", err)
	}
}

func TestWithoutAFreshReplicaThePrimaryIsAsked(t *testing.T) {
	address := pgserver.Database(t)
	for name, replica := range map[string]string{
		"it is no replica":    address,
		"it does not answer":  "postgres://127.0.0.1:1/quiz",
		"it lacks the tables": pgserver.Database(t),
	} {
		s, err := Open(t.Context(), Config{URL: address, Replica: replica})
		must(t, err)
		must(t, s.SeedFirst(t.Context(), content.First(), testNow))
		must(t, s.AddResult(t.Context(), result(1)))
		sh := quiz.Share{ID: quiz.NewShareID(testNow, [16]byte{1}), Result: result(1).ID, Scope: quiz.ScopeProfile, CreatedAt: testNow}
		must(t, s.AddShare(t.Context(), sh))
		if got, _, err := s.Share(t.Context(), sh.ID); err != nil || got != sh {
			t.Errorf("%s: %v", name, err)
		}
		s.replica.last.Store(&look{at: time.Now(), fresh: true}) // it was fresh, and then this
		if got, _, err := s.Share(t.Context(), sh.ID); err != nil || got != sh {
			t.Errorf("%s although it was fresh: %v", name, err)
		}
		must(t, s.Close())
	}
}

func TestAReplicaStandsInWhileNoPrimaryAnswers(t *testing.T) {
	s, _ := withReplica(t)
	nowhere, err := parseAddress("postgres://127.0.0.1:1/quiz", readWrite)
	must(t, err)
	s.replica.primary = pool{openPool(nowhere, 1)}
	ago := func(d time.Duration) *look { return &look{known: time.Now().Add(-d)} }
	for name, c := range map[string]struct {
		last  *look
		fresh bool
	}{
		"it was fresh a minute ago":                   {ago(time.Minute), true},
		"it was fresh a minute ago and then hiccuped": {ago(time.Minute).failed(), true},
		"it was fresh long ago":                       {ago(standIn + time.Second), false},
		"it lagged":                                   {&look{at: time.Now()}, false},
		"nobody has looked":                           {nil, false},
	} {
		if got := s.replica.look(t.Context(), c.last).fresh; got != c.fresh {
			t.Errorf("%s: it stands in: %t", name, got)
		}
	}
	must(t, s.replica.primary.Close())
}

func TestWhileAReplicaIsBeingCheckedTheLastCheckCounts(t *testing.T) {
	r := &replica{}
	r.looking.Lock()
	for name, c := range map[string]struct {
		last  *look
		fresh bool
	}{
		"a moment ago it was fresh": {&look{at: time.Now().Add(-lookEvery), fresh: true}, true},
		"a moment ago it lagged":    {&look{at: time.Now().Add(-lookEvery)}, false},
		"that was long ago":         {&look{at: time.Now().Add(-lookEvery - replicaWait), fresh: true}, false},
		"nobody has looked":         {nil, false},
	} {
		r.last.Store(c.last)
		if got := r.fresh(t.Context()); got != c.fresh {
			t.Errorf("%s: %t", name, got)
		}
	}
}
