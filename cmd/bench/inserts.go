package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"sync/atomic"
	"time"

	_ "github.com/mattn/go-sqlite3" // the floor is SQLite as the program has it
	"golang.org/x/sync/errgroup"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// inserts are durable inserts of results without the program around them, and
// the store's own.
type inserts struct {
	byHand *sql.DB
	store  *store.Store
	result func() quiz.Result
}

func (b *bench) inserts(ctx context.Context) (*inserts, error) {
	path, err := b.database("by hand")
	if err != nil {
		return nil, err
	}
	empty, err := newStore(ctx, path) // for the tables
	if err != nil {
		return nil, err
	}
	if err := empty.Close(); err != nil {
		return nil, fmt.Errorf("close the database: %w", err)
	}
	kept, err := b.database("store")
	if err != nil {
		return nil, err
	}
	i := &inserts{result: sampleResult(1)}
	if i.store, err = newStore(ctx, kept); err != nil {
		return nil, err
	}
	i.byHand, err = openByHand(path)
	return i, err
}

func newStore(ctx context.Context, path string) (*store.Store, error) {
	s, err := store.Open(ctx, store.Config{Path: path})
	if err != nil {
		return nil, err
	}
	if err := s.SeedFirst(ctx, content.First(), time.Now()); err != nil {
		return nil, fmt.Errorf("load the first questions: %w", err)
	}
	return s, nil
}

// openByHand opens a database with the settings of the program's writer.
func openByHand(path string) (*sql.DB, error) {
	options := url.Values{
		"mode": {"rw"}, "_txlock": {"immediate"}, "_synchronous": {"FULL"}, "_journal_mode": {"WAL"},
		"_secure_delete": {"1"}, "_foreign_keys": {"1"}, "_busy_timeout": {"2000"},
	}
	db, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", Path: path, RawQuery: options.Encode()}).String())
	if err != nil {
		return nil, fmt.Errorf("open the database by hand: %w", err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

func (i *inserts) close() { _ = errors.Join(i.byHand.Close(), i.store.Close()) }

const insertResult = `
	INSERT INTO results
		(id, version_id, finished_at, answers, asked, shuffle, verdict, top_role,
		probability, duration_ms, form, is_hurried)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

// batched inserts that many rows a transaction, one transaction after the
// other. What the rows hold is made before the clock runs.
func (i *inserts) batched(size int) func(context.Context, time.Duration) (float64, error) {
	return func(ctx context.Context, length time.Duration) (float64, error) {
		ctx = context.WithoutCancel(ctx) // the driver watches one that can end, which costs a third of an insert
		insert, err := i.byHand.PrepareContext(ctx, insertResult)
		if err != nil {
			return 0, fmt.Errorf("prepare: %w", err)
		}
		defer insert.Close() //nolint:errcheck // nothing was asked of it
		template := i.result()
		n, began := 0, time.Now()
		for time.Since(began) < length {
			if err := i.batch(ctx, insert, template, size); err != nil {
				return 0, err
			}
			n += size
		}
		return float64(n) / time.Since(began).Seconds(), nil
	}
}

func (i *inserts) batch(ctx context.Context, insert *sql.Stmt, r quiz.Result, size int) error {
	tx, err := i.byHand.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback()                 //nolint:errcheck // after a commit there is nothing to roll back
	inTx := tx.StmtContext(ctx, insert) //nolint:sqlclosecheck // ends with the transaction
	for range size {
		r.ID = newID(r.ID)
		_, err := inTx.ExecContext(ctx, r.ID[:], r.Version, r.FinishedAt.UnixMilli(), r.Answers, r.Asked, int64(r.Shuffle), //nolint:gosec // all 64 bits are kept
			string(r.Verdict), r.Top, r.Probability, r.Duration.Milliseconds(), string(r.Form), r.Hurried)
		if err != nil {
			return fmt.Errorf("insert: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// newID is an id of the same day.
func newID(id quiz.ResultID) quiz.ResultID {
	seed := another(quiz.Journey{}).Seed
	copy(id[2:], seed[:])
	return id
}

// finished has as many callers as there are connections score answers and store
// the result, as finishing a quiz does.
func (i *inserts) finished(ctx context.Context, length time.Duration) (float64, error) {
	var n atomic.Int64
	began := time.Now()
	group, ctx := errgroup.WithContext(ctx)
	for range clients {
		group.Go(func() error {
			for time.Since(began) < length {
				if _, err := i.store.KeepResult(ctx, i.result()); err != nil {
					return err
				}
				n.Add(1)
			}
			return nil
		})
	}
	err := group.Wait()
	return float64(n.Load()) / time.Since(began).Seconds(), err
}
