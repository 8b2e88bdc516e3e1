package files

import (
	"regexp"
	"strings"
)

var plain = regexp.MustCompile(`^[\w@%+=:,./-]+$`)

// Quoted spells paths so that they can be typed into a shell.
func Quoted(paths ...string) string {
	quoted := make([]string, len(paths))
	for i, path := range paths {
		if quoted[i] = path; !plain.MatchString(path) {
			quoted[i] = "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
		}
	}
	return strings.Join(quoted, " ")
}
