package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"whichpm/internal/files"
)

// BackUp writes a copy of the database, which may be in use, to a file that
// appears only when it is whole and on disk. Without replace there must be no
// file yet.
func BackUp(ctx context.Context, from Config, to string, replace bool) error {
	if from.URL != "" {
		return dump(ctx, from.URL, to, replace)
	}
	p, err := findPlace(from.Path)
	if err == nil {
		err = p.mustExist()
	}
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	return p.backUp(ctx, to, replace)
}

// BackUp is that of the open database, wherever its name leads by now.
func (s *Store) BackUp(ctx context.Context, to string) error {
	if err := s.engine.sameFile(); err != nil {
		return failure("back up", err)
	}
	return s.engine.backUp(ctx, to)
}

func (e *sqlite) backUp(ctx context.Context, to string) error { return e.place.backUp(ctx, to, false) }

func (e *postgres) backUp(ctx context.Context, to string) error {
	return dump(ctx, e.address, to, false)
}

func (p place) backUp(ctx context.Context, to string, replace bool) (err error) {
	copied, err := findPlace(to)
	if err == nil {
		err = p.mayCopyTo(copied, replace)
	}
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	db, err := p.openToInspect(ctx, false)
	if err != nil {
		return fmt.Errorf("open database %s: %w", p, err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := backUp(ctx, db, string(copied), copied); err != nil {
		return fmt.Errorf("back up to %s: %w", copied, err)
	}
	return nil
}

// mayCopyTo keeps a copy from taking the place of the database or of a file
// that belongs to it.
func (p place) mayCopyTo(to place, replace bool) error {
	if rest, is := strings.CutPrefix(string(to), string(p)); is && slices.Contains([]string{"", "-wal", "-shm", "-journal", ".marker", ".lock", ".open"}, rest) {
		return fmt.Errorf("%s is the database itself or belongs to it: name another file", to)
	}
	there, err := os.Stat(string(to))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if mine, err := os.Stat(string(p)); err != nil || os.SameFile(mine, there) {
		return fmt.Errorf("%s is the database itself: name another file", to)
	}
	if !replace {
		return alreadyThere(to)
	}
	return nil
}

func alreadyThere(to place) error {
	return fmt.Errorf("%s is there already: name another file, or replace it with --force", to)
}

// backUp writes a copy of the database to a file that appears only when it is
// whole and on disk, and replaces an earlier one. Made by root it belongs to
// the owner of like, if that is in the same folder.
func backUp(ctx context.Context, db *sql.DB, to string, like place) error {
	part := to + ".part"
	err := copyTo(ctx, db, part, like)
	if err == nil {
		err = stamp(ctx, part, time.Now())
	}
	if err == nil {
		err = renameDurably(part, to)
	}
	if err != nil {
		_ = os.Remove(part) // half a copy is of no use
	}
	return err
}

// copyTo writes the whole database, with what its log holds, to a file that
// only its owner reads.
func copyTo(ctx context.Context, db *sql.DB, part string, like place) (err error) {
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, err := files.Create(part, filepath.Base(string(like)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if _, err := db.ExecContext(ctx, "VACUUM INTO $1", part); err != nil {
		return err
	}
	made, err := file.Stat()
	if err != nil {
		return err
	}
	if now, err := os.Lstat(part); err != nil || !os.SameFile(made, now) {
		return fmt.Errorf("%s was exchanged while it was written: let only this program write to its folder", part)
	}
	return file.Sync()
}

// renameDurably gives a finished file its name, for good.
func renameDurably(part, to string) error {
	if err := os.Rename(part, to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// syncFolder puts on disk which files a folder has.
func syncFolder(path string) error {
	folder, err := os.Open(path) //nolint:gosec // a path of our own making
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
