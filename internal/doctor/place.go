package doctor

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"whichpm/internal/files"
)

// What is asked of the disk: this much at least, and a multiple of the
// database, because backing up and migrating write it once more.
const (
	leastFree = 64 << 20
	copies    = 3
)

const largeLog = 64 << 20 // SQLite starts over at 4 MB when nobody reads

// place looks at folder, file and what is beside it.
func (in Installation) place() []Finding {
	path, err := files.Follow(in.DB)
	if err != nil {
		return []Finding{{Wrong, "folder", err.Error(), "do what the line says, or name another path with --db"}}
	}
	folder := filepath.Dir(path)
	findings := []Finding{folderFinding(folder)}
	if findings[0].State == Wrong {
		return findings
	}
	findings = append(findings, linkFindings(in.DB, path)...)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err != nil || !info.Mode().IsRegular() {
		return append(findings, spaceFinding(folder, 0))
	}
	return append(findings, spaceFinding(folder, info.Size()), modeFinding(path, info), ownerFinding(path), markerFinding(path), logFinding(path))
}

func folderFinding(folder string) Finding {
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() {
		return Finding{Wrong, "folder", folder + " is not a folder that can be used", "create it, or name another path with --db"}
	}
	if f, refused := refusedFinding("folder", folder, files.Fill); refused {
		return f
	}
	return ok("folder", "%s can be written to", folder)
}

func spaceFinding(folder string, size int64) Finding {
	free, err := freeBytes(folder)
	switch {
	case err != nil:
		return Finding{Look, "disk space", "unknown: " + err.Error(), "see yourself that there is room"}
	case free < leastFree:
		return Finding{Wrong, "disk space", fmt.Sprintf("%s free", megabytes(free)), "make room: results cannot be stored when the disk is full"}
	case free < copies*size:
		return Finding{
			Look, "disk space", fmt.Sprintf("%s free, and the database has %s", megabytes(free), megabytes(size)),
			"make room: an upgrade and a backup each write a copy of it",
		}
	}
	return ok("disk space", "%s free", megabytes(free))
}

func modeFinding(path string, info fs.FileInfo) Finding {
	if f, refused := refusedFinding("file", path, files.ReadWrite); refused {
		return f
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return Finding{Look, "file", fmt.Sprintf("others on this machine may use it (mode %o)", mode), "chmod 600 " + files.Quoted(path)}
	}
	return ok("file", "%s, only for its user", megabytes(info.Size()))
}

func markerFinding(path string) Finding {
	if _, err := os.Stat(path + ".marker"); err != nil {
		return Finding{Look, "marker", "none: a database that gets lost would be replaced by an empty one", "start the server once, it writes the marker"}
	}
	return ok("marker", "there")
}

func logFinding(path string) Finding {
	info, err := os.Stat(path + "-wal")
	if err == nil && info.Size() > largeLog {
		return Finding{
			Look, "log", fmt.Sprintf("%s-wal has %s", filepath.Base(path), megabytes(info.Size())),
			"something reads the database without an end: find it, such as an open sqlite3, and close it",
		}
	}
	if err != nil {
		return ok("log", "none, as when the server does not run")
	}
	return ok("log", "%s", megabytes(info.Size()))
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }

// linkFindings is about a database that is named by a link, and about one file
// with two names, for each of which SQLite would keep a log.
func linkFindings(named, path string) []Finding {
	if info, err := os.Lstat(path); err == nil && namesOf(info) > 1 {
		return []Finding{{
			Wrong, "names", path + " has another name elsewhere (a hard link): used by both, it is damaged",
			"stop the server, then find the other with find / -xdev -samefile " + files.Quoted(path) + " and remove it",
		}}
	}
	if info, err := os.Lstat(named); err != nil || info.Mode().IsRegular() {
		return nil
	}
	var left []string
	for _, suffix := range []string{".marker", ".lock", ".open"} {
		if own, err := filepath.Abs(named + suffix); err == nil && own != path+suffix {
			if _, err := os.Lstat(own); err == nil {
				left = append(left, own)
			}
		}
	}
	if len(left) > 0 {
		return []Finding{{
			Look, "link", named + " leads to " + path + ", and an older program left files beside the link that nothing reads any more",
			"rm " + files.Quoted(left...),
		}}
	}
	return []Finding{ok("link", "%s leads to %s: everything is beside that", named, path)}
}
