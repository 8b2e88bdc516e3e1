package doctor

import (
	"context"
	"fmt"
	"strings"
	"time"

	"whichpm/internal/files"
	"whichpm/internal/store"
	"whichpm/internal/upkeep"
)

// usualEvery is how old a backup may be where nobody said how often.
const usualEvery = 24 * time.Hour

func (in Installation) backups(ctx context.Context) []Finding {
	dir := in.Backups.Dir
	if dir == "" {
		return []Finding{{Look, "backups", "none are made by the server", "give --backup-dir and --backup-every, and see docs/operations.md for a copy on another machine"}}
	}
	if in.URL != "" {
		if err := store.MayDump(); err != nil {
			return []Finding{{Wrong, "backups", err.Error(), "apt-get install postgresql-client"}}
		}
	}
	found, err := in.Backups.Look(ctx, in.Now)
	if err != nil {
		return []Finding{{Wrong, "backups", err.Error(), "create the folder, or correct --backup-dir"}}
	}
	if f, refused := refusedFinding("backups", dir, files.Fill); refused {
		return []Finding{f}
	}
	if in.Backups.Quiz == "" {
		return []Finding{{Look, "backups", "without the database nobody can tell which in " + dir + " are its own", "fix the database first; whichpm verify FILE says what a backup holds"}}
	}
	return append([]Finding{in.newest(found)}, strange(found, dir)...)
}

func (in Installation) newest(found upkeep.Found) Finding {
	every := in.BackupEvery
	if every == 0 {
		every = usualEvery
	}
	newest, there := found.Newest()
	switch age := in.Now.Sub(newest.At); {
	case !there:
		return Finding{Look, "backups", "there is none of this quiz yet in " + in.Backups.Dir, "look again once the server has run; its log says if one failed"}
	case age > 2*every:
		return Finding{
			Wrong, "backups", fmt.Sprintf("the newest, %s, is %s old", newest.Path, age.Round(time.Minute)),
			"see that the server runs; its log says why a backup failed",
		}
	}
	return ok("backups", "the newest is %s", newest.Path)
}

// strange is about what else is named like a backup of this quiz.
func strange(found upkeep.Found, dir string) (findings []Finding) {
	if paths := pathsOf(found.Ahead); len(paths) > 0 {
		findings = append(findings, Finding{
			Look, "backups of the future", strings.Join(paths, ", ") + " say that they were made after now: they count for nothing and are never removed",
			"set the clock if it is wrong, else: rm " + files.Quoted(paths...),
		})
	}
	if paths := pathsOf(found.Foreign); len(paths) > 0 {
		findings = append(findings, Finding{
			Look, "backups of others", fmt.Sprintf("%d in the same folder are of another quiz, such as %s: they count for nothing and are left alone", len(paths), paths[0]),
			"give each quiz a folder of its own with --backup-dir; whichpm verify " + files.Quoted(paths[0]) + " says which it is",
		})
	}
	if paths := pathsOf(found.Unread); len(paths) > 0 {
		findings = append(findings, Finding{
			Look, "backups that cannot be read", fmt.Sprintf("%s: %v", strings.Join(paths, ", "), found.Unread[0].Err),
			"whichpm verify " + files.Quoted(paths[0]) + " says why; then: rm " + files.Quoted(paths...),
		})
	}
	if own := pathsOf(found.Own); len(own) > 0 {
		if left, whose, command := files.Foreign(own...); len(left) > 0 {
			findings = append(findings, Finding{
				Look, "owner of backups", fmt.Sprintf("%s should belong to %s, whose folder %s is", strings.Join(left, ", "), whose, dir), command,
			})
		}
	}
	return findings
}

func pathsOf(backups []upkeep.Backup) (paths []string) {
	for _, b := range backups {
		paths = append(paths, b.Path)
	}
	return paths
}
