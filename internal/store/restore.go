package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Restore puts a copy of the database at from into the place of the one at
// to, which nobody may be using. Without replace there must be none yet; with
// it the old one is kept, and Restore returns where. The copy is made first:
// whatever goes wrong, either the old database or the whole new one is there.
func Restore(ctx context.Context, from, to string, replace bool, now time.Time) (kept string, err error) {
	source, err := findPlace(from)
	if err == nil {
		err = source.mustExist()
	}
	if err != nil {
		return "", fmt.Errorf("read the backup: %w", err)
	}
	p, leave, err := roomFor(to, replace)
	if err == nil {
		defer leave()
		err = source.mayCopyTo(p, true)
	}
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	kept, err = p.replaceWith(ctx, source, now)
	if err != nil {
		return kept, fmt.Errorf("restore %s: %w", p, err)
	}
	return kept, nil
}

// MayRestore returns the error with which Restore would refuse to put
// anything at to, before a long look at the backup.
func MayRestore(to string, replace bool) error {
	_, leave, err := roomFor(to, replace)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	leave()
	return nil
}

// roomFor keeps everybody else out until the function it returns is called.
func roomFor(to string, replace bool) (p place, leave func(), err error) {
	if p, err = findPlace(to); err != nil {
		return "", nil, err
	}
	if p.exists() && !replace {
		return "", nil, fmt.Errorf("%s is there already: with --force the backup takes its place and it is kept beside", p)
	}
	leave, err = p.lockExclusive()
	return p, leave, err
}

func (p place) replaceWith(ctx context.Context, source place, now time.Time) (kept string, err error) {
	part := string(p) + ".restoring"
	db, err := source.openToInspect(ctx, false)
	if err != nil {
		return "", err
	}
	err = errors.Join(copyTo(ctx, db, part, p), db.Close())
	if err == nil {
		kept, err = p.setAside(now)
	}
	if err == nil {
		err = renameDurably(part, string(p))
	}
	if err != nil {
		_ = os.Remove(part)
		return kept, err
	}
	return kept, p.mark()
}

// setAside moves the database away with its log: the log of another database
// would spoil the new one.
func (p place) setAside(now time.Time) (kept string, err error) {
	kept = setAsideAs(string(p), now)
	moved := false
	for _, part := range []string{"", "-wal"} {
		switch err := os.Rename(string(p)+part, kept+part); {
		case err == nil:
			moved = true
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
	}
	if err := os.Remove(string(p) + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if !moved {
		kept = ""
	}
	return kept, syncFolder(filepath.Dir(string(p)))
}

// setAsideAs is the name of a database that another took the place of.
func setAsideAs(path string, now time.Time) string {
	return path + ".replaced-" + now.UTC().Format("20060102T150405Z")
}
