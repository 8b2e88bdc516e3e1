// Package pgserver starts one throwaway PostgreSQL server for the tests of a
// process and gives each test a database of its own. It knows nothing of what
// is kept in them.
package pgserver

import (
	"fmt"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// first is the server all tests of this process share. It does not wait for
// the disk.
var first = sync.OnceValues(func() (*Server, error) { return Alone("fsync = off") })

// Database makes an empty database and returns its address. It is dropped at
// the end of the test.
func Database(t testing.TB) string {
	t.Helper()
	return From(t, "template0")
}

var made atomic.Int64

// From makes a database that is a copy of another one, of which Make had the
// name. It is dropped at the end of the test.
func From(t testing.TB, template string) string {
	t.Helper()
	name := fmt.Sprintf("test_%d", made.Add(1))
	address, err := Make(name, template)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := run("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return address
}

// Make makes a database that stays until the process ends.
func Make(name, template string) (address string, err error) {
	s, err := First()
	if err != nil {
		return "", err
	}
	return s.Address(name), run("CREATE DATABASE " + name + " TEMPLATE " + template)
}

// First returns the server all tests of this process share.
func First() (*Server, error) { return first() }

// run runs a statement as the server's owner, outside of the tests' databases.
func run(statement string) error {
	s, err := First()
	if err != nil {
		return err
	}
	return s.Run(statement)
}

// Name is the name of the database that an address leads to.
func Name(address string) string {
	place, _, _ := strings.Cut(address, "?")
	return path.Base(place)
}
