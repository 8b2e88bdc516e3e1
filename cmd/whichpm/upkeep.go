package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"whichpm/internal/store"
	"whichpm/internal/upkeep"
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

// errServer is what a command for a SQLite file answers when the quiz is kept
// on a PostgreSQL server.
var errServer = errors.New("this copies a SQLite file, and the quiz is on PostgreSQL: back that up with its own tools, such as pg_basebackup or pg_dump")

// check returns an error that names the flag to change.
func (f upkeepFlags) check(where postgres) error {
	switch {
	case f.BackupDir != "" && where.server():
		return errServer
	case (f.BackupDir == "") != (f.BackupEvery == 0):
		return errors.New("give --backup-dir and --backup-every together, such as --backup-dir=backups --backup-every=24h")
	case f.BackupEvery != 0 && f.BackupEvery < mostOften:
		return errors.New("--backup-every: give a time of a second or more, such as 24h")
	case f.BackupKeep < leastKept:
		return errors.New("--backup-keep: give 1 or more")
	case f.KeepResults < 0 || f.KeepResults > mostKept:
		return errors.New("--keep-results: give a number of days, or 0 to keep results")
	case f.BackupDir != "":
		return f.backups("", nil).Check()
	}
	return nil
}

func (f upkeepFlags) backups(db string, log *slog.Logger) upkeep.Backups {
	return upkeep.Backups{
		Dir: f.BackupDir, Name: upkeep.BackupName(db), Every: f.BackupEvery, Keep: f.BackupKeep, Log: log,
		Copy: func(ctx context.Context, to string) error { return store.BackUp(ctx, db, to, false) },
	}
}

// tasks are what is switched on, to run beside the server.
func (f upkeepFlags) tasks(path string, db *store.Store, log *slog.Logger) []func(context.Context) {
	var tasks []func(context.Context)
	if f.BackupDir != "" {
		tasks = append(tasks, f.backups(path, log).Run)
	}
	if f.KeepResults > 0 {
		tasks = append(tasks, upkeep.Retention{Days: f.KeepResults, Store: db, Log: log}.Run)
	}
	return tasks
}
