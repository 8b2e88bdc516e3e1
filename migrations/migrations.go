// Package migrations holds the schema, one numbered step a file. It knows
// nothing of who runs the steps or when.
package migrations

import (
	"embed"
	"io/fs"
	"strconv"
	"strings"
)

//go:embed sqlite/*.sql postgres/*.sql
var files embed.FS

// SQLite returns the steps for SQLite, in goose's format.
func SQLite() fs.FS { return folder("sqlite") }

// PostgreSQL returns the same steps, by number, for PostgreSQL.
func PostgreSQL() fs.FS { return folder("postgres") }

func folder(name string) fs.FS {
	steps, err := fs.Sub(files, name)
	if err != nil { // the folder is part of the program
		panic(err)
	}
	return steps
}

// Latest is the number of the last step: the schema this program works with.
func Latest() int64 { return last("*.sql") }

// Identity is the number of the step from which on a quiz has an identity.
func Identity() int64 { return last("*_identity.sql") }

func last(pattern string) int64 {
	names, err := fs.Glob(SQLite(), pattern)
	if err != nil || len(names) == 0 { // the folder is part of the program
		panic("migrations: no steps")
	}
	return Number(names[len(names)-1])
}

// Number is that of a step, from the name of its file.
func Number(name string) int64 {
	digits, _, _ := strings.Cut(name, "_")
	number, err := strconv.ParseInt(digits, 10, 64)
	if err != nil { // the file is part of the program
		panic(err)
	}
	return number
}
