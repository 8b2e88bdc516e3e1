package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"

	"github.com/mattn/go-sqlite3"

	"whichpm/internal/quiz"
)

// failure says what was being done when err came up, and adds
// quiz.ErrUnavailable when the database is at fault. A row that was looked
// for and is not there is quiz.ErrNotFound.
func failure(doing string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		err = quiz.ErrNotFound
	case unavailable(err) && !errors.Is(err, quiz.ErrUnavailable):
		err = fmt.Errorf("%w: %w", quiz.ErrUnavailable, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// readFailure is failure for a read, which a closed store answers with an
// error that has no name.
func (s *Store) readFailure(doing string, err error) error {
	if err != nil && !errors.Is(err, sql.ErrNoRows) && s.engine != nil && s.engine.stopped() {
		err = fmt.Errorf("%w: %w", quiz.ErrUnavailable, err)
	}
	return failure(doing, err)
}

// faults are SQLite's answers that say nothing about the query: locked, full,
// read-only, damaged or unreachable.
var faults = []sqlite3.ErrNo{
	sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrFull, sqlite3.ErrIoErr, sqlite3.ErrReadonly,
	sqlite3.ErrCantOpen, sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrProtocol,
	sqlite3.ErrNomem, sqlite3.ErrPerm, sqlite3.ErrAuth,
}

// unavailable reports whether the database is at fault, so that the same call
// may succeed later and others fail now as well.
func unavailable(err error) bool {
	if fault, ok := errors.AsType[sqlite3.Error](err); ok {
		return slices.Contains(faults, fault.Code)
	}
	return postgresAtFault(err) || errors.Is(err, quiz.ErrUnavailable) ||
		errors.Is(err, sql.ErrConnDone) || errors.Is(err, driver.ErrBadConn)
}

// refusal is the answer of a write that looked, said no and wrote nothing.
// Unlike any other error it does not undo the transaction it shares.
type refusal struct{ error }

func refuse(err error) error { return refusal{err} }

func (r refusal) Unwrap() error { return r.error }

// changed reports whether a statement changed any row.
func changed(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}
