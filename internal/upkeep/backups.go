package upkeep

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Backups are copies made at set times, named NAME-20260304T050607Z.db.
type Backups struct {
	Dir   string
	Name  string // of the database, such as whichpm
	Every time.Duration
	Keep  int // how many; older ones are removed

	Copy func(ctx context.Context, to string) error // whole and on disk, or an error
	Log  *slog.Logger
}

// BackupName is what the copies of a database file are named after.
func BackupName(db string) string {
	return strings.TrimSuffix(filepath.Base(db), filepath.Ext(db))
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
func (b Backups) Run(ctx context.Context) { repeat(ctx, b.wait(), b.backUp) }

// wait is how long until the next backup is due.
func (b Backups) wait() time.Duration {
	_, at, err := Newest(b.Dir, b.Name)
	if err != nil || at.IsZero() {
		return 0
	}
	return min(max(b.Every-time.Since(at), 0), b.Every) // the clock may have been wrong
}

func (b Backups) backUp(ctx context.Context) time.Duration {
	to := filepath.Join(b.Dir, b.Name+"-"+time.Now().UTC().Format(stamp)+".db")
	if err := b.Copy(ctx, to); err != nil {
		return failed(ctx, b.Log, "backup failed", err, b.Every)
	}
	b.Log.InfoContext(ctx, "database backed up", "to", to)
	if err := b.removeOld(); err != nil {
		b.Log.WarnContext(ctx, "old backups are not removed", "error", err)
	}
	return b.Every
}

// removeOld is called after a new copy is whole, and touches nothing it did
// not name itself.
func (b Backups) removeOld() error {
	old, err := list(b.Dir, b.Name, ".db")
	if err != nil {
		return err
	}
	halves, err := list(b.Dir, b.Name, ".db.part")
	if err != nil {
		return err
	}
	old = old[:max(len(old)-b.Keep, 0)]
	for _, half := range halves { // of a process that was killed
		if at, err := stampOf(half, b.Name); err == nil && time.Since(at) > longestCopy {
			old = append(old, half)
		}
	}
	for _, name := range old {
		if err := os.Remove(filepath.Join(b.Dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// longestCopy is when nobody can be writing a copy any more.
const longestCopy = 24 * time.Hour

const stamp = "20060102T150405Z"

// list returns the names of the backups that end so, the oldest first.
func list(dir, name, suffix string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	ours := regexp.MustCompile(`^` + regexp.QuoteMeta(name) + `-\d{8}T\d{6}Z` + regexp.QuoteMeta(suffix) + `$`)
	var names []string
	for _, e := range entries {
		if ours.MatchString(e.Name()) && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

// Newest returns the newest backup of that name in a folder and when it was
// made, "" if there is none.
func Newest(dir, name string) (path string, at time.Time, err error) {
	names, err := list(dir, name, ".db")
	if err != nil || len(names) == 0 {
		return "", time.Time{}, err
	}
	last := names[len(names)-1]
	at, err = stampOf(last, name)
	return filepath.Join(dir, last), at, err
}

// stampOf is when a backup was begun.
func stampOf(file, name string) (time.Time, error) {
	at, _, _ := strings.Cut(strings.TrimPrefix(file, name+"-"), ".")
	return time.Parse(stamp, at)
}
