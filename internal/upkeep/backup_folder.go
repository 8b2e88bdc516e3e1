package upkeep

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

// BackupFolder is a folder with backups of a quiz, and maybe of others.
type BackupFolder struct {
	Dir    string
	Name   string // of the database, such as whichpm
	Suffix string // .db, or .dump for PostgreSQL
	Quiz   string // its identity

	// Origin reads from a backup which quiz it holds and when it was made.
	Origin func(ctx context.Context, path string) (quiz string, at time.Time, err error)
}

// Backup is a file in a backup folder.
type Backup struct {
	Path string
	At   time.Time // when it was made, as it says itself
	Err  error     // why it cannot be read
}

// Found is what is in a backup folder, in no order. Only Own counts: the others are
// never removed and never taken for a backup of this quiz.
type Found struct {
	Own     []Backup
	Ahead   []Backup // this quiz's, made after now by what they say: their age is unknown
	Foreign []Backup // of another quiz
	Unread  []Backup // damaged, locked away or something else
}

// Newest is the last backup that counts.
func (f Found) Newest() (newest Backup, found bool) {
	if len(f.Own) == 0 {
		return newest, false
	}
	return slices.MaxFunc(f.Own, byAge), true
}

// clockSlack is how far two clocks may be apart that both are right.
const clockSlack = 5 * time.Minute

// Look reads every file that is named as a backup of this quiz would be.
func (f BackupFolder) Look(ctx context.Context, now time.Time) (found Found, err error) {
	paths, err := f.list(f.Suffix)
	if err != nil {
		return found, err
	}
	for _, path := range paths {
		quiz, at, err := f.Origin(ctx, path)
		one := Backup{path, at, err}
		switch {
		case ctx.Err() != nil:
			return found, ctx.Err()
		case err != nil:
			found.Unread = append(found.Unread, one)
		case quiz != f.Quiz:
			found.Foreign = append(found.Foreign, one)
		case at.After(now.Add(clockSlack)):
			found.Ahead = append(found.Ahead, one)
		default:
			found.Own = append(found.Own, one)
		}
	}
	return found, nil
}

// list returns the files that are named so and end so, also as they were named
// before there were identities.
func (f BackupFolder) list(suffix string) (paths []string, err error) {
	entries, err := os.ReadDir(f.Dir)
	if err != nil {
		return nil, err
	}
	named := regexp.MustCompile(`^` + regexp.QuoteMeta(f.Name) + `-([A-Z2-7]{6}-)?\d{8}T\d{6}Z` + regexp.QuoteMeta(suffix) + `$`)
	for _, e := range entries {
		if named.MatchString(e.Name()) && e.Type().IsRegular() {
			paths = append(paths, filepath.Join(f.Dir, e.Name()))
		}
	}
	return paths, nil
}
