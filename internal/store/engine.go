package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"whichpm/internal/quiz"
)

// engine is what SQLite and PostgreSQL do each in their own way. The queries
// are the same.
type engine interface {
	// transact runs fn in a transaction and returns once that is on disk. It
	// may run fn again, which must not keep anything from an earlier run.
	transact(ctx context.Context, w write) error
	// waiting is how many writes wait.
	waiting() int
	// sameFile says whether the database is still the one that was opened.
	sameFile() error
	// backUp writes a copy to a file that appears only when it is whole.
	backUp(ctx context.Context, to string) error
	// stop refuses further writes and waits for those under way.
	stop()
	stopped() bool
	close() error
}

// write is one change of the database. A refusal is what it answers when it
// looked and wrote nothing; any other error undoes it.
type write struct {
	fn func(ctx context.Context, tx *sql.Tx) error
	// again says that it leaves the same behind when it is made twice, so that
	// it may be sent again when nobody knows whether it was committed.
	again bool
	// grouped says that it may wait for a moment and share a transaction with
	// others of its kind. It leaves the same behind when it is made twice.
	grouped bool
}

const (
	queueLength   = 1024             // writes that wait; one more is quiz.ErrBusy
	writeDeadline = 10 * time.Second // of a transaction, whoever waits for it
)

// errClosed is what a store answers that was closed.
var errClosed = fmt.Errorf("%w: it is closed", quiz.ErrUnavailable)

// write runs fn in a transaction and returns once that is on disk. A caller
// whose ctx ends may stop waiting; the write may still be committed.
func (s *Store) write(ctx context.Context, doing string, fn func(ctx context.Context, tx *sql.Tx) error) error {
	return s.transact(ctx, doing, write{fn: fn})
}

// Waiting is how many writes wait for the disk.
func (s *Store) Waiting() int { return s.engine.waiting() }

// writeIdempotent is write for what leaves the same behind when it is done
// twice.
func (s *Store) writeIdempotent(ctx context.Context, doing string, fn func(ctx context.Context, tx *sql.Tx) error) error {
	return s.transact(ctx, doing, write{fn: fn, again: true})
}

// writeBatched is writeIdempotent for what many do at once: it may share a transaction.
func (s *Store) writeBatched(ctx context.Context, doing string, fn func(ctx context.Context, tx *sql.Tx) error) error {
	return s.transact(ctx, doing, write{fn: fn, again: true, grouped: true})
}

func (s *Store) transact(ctx context.Context, doing string, w write) error {
	if ctx.Err() != nil {
		return failure(doing, ctx.Err())
	}
	return failure(doing, s.engine.transact(ctx, w))
}

// awaitStandby makes a write that found its work done wait like one that does
// it. An earlier one may have been committed without any standby (its client
// had gone) and would be lost with the primary, and a transaction that changes
// nothing waits for nobody.
func awaitStandby(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `
		UPDATE heartbeat
		SET beat_at = beat_at
		WHERE id = 1`)
	return err
}

// run turns a panic into an error: it would end the program, not one request.
func (w write) run(ctx context.Context, tx *sql.Tx) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("write panicked: %v", problem)
		}
	}()
	return w.fn(ctx, tx)
}

// late tells a transaction that took too long from a caller who left.
func late(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("%w: no answer within %s: %w", quiz.ErrUnavailable, writeDeadline, err)
	}
	return err
}
