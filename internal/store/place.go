package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"whichpm/internal/files"
)

// place is the absolute path of the database file, without links. Beside it are
// its marker, its lock and its backups.
type place string

// findPlace follows the path to its end and checks what can be checked without
// touching anything.
func findPlace(path string) (place, error) {
	if path == "" {
		return "", errors.New("no path is given: name the file to keep the quiz in")
	}
	end, err := files.Follow(path)
	if fault, ok := errors.AsType[*fs.PathError](err); ok && errors.Is(err, syscall.ENOTDIR) {
		return "", fmt.Errorf("%s is not a folder: choose another path", filepath.Dir(fault.Path))
	} else if ok {
		return "", fmt.Errorf("the folder %s cannot be used: create it, or choose another path: %w", fault.Path, err)
	} else if err != nil {
		return "", fmt.Errorf("choose another path: %w", err)
	}
	if info, err := os.Stat(end); err == nil && !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not a file: name a file, for example %s", end, filepath.Join(end, "whichpm.db"))
	}
	return place(end), nil
}

func (p place) marker() string { return string(p) + ".marker" }

func (p place) backup(schema int64) string { return fmt.Sprintf("%s.backup-%d", p, schema) }

// slashed is the path as a URL has it.
func (p place) slashed() string {
	path := filepath.ToSlash(string(p))
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	return path
}

func (p place) exists() bool {
	info, err := os.Stat(string(p))
	return err == nil && info.Size() > 0
}

// lock lets one process at a time prepare the database. It returns the
// function that lets the next one in.
func (p place) lock(ctx context.Context) (func(), error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	file := flock.New(string(p) + ".lock")
	switch _, err := file.TryLockContext(ctx, 10*time.Millisecond); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("another process prepares the database, %s is locked: wait, or stop it", file.Path())
	case err != nil:
		return nil, fmt.Errorf("cannot write beside the database: let this program write to its folder: %w", err)
	}
	return func() { _ = file.Close() }, nil
}

// notLost refuses to make a new database in the place of one that was there.
func (p place) notLost() error {
	if _, err := os.Stat(p.marker()); errors.Is(err, fs.ErrNotExist) || p.exists() {
		return nil
	}
	return fmt.Errorf("the database is missing or empty, but %s says that there was one: "+
		"put it or a backup back, or delete the marker to start with nothing", p.marker())
}

// ours keeps what is in a file from everybody else on the machine.
const ours = 0o600

// private makes an empty file for SQLite to fill, which would let others read
// it. A file that is there is left as it is.
func private(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, ours) //nolint:gosec // a path of our own making
	if err != nil {
		return fmt.Errorf("cannot write the file: %w", err)
	}
	return file.Close()
}

// writable says whether the file is at fault where nothing can be written.
func (p place) writable() error {
	file, err := os.OpenFile(string(p), os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("cannot write the file: let this program read and write it: %w", err)
	}
	return file.Close()
}

// mark records that there is a database now.
func (p place) mark() error {
	file, err := os.OpenFile(p.marker(), os.O_WRONLY|os.O_CREATE|os.O_EXCL, ours)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("mark the database as made: %w", err)
	}
	_, err = fmt.Fprintf(file, "The quiz is kept in %s. While this file is here, a missing database is not replaced by an empty one.\n",
		filepath.Base(string(p)))
	return errors.Join(err, file.Sync(), file.Close())
}
