package store

import (
	"database/sql"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"whichpm/internal/quiz"
)

// A primary that waits for a standby stops waiting when it is told to cancel.
// It then says that the commit is made, and only a warning tells that no
// standby has it. Such a commit is not acknowledged: it would be lost with the
// primary.

// errUnsafe is unavailable: what was written is to be sent again.
var errUnsafe = fmt.Errorf("%w: no standby has what was committed", quiz.ErrUnavailable)

const unsafeCommit = "whichpm.unsafe" // among the data of a connection

// noteUnsafeCommit recognizes the warning by the place in the server's source
// it comes from: its text depends on the server's language, and it has no code
// of its own.
func noteUnsafeCommit(conn *pgconn.PgConn, said *pgconn.Notice) {
	if said.Routine == "SyncRepWaitForLSN" {
		conn.CustomData()[unsafeCommit] = true
	}
}

// mustBeSafe returns errUnsafe if the server said so of the last commit.
func mustBeSafe(conn *sql.Conn) error {
	return conn.Raw(func(driver any) error {
		data := driver.(*stdlib.Conn).Conn().PgConn().CustomData()
		if _, heard := data[unsafeCommit]; !heard {
			return nil
		}
		delete(data, unsafeCommit)
		return errUnsafe
	})
}
