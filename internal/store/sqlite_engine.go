package store

import (
	"context"
	"fmt"
	"io/fs"
	"os"
)

// sqlite is an open database file.
type sqlite struct {
	*writer
	place place
	named string      // as it was given, which may be a link
	file  fs.FileInfo // as it was opened
	leave func()      // lets a backup be restored
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
	file, err := os.Stat(string(p))
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	e := &sqlite{writer: startWriter(ctx, writerHandle.open(p)), place: p, named: c.Path, file: file, leave: leave}
	return &Store{engine: e, read: pool{readerHandle.open(p)}}, nil
}

// there looks whether the file is still where it was opened, and whether its
// name still leads to it: the next start would open another one.
func (e *sqlite) there() error {
	for _, path := range []string{string(e.place), e.named} {
		if now, err := os.Stat(path); err != nil || !os.SameFile(e.file, now) {
			return errMoved
		}
	}
	return nil
}

// close lets go of the file last.
func (e *sqlite) close() error {
	defer e.leave()
	return e.db.Close()
}
