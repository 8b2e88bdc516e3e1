package doctor

import (
	"os"
	"path/filepath"

	"whichpm/internal/files"
)

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
