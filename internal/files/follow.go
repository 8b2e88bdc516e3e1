// Package files finds and makes the files of a quiz: a path is followed to its
// end once, and what root makes belongs to whom it should. It knows nothing of
// what is in them.
package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// mostLinks is how many Linux follows in one path.
const mostLinks = 40

// Follow returns the absolute path of a file without any symbolic link in it.
// SQLite keeps its log beside the file that a link leads to, so everything else
// has to be there too. The file itself need not be there, but its folder has to.
func Follow(path string) (string, error) {
	at, ahead, err := root(path)
	if err != nil {
		return "", err
	}
	var links []fs.FileInfo
	for len(ahead) > 0 {
		name := ahead[0]
		ahead = ahead[1:]
		switch name {
		case "", ".":
			continue
		case "..":
			at = filepath.Dir(at)
			continue
		}
		next := filepath.Join(at, name)
		info, err := os.Lstat(next)
		switch {
		case errors.Is(err, fs.ErrNotExist) && len(ahead) == 0:
			at = next
			continue
		case err != nil:
			return "", astray(err)
		case info.Mode()&fs.ModeSymlink == 0:
			at = next
			continue
		}
		if links = append(links, info); len(links) > mostLinks {
			return "", fmt.Errorf("%s is a link that leads to itself: choose another path", path)
		}
		to, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if filepath.IsAbs(to) {
			at, to = start(to)
		}
		ahead = append(strings.Split(filepath.ToSlash(to), "/"), ahead...)
	}
	return at, trusted(path, at, links)
}

// astray says of a path that cannot be followed what to do.
func astray(err error) error {
	fault, ok := errors.AsType[*fs.PathError](err)
	switch {
	case !ok:
		return fmt.Errorf("choose another path: %w", err)
	case errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%s is not a folder: choose another path", filepath.Dir(fault.Path))
	case errors.Is(err, fs.ErrPermission):
		return barred(filepath.Dir(fault.Path))
	}
	return fmt.Errorf("the folder %s cannot be used: create it, or choose another path: %w", fault.Path, err)
}

// root is where a path begins and the names that lead on from there. It is not
// cleaned: "link/.." is the folder of where the link leads.
func root(path string) (at string, ahead []string, err error) {
	if !filepath.IsAbs(path) {
		folder, err := os.Getwd()
		if err != nil {
			return "", nil, err
		}
		path = folder + string(filepath.Separator) + path
	}
	at, rest := start(path)
	return at, strings.Split(filepath.ToSlash(rest), "/"), nil
}

func start(path string) (at, rest string) {
	volume := filepath.VolumeName(path)
	return volume + string(filepath.Separator), path[len(volume):]
}

// trusted keeps root from following where somebody else wants it to go: a link
// that is not root's may only lead to what is its owner's.
func trusted(path, at string, links []fs.FileInfo) error {
	if os.Geteuid() != 0 {
		return nil
	}
	end, err := os.Lstat(at)
	if errors.Is(err, fs.ErrNotExist) {
		end, err = os.Lstat(filepath.Dir(at))
	}
	if err != nil {
		return err
	}
	for _, link := range links {
		if whose := ownerOf(link); whose.user != 0 && whose.user != ownerOf(end).user {
			return fmt.Errorf("%s is a link of %s and leads to %s, which is not theirs: as root, name the file itself", path, whose, at)
		}
	}
	return nil
}
