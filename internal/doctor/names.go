//go:build unix

package doctor

import (
	"io/fs"
	"syscall"
)

// namesOf is how many names a file has.
func namesOf(info fs.FileInfo) uint64 {
	if of, ok := info.Sys().(*syscall.Stat_t); ok && info.Mode().IsRegular() {
		return uint64(of.Nlink) //nolint:unconvert // the types differ from system to system
	}
	return 1
}
