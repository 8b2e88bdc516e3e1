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

// queue holds writes that wait while others are committed, and hands out
// together what has come meanwhile.
type queue struct {
	jobs    chan job
	drained chan struct{}

	mu     sync.RWMutex // held to close jobs, shared to send on it
	closed bool
}

// startQueue calls commit with what waits, by so many workers at a time.
// commit answers every job.
func startQueue(workers int, commit func([]job)) *queue {
	q := &queue{jobs: make(chan job, queueLength), drained: make(chan struct{})}
	var working sync.WaitGroup
	for range workers {
		working.Go(func() {
			for first := range q.jobs {
				commit(q.batch(first))
			}
		})
	}
	go func() {
		working.Wait()
		close(q.drained)
	}()
	return q
}

// transact stops waiting when ctx ends; the write may still be committed.
func (q *queue) transact(ctx context.Context, one write) error {
	j := job{write: one, done: make(chan error, 1)}
	if err := q.enqueue(j); err != nil {
		return err
	}
	select {
	case err := <-j.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (q *queue) enqueue(j job) error {
	q.mu.RLock()
	defer q.mu.RUnlock()
	if q.closed {
		return errClosed
	}
	select {
	case q.jobs <- j:
		return nil
	default:
		return quiz.ErrBusy
	}
}

func (q *queue) stopped() bool {
	q.mu.RLock()
	defer q.mu.RUnlock()
	return q.closed
}

// stop takes no further jobs and waits for those in the queue.
func (q *queue) stop() {
	q.mu.Lock()
	if !q.closed {
		q.closed = true
		close(q.jobs)
	}
	q.mu.Unlock()
	<-q.drained
}

// batch adds what already waits to the first job.
func (q *queue) batch(first job) []job {
	jobs := []job{first}
	for len(jobs) < batchLength {
		select {
		case next, ok := <-q.jobs:
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

// commit answers every job with what transaction says of it. If one of several
// fails, each is run alone, so that it fails alone; if the database fails, it
// would fail each of them.
func commit(jobs []job, transaction func([]job) ([]error, error)) {
	answers, err := transaction(jobs)
	if err != nil && len(jobs) > 1 && !unavailable(err) {
		for _, j := range jobs {
			commit([]job{j}, transaction)
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

// runAll runs the jobs in a transaction and returns their refusals, or the
// error that undoes all of them.
func runAll(ctx context.Context, tx *sql.Tx, jobs []job) ([]error, error) {
	answers := make([]error, len(jobs))
	for i, j := range jobs {
		err := j.run(ctx, tx)
		if refused, ok := errors.AsType[refusal](err); ok {
			answers[i] = refused.error
		} else if err != nil {
			return nil, err
		}
	}
	return answers, nil
}
