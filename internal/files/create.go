package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ours keeps what is in a file from everybody else on the machine.
const ours = 0o600

// Create makes a file that is not there yet, for its owner only. What root
// makes belongs to the first owner who is not root of the files in the same
// folder that are named as like, or else of the folder: a server without
// root's rights has to use it. Nothing is followed and nothing that is there
// is touched: then it is fs.ErrExist.
func Create(path string, like ...string) (*os.File, error) {
	const anew = os.O_RDWR | os.O_CREATE | os.O_EXCL
	if os.Geteuid() != 0 {
		return os.OpenFile(path, anew, ours) //nolint:gosec // the caller names it
	}
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	defer folder.Close() //nolint:errcheck // nothing was written to it
	file, err := folder.OpenFile(filepath.Base(path), anew, ours)
	if err != nil {
		return nil, err
	}
	if err := handOver(file, heir(folder, like)); err != nil {
		return nil, errors.Join(err, file.Close(), folder.Remove(filepath.Base(path)))
	}
	return file, nil
}

// heir is who gets what root makes in a folder: root only if all there is
// root's.
func heir(folder *os.Root, like []string) owner {
	for _, name := range append(like, ".") {
		info, err := folder.Lstat(name)
		if err == nil && info.Mode()&fs.ModeSymlink == 0 && ownerOf(info).user != 0 {
			return ownerOf(info)
		}
	}
	return owner{}
}

// handOver changes the owner of an open file, which nobody can exchange for
// another one meanwhile. Where owners cannot be changed it stays root's.
func handOver(file *os.File, to owner) error {
	if to.user == 0 {
		return nil
	}
	if err := file.Chown(to.user, to.group); err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

// Foreign lists those of the files that are not theirs who use the folder of
// the first: they are left over from a command that was run as somebody else.
// It says who does, and what to type. It lists none where all is root's.
func Foreign(paths ...string) (left []string, whose, command string) {
	folder, err := os.OpenRoot(filepath.Dir(paths[0]))
	if err != nil {
		return nil, "", ""
	}
	defer folder.Close() //nolint:errcheck // nothing was written to it
	to := heir(folder, []string{filepath.Base(paths[0])})
	for _, path := range paths {
		if info, err := os.Lstat(path); err == nil && to.user != 0 && ownerOf(info).user != to.user {
			left = append(left, path)
		}
	}
	return left, to.String(), "chown " + typed(to.user) + ": " + Quoted(left...)
}

// Write makes a file with that content, or replaces what is in one.
func Write(path string, body []byte) error {
	return WriteFrom(path, func(file io.Writer) error {
		_, err := file.Write(body)
		return err
	})
}

// WriteFrom is Write for content that comes piece by piece. After an error the
// file holds a part of it.
func WriteFrom(path string, write func(io.Writer) error) error {
	file, err := toWrite(path)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// toWrite follows no link that leads root astray. What is no file, such as
// /dev/stdout, is written to as it is.
func toWrite(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.OpenFile(path, os.O_WRONLY, 0) //nolint:gosec // the caller names it
	}
	path, err := Follow(path)
	if err != nil {
		return nil, err
	}
	file, err := Create(path)
	if errors.Is(err, fs.ErrExist) {
		return os.OpenFile(path, os.O_WRONLY|os.O_TRUNC|NoFollow, 0) //nolint:gosec // it was followed to its end
	}
	return file, err
}
