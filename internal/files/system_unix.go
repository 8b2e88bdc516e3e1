//go:build unix

package files

import (
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// NoFollow makes opening a symbolic link fail.
const NoFollow = syscall.O_NOFOLLOW

func access(path string, mode uint32) error { return unix.Access(path, mode) }

func ownerOf(info fs.FileInfo) owner {
	if of, ok := info.Sys().(*syscall.Stat_t); ok {
		return owner{int(of.Uid), int(of.Gid)}
	}
	return owner{os.Geteuid(), os.Getegid()}
}
