package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"whichpm/internal/quiz"
)

const batchLength = 256 // writes that share a transaction and its wait for the disk

// job is a write that waits. It may run again in a transaction of its own.
type job struct {
	write
	done chan error // takes one answer without anyone waiting
}

// writer is the only one to write: one goroutine that takes what waits and
// commits it together.
type writer struct {
	db      *sql.DB // used in transaction and nowhere else
	ctx     context.Context
	jobs    chan job
	drained chan struct{}

	mu     sync.RWMutex // held to close jobs, shared to send on it
	closed bool
}

func startWriter(ctx context.Context, db *sql.DB) *writer {
	w := &writer{
		db:      db,
		ctx:     context.WithoutCancel(ctx),
		jobs:    make(chan job, queueLength),
		drained: make(chan struct{}),
	}
	go w.run()
	return w
}

// transact stops waiting when the caller's ctx ends; the write may still be
// committed.
func (w *writer) transact(ctx context.Context, one write) error {
	j := job{write: one, done: make(chan error, 1)}
	if err := w.enqueue(j); err != nil {
		return err
	}
	select {
	case err := <-j.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *writer) enqueue(j job) error {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.closed {
		return errClosed
	}
	select {
	case w.jobs <- j:
		return nil
	default:
		return quiz.ErrBusy
	}
}

func (w *writer) stopped() bool {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.closed
}

// stop takes no further jobs and waits for those in the queue.
func (w *writer) stop() {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		close(w.jobs)
	}
	w.mu.Unlock()
	<-w.drained
}

func (w *writer) run() {
	defer close(w.drained)
	for first := range w.jobs {
		w.commit(w.batch(first))
	}
}

// batch adds what already waits to the first job.
func (w *writer) batch(first job) []job {
	jobs := []job{first}
	for len(jobs) < batchLength {
		select {
		case next, ok := <-w.jobs:
			if !ok {
				return jobs
			}
			jobs = append(jobs, next)
		default:
			return jobs
		}
	}
	return jobs
}

// commit answers every job. If one of several fails, each is run alone, so
// that it fails alone; if the database fails, it would fail each of them.
func (w *writer) commit(jobs []job) {
	answers, err := w.transaction(jobs)
	if err != nil && len(jobs) > 1 && !unavailable(err) {
		for _, j := range jobs {
			w.commit([]job{j})
		}
		return
	}
	for i, j := range jobs {
		if err != nil {
			j.done <- err
			continue
		}
		j.done <- answers[i]
	}
}

// transaction runs the jobs and commits them, and returns their refusals. An
// error means that none is committed; an error of the commit itself means
// that nobody knows, and the same write may be sent again.
func (w *writer) transaction(jobs []job) ([]error, error) {
	ctx, cancel := context.WithTimeout(w.ctx, writeDeadline)
	defer cancel()
	tx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, late(ctx, err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	answers := make([]error, len(jobs))
	for i, j := range jobs {
		err := j.run(ctx, tx)
		if refused, ok := errors.AsType[refusal](err); ok {
			answers[i] = refused.error
		} else if err != nil {
			return nil, late(ctx, err)
		}
	}
	return answers, late(ctx, tx.Commit())
}

func (w *writer) waiting() int { return len(w.jobs) }
