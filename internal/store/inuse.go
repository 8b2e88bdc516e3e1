package store

import (
	"errors"
	"fmt"

	"github.com/gofrs/flock"
)

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
