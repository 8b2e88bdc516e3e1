package upkeep

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"whichpm/internal/jobs"
)

// Backups are copies made at set times, named NAME-AY7WQX-20260304T050607Z.db,
// with the first letters of the identity, so that two quizzes never write the
// same file. Others may keep theirs in the same folder: which are this quiz's is
// told by what is in them and never by their names.
type Backups struct {
	BackupFolder

	Every time.Duration
	Keep  int // how many; older ones are removed

	Copy func(ctx context.Context, to string) error // whole and on disk, or an error
	Log  *slog.Logger
}

// BackupName is what the copies of a database file are named after.
func BackupName(db string) string {
	name := filepath.Base(db)
	return name[:len(name)-len(filepath.Ext(name))]
}

// Check returns an error that says what to do when no backup can be made.
func (b Backups) Check() error {
	info, err := os.Stat(b.Dir)
	if err != nil {
		return fmt.Errorf("--backup-dir: the folder %s cannot be used: create it, or choose another path: %w", b.Dir, err)
	}
	if !info.IsDir() {
		return fmt.Errorf("--backup-dir: %s is not a folder: choose another path", b.Dir)
	}
	return nil
}

// Run makes backups until ctx ends. A restart does not begin the wait anew.
func (b Backups) Run(ctx context.Context) { jobs.Repeat(ctx, b.wait(ctx), nil, b.backUp) }

// wait is how long until the next backup is due.
func (b Backups) wait(ctx context.Context) time.Duration {
	all, err := b.Look(ctx, time.Now())
	newest, found := all.Newest()
	if err != nil || !found {
		return 0
	}
	return min(max(b.Every-time.Since(newest.At), 0), b.Every)
}

func (b Backups) backUp(ctx context.Context) time.Duration {
	to := filepath.Join(b.Dir, b.Name+"-"+b.Quiz[:min(letters, len(b.Quiz))]+"-"+time.Now().UTC().Format(stamp)+b.Suffix)
	if err := b.Copy(ctx, to); err != nil {
		return failed(ctx, b.Log, "backup failed", err, b.Every)
	}
	b.Log.InfoContext(ctx, "database backed up", "to", to)
	if err := b.removeOld(ctx, to); err != nil {
		b.Log.WarnContext(ctx, "old backups are not removed", "error", err)
	}
	return b.Every
}

// removeOld is called after a new copy is whole. It touches this quiz's own
// only, and neither the new one nor one of unknown age.
func (b Backups) removeOld(ctx context.Context, made string) error {
	all, err := b.Look(ctx, time.Now())
	if err != nil {
		return err
	}
	old := slices.DeleteFunc(all.Own, func(c Backup) bool { return c.Path == made })
	for len(old) > b.Keep-1 {
		oldest := slices.MinFunc(old, byAge)
		if err := os.Remove(oldest.Path); err != nil {
			return err
		}
		old = slices.DeleteFunc(old, func(c Backup) bool { return c == oldest })
	}
	return b.removeHalves()
}

// longestCopy is when nobody can be writing a copy any more.
const longestCopy = 24 * time.Hour

// removeHalves removes what a process left that was killed while it copied.
func (b Backups) removeHalves() error {
	halves, err := b.list(b.Suffix + ".part")
	if err != nil {
		return err
	}
	for _, half := range halves {
		info, err := os.Lstat(half)
		if err != nil || time.Since(info.ModTime()) < longestCopy {
			continue
		}
		if err := os.Remove(half); err != nil {
			return err
		}
	}
	return nil
}

const (
	stamp   = "20060102T150405Z"
	letters = 6 // of the identity, in the name of a file
)

// byAge has the oldest first.
func byAge(a, b Backup) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Path, b.Path))
}
