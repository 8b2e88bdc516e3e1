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
	file, err := p.held(".lock")
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

// notLost refuses to make a new database in the place of one that was there.
func (p place) notLost() error {
	if _, err := os.Stat(p.marker()); errors.Is(err, fs.ErrNotExist) || p.exists() {
		return nil
	}
	return fmt.Errorf("the database is missing or empty, but %s says that there was one: "+
		"put it or a backup back, or delete the marker to start with nothing", p.marker())
}

// usable names what keeps this program from working with the database: a file
// that a command left here which was run as somebody else, or the folder.
func (p place) usable() error {
	for _, suffix := range []string{"", "-wal", "-shm", ".lock", ".open"} {
		if err := files.Refused(string(p)+suffix, files.ReadWrite); err != nil {
			return err
		}
	}
	return files.Refused(filepath.Dir(string(p)), files.Fill)
}

// readable is usable for who only looks.
func (p place) readable() error {
	if err := files.Refused(string(p), files.Read); err != nil {
		return err
	}
	return files.Refused(string(p)+"-wal", files.Read)
}

// private makes a file for its owner only if there is none: for SQLite to
// fill, which would let others read it, or to be held.
func (p place) private(path string) error {
	file, err := files.Create(path, filepath.Base(string(p)))
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot write the file: %w", err)
	}
	return file.Close()
}

// held is a file beside the database that processes hold while they use it.
func (p place) held(suffix string) (*flock.Flock, error) {
	if err := p.usable(); err != nil {
		return nil, err
	}
	path := string(p) + suffix
	if err := p.private(path); err != nil {
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

// inUse is the file beside the database that every process with an open store
// holds, and that a process alone may hold to put another database there.
func (p place) inUse() (*flock.Flock, error) { return p.held(".open") }

// enter joins those who use the database. It returns the function that leaves.
func (p place) enter() (func(), error) {
	file, err := p.inUse()
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

// alone makes sure that nobody uses the database, and keeps everybody out
// until the function it returns is called.
func (p place) alone() (func(), error) {
	file, err := p.inUse()
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
