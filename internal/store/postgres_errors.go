package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// errConflict says that a write was based on something another write has
// changed meanwhile. Tried again, it sees the change.
var errConflict = errors.New("another change came in between")

// PostgreSQL's codes have five letters, of which two are the class. The
// appendix "PostgreSQL Error Codes" of its manual lists them.

// conflicts are the codes of a write that was undone because it met another
// one.
var conflicts = []string{
	"40001", // serialization_failure
	"40P01", // deadlock_detected
	"23505", // unique_violation: both took the next number
}

// serverFaults are classes and codes that mean a fault of the server and say
// nothing about the query.
var serverFaults = []string{
	"08",    // the connection
	"25006", // read_only_sql_transaction: not the primary any more
	"28",    // not let in
	"3D",    // no such database
	"40001", "40P01",
	"53",    // no room, no memory, too many connections
	"55P03", // lock_not_available
	"57",    // shut down, cancelled, timed out
	"58",    // the system below
	"XX",    // damaged
}

// serverGone are classes and codes after which the connection is given up: the
// server stops or is no longer the primary.
var serverGone = []string{"08", "25006", "57P"}

func hasCode(fault *pgconn.PgError, codes []string) bool {
	return slices.ContainsFunc(codes, func(code string) bool { return strings.HasPrefix(fault.Code, code) })
}

// postgresAtFault is unavailable for PostgreSQL. Text it does not take (22021)
// and broken rules are the query's fault.
func postgresAtFault(err error) bool {
	if fault, ok := errors.AsType[*pgconn.PgError](err); ok {
		return hasCode(fault, serverFaults)
	}
	return disconnected(err) || pgconn.Timeout(err) && !errors.Is(err, context.Canceled)
}

// lost reports whether the server went away or takes no writes any more.
func lost(err error) bool {
	if fault, ok := errors.AsType[*pgconn.PgError](err); ok {
		return hasCode(fault, serverGone)
	}
	return disconnected(err)
}

// disconnected reports whether the connection broke, or could not be made.
func disconnected(err error) bool {
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return true
	}
	if network, ok := errors.AsType[net.Error](err); ok && !network.Timeout() {
		return true
	}
	return errors.Is(err, driver.ErrBadConn) || errors.Is(err, pgconn.ErrConnClosed) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}
