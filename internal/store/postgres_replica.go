package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"whichpm/internal/quiz"
)

// How stale a shared page from the replica may be: what the replica may lag by
// when it is looked at, how long that is believed, and how long looking takes.
const (
	mostLag     = 2.0 // seconds
	lookEvery   = time.Second
	replicaWait = time.Second // then the primary is asked
)

// standIn is how long a replica that was fresh is believed while no primary
// answers. Nobody can revoke a link then, unless only this program is cut off.
const standIn = 5 * time.Minute

// replica is a copy of the database that shows shared pages while it is known
// to be fresh. A nil one shows none.
type replica struct {
	db      pool
	primary pool
	looking sync.Mutex
	last    atomic.Pointer[look]
}

// look is what was found when the replica was looked at.
type look struct {
	at    time.Time
	fresh bool      // believed to be
	known time.Time // when it was last fresh by what the primary said, unless it was stale since
}

func (r *replica) follow(primary pool) {
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
		r.last.Store(r.last.Load().failed())
	}
	return sh, result, err == nil
}

// fresh looks at most every lookEvery. While one caller does, the others
// believe what was found before.
func (r *replica) fresh(ctx context.Context) bool {
	last := r.last.Load()
	if last.within(lookEvery) {
		return last.fresh
	}
	if !r.looking.TryLock() {
		return last.within(lookEvery+replicaWait) && last.fresh
	}
	defer r.looking.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), replicaWait)
	defer cancel()
	now := r.look(ctx, last)
	r.last.Store(now)
	return now.fresh
}

// within reports whether the look is no older than that.
func (l *look) within(age time.Duration) bool { return l != nil && time.Since(l.at) < age }

// failed is a look at a replica that did not answer.
func (l *look) failed() *look { return &look{at: time.Now(), known: l.known} }

func (r *replica) look(ctx context.Context, last *look) *look {
	now := &look{at: time.Now()}
	fresh, err := r.caughtUp(ctx)
	switch {
	case err == nil && fresh:
		now.fresh, now.known = true, now.at
	case err != nil && last != nil:
		now.fresh, now.known = now.at.Sub(last.known) < standIn, last.known
	}
	return now
}

// caughtUp reports whether the replica has all that the primary had written
// just now, or else last applied what the primary committed within mostLag.
// Both times are the primary's: no two clocks are compared. A server that
// cannot say is no replica. An error means that no primary answers.
func (r *replica) caughtUp(ctx context.Context) (bool, error) {
	var written string
	var now float64
	err := r.primary.QueryRowContext(ctx, `
		SELECT CAST(pg_current_wal_lsn() AS TEXT), CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS DOUBLE PRECISION)`).
		Scan(&written, &now)
	if unavailable(err) || ctx.Err() != nil { // also when it waited for a connection
		return false, errors.Join(err, ctx.Err())
	}
	if err != nil {
		return false, nil //nolint:nilerr // it answers, and is no primary
	}
	var fresh sql.NullBool
	err = r.db.QueryRowContext(ctx, `
		SELECT pg_last_wal_replay_lsn() >= CAST(CAST($1 AS TEXT) AS pg_lsn)
			OR EXTRACT(EPOCH FROM pg_last_xact_replay_timestamp()) > CAST($2 AS DOUBLE PRECISION)
		WHERE pg_is_in_recovery()`, written, now-mostLag).Scan(&fresh)
	return err == nil && fresh.Bool, nil
}
