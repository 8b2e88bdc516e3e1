package main

import (
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/test/storetest"
)

// lease is the row that says who counts days.
type lease struct {
	owner string
	until time.Time
	ran   bool // there was a whole count
}

func leaseIn(t *testing.T, db *pgx.Conn) (l lease) {
	t.Helper()
	var until int64
	row := db.QueryRow(t.Context(), `SELECT lease_owner, lease_until, ran_at IS NOT NULL FROM roll_up`)
	ok(t, row.Scan(&l.owner, &until, &l.ran))
	l.until = time.UnixMilli(until)
	return l
}

// quizWith makes a database with one result and opens it beside the store.
func quizWith(t *testing.T, r quiz.Result) (address string, s *store.Store, db *pgx.Conn) {
	t.Helper()
	address = storetest.Postgres(t)
	s, err := store.Open(t.Context(), store.Config{URL: address})
	ok(t, err)
	t.Cleanup(func() { _ = s.Close() })
	ok(t, s.SeedFirst(t.Context(), content.First(), storetest.Now))
	ok(t, s.AddResult(t.Context(), r))
	db, err = pgx.Connect(t.Context(), address)
	ok(t, err)
	t.Cleanup(func() { _ = db.Close(t.Context()) })
	return address, s, db
}

func TestAnotherCopyCountsOnceTheLeaseOfAKilledOneRanOutAndNotBefore(t *testing.T) {
	address, s, db := quizWith(t, storetest.Result(1))
	const leaseFor = 1500 * time.Millisecond
	args := []string{"--database-url=" + address}
	times := []string{testEvery + "=100ms", testLease + "=" + leaseFor.String()}

	tx, err := db.Begin(t.Context()) // the first copy gets stuck in the middle of its count
	ok(t, err)
	_, err = tx.Exec(t.Context(), `LOCK TABLE results IN ACCESS EXCLUSIVE MODE`)
	ok(t, err)
	first := launch(t, times, args...)
	watch, err := pgx.Connect(t.Context(), address)
	ok(t, err)
	t.Cleanup(func() { _ = watch.Close(t.Context()) })
	var held lease
	eventually(t, "the copies agree", func() bool { held = leaseIn(t, watch); return held.owner != "" })
	launch(t, times, args...)
	first.kill()
	ok(t, tx.Rollback(t.Context()))

	var next lease
	eventually(t, "the copies agree", func() bool { next = leaseIn(t, watch); return next.owner != held.owner })
	if taken := next.until.Add(-leaseFor); taken.Before(held.until) {
		t.Errorf("the other took over %s before the lease ran out", held.until.Sub(taken))
	}
	eventually(t, "the copies agree", func() bool { return leaseIn(t, watch).ran })
	day := quiz.DayOf(storetest.Result(1).FinishedAt)
	if parts, err := s.DayParts(t.Context(), 1, "totals", day, day); err != nil || len(parts) != 1 {
		t.Errorf("the result adds up to %v, %v", parts, err)
	}
}

func TestOfTwoCopiesOneCountsAtATime(t *testing.T) {
	address, s, db := quizWith(t, storetest.Result(1))
	args := []string{"--database-url=" + address}
	first := launch(t, []string{testEvery + "=1h"}, args...)
	eventually(t, "the copies agree", func() bool { l := leaseIn(t, db); return l.ran && time.Until(l.until) > 10*time.Minute })
	counted := leaseIn(t, db)
	launch(t, []string{testEvery + "=20ms"}, args...)
	ok(t, s.AddResult(t.Context(), storetest.Result(2)))
	for end := time.Now().Add(400 * time.Millisecond); time.Now().Before(end); { // it asks for the lease about 20 times
		if now := leaseIn(t, db); now != counted {
			t.Fatalf("the second counts too: %+v, %+v", counted, now)
		}
	}
	first.end(t) // which gives the lease back
	eventually(t, "the copies agree", func() bool { return leaseIn(t, db).owner != counted.owner })
}
