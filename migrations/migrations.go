// Package migrations holds the schema, one numbered step a file. It knows
// nothing of who runs the steps or when.
package migrations

import (
	"embed"
	"io/fs"
)

//go:embed sqlite/*.sql
var files embed.FS

// SQLite returns the steps for SQLite, in goose's format.
func SQLite() fs.FS {
	steps, err := fs.Sub(files, "sqlite")
	if err != nil { // the folder is part of the program
		panic(err)
	}
	return steps
}
