//go:build unix

package files

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// NoFollow makes opening a symbolic link fail.
const NoFollow = syscall.O_NOFOLLOW

func access(path string, mode uint32) error { return unix.Access(path, mode) }
