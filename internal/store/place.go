package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
	if err != nil {
		return "", err
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
	file, err := p.lockFile(".lock")
	if err != nil {
		return nil, err
	}
	switch _, err := file.TryLockContext(ctx, 10*time.Millisecond); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("another process prepares the database, %s is locked: wait, or stop it", file.Path())
	case err != nil:
		return nil, fmt.Errorf("cannot write beside the database: let this program write to its folder: %w", err)
	}
	return func() { _ = file.Close() }, nil
}

// mustNotBeLost refuses to make a new database in the place of one that was there.
func (p place) mustNotBeLost() error {
	if _, err := os.Stat(p.marker()); errors.Is(err, fs.ErrNotExist) || p.exists() {
		return nil
	}
	return fmt.Errorf("the database is missing or empty, but %s says that there was one: "+
		"put it or a backup back, or delete the marker to start with nothing", p.marker())
}

// checkUsable refuses if something keeps this program from working with the
// database: a file left here by a command that another user ran, or the rights
// of the folder.
func (p place) checkUsable() error {
	for _, suffix := range []string{"", "-wal", "-shm", ".lock", ".open"} {
		if err := files.Refused(string(p)+suffix, files.ReadWrite); err != nil {
			return err
		}
	}
	return files.Refused(filepath.Dir(string(p)), files.Fill)
}

// checkReadable is checkUsable for reading only.
func (p place) checkReadable() error {
	if err := files.Refused(string(p), files.Read); err != nil {
		return err
	}
	return files.Refused(string(p)+"-wal", files.Read)
}

// createPrivate makes a file that only its owner may use, if there is none.
// SQLite would make its files readable by others; so they are made here first.
func (p place) createPrivate(path string) error {
	file, err := files.Create(path, filepath.Base(string(p)))
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot write the file: %w", err)
	}
	return file.Close()
}

// lockFile is a file beside the database that processes lock while they use it.
func (p place) lockFile(suffix string) (*flock.Flock, error) {
	if err := p.checkUsable(); err != nil {
		return nil, err
	}
	path := string(p) + suffix
	if err := p.createPrivate(path); err != nil {
		return nil, fmt.Errorf("cannot write beside the database: let this program write to its folder: %w", err)
	}
	return flock.New(path, flock.SetFlag(os.O_RDWR|files.NoFollow)), nil
}

// mark records that there is a database now.
func (p place) mark() error {
	file, err := files.Create(p.marker(), filepath.Base(string(p)))
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

// useLock is the file beside the database that every process with an open store
// locks together with others, and that whoever replaces the database locks
// alone.
func (p place) useLock() (*flock.Flock, error) { return p.lockFile(".open") }

// lockShared takes part in using the database. It returns the function that
// ends that.
func (p place) lockShared() (func(), error) {
	file, err := p.useLock()
	if err != nil {
		return nil, err
	}
	switch got, err := file.TryRLock(); {
	case err != nil:
		return nil, fmt.Errorf("cannot write beside the database: let this program write to its folder: %w", err)
	case !got:
		return nil, errors.New("a backup is being restored in its place: wait until that is done")
	}
	return func() { _ = file.Close() }, nil
}

// lockExclusive makes sure that nobody uses the database, and keeps everybody out
// until the function it returns is called.
func (p place) lockExclusive() (func(), error) {
	file, err := p.useLock()
	if err != nil {
		return nil, err
	}
	switch got, err := file.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("cannot write beside the database: let this program write to its folder: %w", err)
	case !got:
		return nil, fmt.Errorf("%s is in use: stop the server first", p)
	}
	return func() { _ = file.Close() }, nil
}
