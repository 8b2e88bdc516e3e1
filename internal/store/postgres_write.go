package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"whichpm/internal/quiz"
)

const (
	tries      = 7                     // of one write
	firstPause = 10 * time.Millisecond // before the second try at most; then it doubles
)

// transact does not stop when the caller leaves: a commit half way is worth
// less than one that is done.
func (e *postgres) transact(ctx context.Context, w write) error {
	select {
	case e.room <- struct{}{}:
	default:
		return quiz.ErrBusy
	}
	defer func() { <-e.room }()
	e.running.RLock()
	defer e.running.RUnlock()
	if e.stopped() {
		return errClosed
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), writeDeadline)
	defer cancel()
	if w.grouped {
		return late(ctx, e.groups.transact(ctx, w))
	}
	return e.runAlone(ctx, w)
}

// runGroup runs the jobs in one transaction, which waits for the disk and the
// standbys once.
func (e *postgres) runGroup(jobs []job) (answers []error, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), writeDeadline)
	defer cancel()
	err = e.runAlone(ctx, write{again: true, fn: func(ctx context.Context, tx *sql.Tx) (err error) {
		answers, err = runAll(ctx, tx, jobs)
		return err
	}})
	return answers, err
}

// runAlone runs a write in a transaction of its own, again where that is safe.
func (e *postgres) runAlone(ctx context.Context, w write) error {
	err := e.runOnce(ctx, w)
	for n := 1; n < tries && mayTryAgain(err, w) && pause(ctx, n); n++ {
		err = e.runOnce(ctx, w)
	}
	if refused, ok := errors.AsType[refusal](err); ok {
		return refused.error
	}
	return late(ctx, err)
}

func (e *postgres) waiting() int { return max(len(e.room)-writeConnections, 0) }

// pause waits a random while, so that writes that met do not meet again, and
// reports whether there is time left.
func pause(ctx context.Context, n int) bool {
	wait := time.NewTimer(rand.N(firstPause << (n - 1))) //nolint:gosec // it keeps nothing secret
	defer wait.Stop()
	select {
	case <-wait.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// unknownCommit is an error of the commit itself: nobody knows whether it was made.
type unknownCommit struct{ error }

func (u unknownCommit) Unwrap() error { return u.error }

// runOnce runs the write in a transaction. Any error but that of the commit means
// that nothing was changed.
func (e *postgres) runOnce(ctx context.Context, w write) error {
	conn, err := e.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelReadCommitted})
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if err := w.run(ctx, tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return unknownCommit{err}
	}
	return mustBeSafe(conn)
}

// mayTryAgain reports whether the write may be made again: it was undone
// because it met another, or the connection was lost and either it was not
// committed yet or making it twice does no harm.
func mayTryAgain(err error, w write) bool {
	if fault, ok := errors.AsType[*pgconn.PgError](err); ok && hasCode(fault, conflicts) {
		return true
	}
	if errors.Is(err, errConflict) {
		return true
	}
	_, atCommit := errors.AsType[unknownCommit](err)
	return lost(err) && (w.again || !atCommit)
}
