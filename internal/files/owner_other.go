//go:build !unix

package files

import "io/fs"

// ownerOf knows of nobody else where files have no number of a user.
func ownerOf(fs.FileInfo) owner { return owner{} }
