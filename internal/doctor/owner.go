package doctor

import (
	"fmt"
	"path/filepath"
	"strings"

	"whichpm/internal/files"
)

// refusedFinding is about what this program may not use.
func refusedFinding(what, path string, need files.Need) (Finding, bool) {
	switch err := files.Refused(path, need).(type) { //nolint:errorlint // it is not wrapped
	case nil:
		return Finding{}, false
	case files.Refusal:
		return Finding{Wrong, what, err.Seen, err.Type}, true
	default:
		return Finding{Wrong, what, err.Error(), "let this program’s user write to it"}, true
	}
}

// besides are what the name of a file that belongs to the database ends with.
var besides = []string{"", "-wal", "-shm", ".lock", ".open", ".marker", ".backup-*", ".replaced-*", ".restoring"}

// ownerFinding is about files that a command left here which was run as
// somebody else, mostly root: they lock the server out.
func ownerFinding(path string) Finding {
	var all []string
	for _, suffix := range besides {
		found, err := filepath.Glob(escaped(path) + suffix)
		if err == nil {
			all = append(all, found...)
		}
	}
	left, whose, command := files.Foreign(all...)
	if len(left) == 0 {
		return ok("owner of files", "%s", whose)
	}
	return Finding{
		Wrong, "owner of files", fmt.Sprintf("%s should belong to %s and does not, as after a command run by root", strings.Join(left, ", "), whose),
		command,
	}
}

// escaped is a path as a pattern that only it fits.
func escaped(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}
