package store

import (
	"context"
	"database/sql"
	"sync"
	"sync/atomic"
	"time"

	"whichpm/internal/quiz"
)

// How stale a shared page from the replica may be: what the replica may lag by
// when it is looked at, and how long that is believed.
const (
	mostLag     = 2.0 // seconds
	lookEvery   = 2 * time.Second
	replicaWait = time.Second // then the primary is asked
)

// replica is a copy of the database that shows shared pages while it is known
// to be fresh. A nil one shows none.
type replica struct {
	db      *sql.DB
	primary *sql.DB
	looking sync.Mutex
	last    atomic.Pointer[look]
}

// look is what was found when the replica was looked at.
type look struct {
	at    time.Time
	fresh bool
}

func (r *replica) follow(primary *sql.DB) {
	if r != nil {
		r.primary = primary
	}
}

func (r *replica) close() error {
	if r == nil {
		return nil
	}
	return r.db.Close()
}

// share returns what the replica knows of a link and whether that counts. Only
// a link that works does: one that is missing may just not have arrived.
func (r *replica) share(ctx context.Context, id quiz.ShareID) (quiz.Share, quiz.Result, bool) {
	if r == nil || !r.fresh(ctx) {
		return quiz.Share{}, quiz.Result{}, false
	}
	ctx, cancel := context.WithTimeout(ctx, replicaWait)
	defer cancel()
	sh, result, err := readShare(ctx, r.db, id)
	if unavailable(err) {
		r.last.Store(&look{at: time.Now()})
	}
	return sh, result, err == nil
}

// fresh looks at most every lookEvery. While one caller does, others go to the
// primary.
func (r *replica) fresh(ctx context.Context) bool {
	if last := r.last.Load(); last != nil && time.Since(last.at) < lookEvery {
		return last.fresh
	}
	if !r.looking.TryLock() {
		return false
	}
	defer r.looking.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), replicaWait)
	defer cancel()
	now := &look{at: time.Now()}
	now.fresh = r.caughtUp(ctx)
	r.last.Store(now)
	return now.fresh
}

// caughtUp reports whether the replica has all that the primary had written
// just now, or else last applied what the primary committed within mostLag.
// Both times are the primary's: no two clocks are compared. A server that
// cannot say is no replica.
func (r *replica) caughtUp(ctx context.Context) bool {
	var written string
	var now float64
	err := r.primary.QueryRowContext(ctx, `
		SELECT CAST(pg_current_wal_lsn() AS TEXT), CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS DOUBLE PRECISION)`).
		Scan(&written, &now)
	if err != nil {
		return false
	}
	var fresh sql.NullBool
	err = r.db.QueryRowContext(ctx, `
		SELECT pg_last_wal_replay_lsn() >= CAST(CAST($1 AS TEXT) AS pg_lsn)
			OR EXTRACT(EPOCH FROM pg_last_xact_replay_timestamp()) > CAST($2 AS DOUBLE PRECISION)
		WHERE pg_is_in_recovery()`, written, now-mostLag).Scan(&fresh)
	return err == nil && fresh.Bool
}
