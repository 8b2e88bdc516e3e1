//go:build linux || darwin || freebsd

package doctor

import "golang.org/x/sys/unix"

// freeBytes is what this user may still write to the disk a folder is on.
func freeBytes(folder string) (int64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, err
	}
	return int64(s.Bavail) * int64(s.Bsize), nil //nolint:gosec,unconvert // the types differ from system to system
}
