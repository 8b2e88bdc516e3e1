//go:build unix

package files

import (
	"io/fs"
	"os"
	"syscall"
)

func ownerOf(info fs.FileInfo) owner {
	if of, ok := info.Sys().(*syscall.Stat_t); ok {
		return owner{int(of.Uid), int(of.Gid)}
	}
	return owner{os.Geteuid(), os.Getegid()}
}
