package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
	"whichpm/internal/upkeep"
	"whichpm/web/admin"
	"whichpm/web/taker"
)

// upkeepFlags say what the server does for its database by itself.
type upkeepFlags struct {
	BackupDir   string        `arg:"--backup-dir,env:WHICHPM_BACKUP_DIR" placeholder:"FOLDER" help:"Folder for backups, which must exist."`
	BackupEvery time.Duration `arg:"--backup-every,env:WHICHPM_BACKUP_EVERY" placeholder:"TIME" help:"How often to back up, such as 24h. Without it, never."`
	BackupKeep  int           `arg:"--backup-keep,env:WHICHPM_BACKUP_KEEP" default:"7" help:"How many backups to keep."`
	KeepResults int           `arg:"--keep-results,env:WHICHPM_KEEP_RESULTS" default:"0" placeholder:"DAYS" help:"Delete results after this many days. 0 keeps them until their takers delete them."`
}

const (
	mostOften = time.Second // names of backups count seconds
	mostKept  = 365 * 200   // fits a duration of any clock
	leastKept = 1
)

// check returns an error that names the flag to change.
func (f upkeepFlags) check(where postgres) error {
	switch {
	case (f.BackupDir == "") != (f.BackupEvery == 0):
		return errors.New("give --backup-dir and --backup-every together, such as --backup-dir=backups --backup-every=24h")
	case f.BackupEvery != 0 && f.BackupEvery < mostOften:
		return errors.New("--backup-every: give a time of a second or more, such as 24h")
	case f.BackupKeep < leastKept:
		return errors.New("--backup-keep: give 1 or more")
	case f.KeepResults < 0 || f.KeepResults > mostKept:
		return errors.New("--keep-results: give a number of days, or 0 to keep results")
	case f.BackupDir == "":
		return nil
	case where.server():
		if err := store.MayDump(); err != nil {
			return fmt.Errorf("--backup-dir: %w", err)
		}
	}
	return upkeep.Backups{BackupFolder: upkeep.BackupFolder{Dir: f.BackupDir}}.Check()
}

// backupFolder is where the backups of a quiz are.
func (d database) backupFolder(dir, quiz string) upkeep.BackupFolder {
	folder := upkeep.BackupFolder{Dir: dir, Name: upkeep.BackupName(d.DB), Suffix: ".db", Quiz: quiz, Origin: originOf}
	if d.server() {
		folder.Name, folder.Suffix = "whichpm", ".dump"
	}
	return folder
}

func originOf(ctx context.Context, path string) (quiz string, at time.Time, err error) {
	o, err := store.OriginOf(ctx, path)
	return o.Quiz, o.At, err
}

// drawGroup makes the picture of a group.
type drawGroup = func(ctx context.Context, least int) func([]quiz.Result) (string, error)

// tasks are what is switched on, to run beside the server. Groups end also where none
// are made any more.
func (c *serveCmd) tasks(ctx context.Context, db *store.Store, draw drawGroup, log *slog.Logger) (tasks []func(context.Context), err error) {
	if c.BackupDir != "" {
		origin, err := db.Origin(ctx)
		if err != nil {
			return nil, err
		}
		tasks = append(tasks, upkeep.Backups{BackupFolder: c.backupFolder(c.BackupDir, origin.Quiz), Every: c.BackupEvery, Keep: c.BackupKeep, Log: log, Copy: db.BackUp}.Run)
	}
	if c.KeepResults > 0 {
		tasks = append(tasks, upkeep.Retention{Days: c.KeepResults, Store: db, Log: log}.Run)
	}
	return append(tasks, upkeep.Groups{Store: db, Draw: draw, Log: log}.Run, upkeep.Typed{Store: db, Log: log, Now: time.Now}.Run), nil
}

// groupsOf counts the groups that addresses make in a day, together with other
// programs on the database.
func groupsOf(db *store.Store) func(ctx context.Context, address string) (time.Duration, error) {
	daily := auth.NewDaily(db, "groups", taker.MostGroups)
	return func(ctx context.Context, address string) (time.Duration, error) {
		return daily.Try(ctx, address, time.Now())
	}
}

// lookAgain is how often at most the backup folder is read for admins: of each
// file is asked which quiz it holds.
const lookAgain = 5 * time.Minute

// lastBackup tells admins of the newest backup, nil where the server makes
// none.
func (c *serveCmd) lastBackup(db *store.Store) func(context.Context) (admin.Backup, error) {
	if c.BackupDir == "" {
		return nil
	}
	var mu sync.Mutex
	var looked time.Time
	known := admin.Backup{Every: c.BackupEvery}
	return func(ctx context.Context) (admin.Backup, error) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(looked) < lookAgain {
			return known, nil
		}
		origin, err := db.Origin(ctx)
		if err != nil {
			return known, err
		}
		found, err := c.backupFolder(c.BackupDir, origin.Quiz).Look(ctx, time.Now())
		if err != nil {
			return known, err
		}
		newest, _ := found.Newest()
		known.Newest, looked = newest.At, time.Now()
		return known, nil
	}
}
