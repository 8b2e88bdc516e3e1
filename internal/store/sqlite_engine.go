package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"sync"
)

// sqlite is an open database file.
type sqlite struct {
	*writer
	place place
	log   *slog.Logger
	rest  func() // ends the guard
	leave func() // lets a backup be restored
	once  sync.Once
}

func openSQLite(ctx context.Context, c Config, steps fs.FS) (s *Store, err error) {
	p, err := findPlace(c.Path)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	leave, err := p.enter()
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	defer func() {
		if err != nil {
			leave()
		}
	}()
	if err = prepare(ctx, p, steps, c.Log); err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	db, w, err := openWatched(ctx, p, c.Path)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", p, err)
	}
	e := &sqlite{writer: startWriter(ctx, db, w), place: p, log: c.Log, leave: leave}
	e.rest = e.guard(ctx)
	return &Store{engine: e, read: pool{readerHandle.open(p)}}, nil
}

// openWatched opens the file to write. The first query opens its log, too.
func openWatched(ctx context.Context, p place, named string) (db *sql.DB, w *watch, err error) {
	h := writerHandle
	h.takesOver = true
	db = h.open(p)
	var tables int
	err = db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&tables)
	if err == nil {
		w, err = newWatch(p, named)
	}
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return db, w, nil
}

// there looks whether the files are still those that were opened.
func (e *sqlite) there() error { return e.watch.look() }

// close lets go of the file last. Where taking the log over would spoil what
// is at the path, it leaves the last connection open, so that SQLite does not.
func (e *sqlite) close() (err error) {
	e.once.Do(func() {
		defer e.leave()
		e.rest()
		if now := e.watch.look(); spoils(now) {
			err = e.setLogAside(now)
			return
		}
		err = errors.Join(e.db.Close(), e.watch.close())
	})
	return err
}
