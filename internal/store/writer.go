package store

import (
	"context"
	"database/sql"
)

// writer is the only one to write: one goroutine that takes what waits and
// commits it together.
type writer struct {
	*queue

	db    *sql.DB // used in transaction and to take the log over
	ctx   context.Context
	watch *watch
}

func startWriter(ctx context.Context, db *sql.DB, watch *watch) *writer {
	w := &writer{db: db, ctx: context.WithoutCancel(ctx), watch: watch}
	w.queue = startQueue(1, func(jobs []job) {
		commit(jobs, w.transaction)
		watch.checkpoint(w.ctx, db)
	})
	return w
}

// transaction runs the jobs and commits them, and returns their refusals. An
// error means that none is committed; an error of the commit itself means
// that nobody knows, and the same write may be sent again. The statements run
// without a deadline: the driver would watch each from another goroutine,
// which costs as much as an insert, and none waits for anybody.
func (w *writer) transaction(jobs []job) ([]error, error) {
	ctx, cancel := context.WithTimeout(w.ctx, writeDeadline)
	defer cancel()
	tx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, late(ctx, err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	answers, err := runAll(context.WithoutCancel(ctx), tx, jobs)
	if err != nil {
		return nil, late(ctx, err)
	}
	return answers, late(ctx, w.watch.commit(tx))
}

func (w *writer) waiting() int { return len(w.jobs) }
