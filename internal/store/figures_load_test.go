package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sync"
	"time"
)

// direct is a store without any care: each write is a transaction, and they
// meet as they like.
type direct struct{ db *sql.DB }

func (e direct) transact(ctx context.Context, w write) error {
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if err := w.run(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (e direct) waiting() int    { return 0 }
func (e direct) sameFile() error { return nil }
func (e direct) stop()           {}

func (e direct) backUp(context.Context, string) error { return nil }

func (e direct) stopped() bool { return false }
func (e direct) close() error  { return e.db.Close() }

const clients = 64 // of one system at the same time

// system is something to measure, and what it did so far.
type system struct {
	name   string
	do     func(ctx context.Context, n int) error // n is another one each time
	n      int
	failed int
	took   []time.Duration // of what did not fail
	spent  time.Duration
}

// load lets the clients do what they can for a while.
func (s *system) load(ctx context.Context, while time.Duration) {
	var working sync.WaitGroup
	var all sync.Mutex
	begun, from := time.Now(), s.n
	for client := range clients {
		working.Go(func() {
			var took []time.Duration
			failed, n := 0, from+client
			for time.Since(begun) < while {
				start := time.Now()
				if err := s.do(ctx, n); err == nil {
					took = append(took, time.Since(start))
				} else {
					failed++
				}
				n += clients
			}
			all.Lock()
			defer all.Unlock()
			s.took = append(s.took, took...)
			s.failed += failed
			s.n = max(s.n, n)
		})
	}
	working.Wait()
	s.spent += time.Since(begun)
}

// row is a line of the table.
func (s *system) row() string {
	slices.Sort(s.took)
	at := func(share float64) string {
		if len(s.took) == 0 {
			return "–"
		}
		ms := s.took[int(share*float64(len(s.took)-1))].Seconds() * 1000
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("| %s | %.0f | %s | %s | %s | %d |", s.name,
		float64(len(s.took))/s.spent.Seconds(), at(0.5), at(0.99), at(1), s.failed)
}
