package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"regexp"
	"strconv"
	"strings"
)

// Need is what a program does with a file or a folder.
type Need struct {
	mode uint32
	says string
}

// What may be needed: a folder is written to by making files there.
var (
	Read      = Need{4, "read it"}
	ReadWrite = Need{4 | 2, "read and write it"}
	Fill      = Need{2 | 1, "write to its folder"}
)

// Refusal says that the system keeps this program from a file, whose that is
// and what to type.
type Refusal struct {
	Path string
	Seen string // one line that names the file, its owner and who runs this program
	Type string // a command
	need Need
}

// Error is one line.
func (r Refusal) Error() string {
	return fmt.Sprintf("%s: let this program %s, for example with: %s", r.Seen, r.need.says, r.Type)
}

// Refused is nil if this program may do that with a file, or if there is none.
func Refused(path string, need Need) error {
	err := access(path, need.mode)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	info, problem := os.Stat(path)
	if problem != nil || !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s cannot be used: let this program %s: %w", path, need.says, err)
	}
	whose, me := ownerOf(info), nameOf(os.Geteuid())
	if whose.user == os.Geteuid() {
		add := map[uint32]string{Read.mode: "u+r", ReadWrite.mode: "u+rw", Fill.mode: "u+wx"}[need.mode]
		return Refusal{path, fmt.Sprintf("%s has mode %03o", path, info.Mode().Perm()), "chmod " + add + " " + Quoted(path), need}
	}
	return Refusal{path, fmt.Sprintf("%s belongs to %s, and this program runs as %s", path, whose, me), "chown " + typed(os.Geteuid()) + " " + Quoted(path), need}
}

// barred says of a path that could not be followed which folder keeps this
// program out.
func barred(folder string) error {
	info, err := os.Stat(folder)
	if err != nil {
		return fmt.Errorf("%s cannot be entered: choose another path: %w", folder, err)
	}
	return fmt.Errorf("%s belongs to %s and does not let %s in: choose another path, or run this as %s",
		folder, ownerOf(info), nameOf(os.Geteuid()), ownerOf(info))
}

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

// owner is whose a file is, by number.
type owner struct{ user, group int }

// String is the name of the user, or the number where there is none.
func (o owner) String() string { return nameOf(o.user) }

func nameOf(id int) string {
	if known, err := user.LookupId(strconv.Itoa(id)); err == nil {
		return known.Username
	}
	return fmt.Sprintf("user %d", id)
}

// typed is the user as chown takes it.
func typed(id int) string { return strings.TrimPrefix(nameOf(id), "user ") }
