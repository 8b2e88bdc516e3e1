package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"whichpm/internal/files"
	"whichpm/internal/store"
)

type backupCmd struct {
	database

	File  string `arg:"positional,required" help:"File to write. It must not exist yet."`
	Force bool   `arg:"--force" help:"Replace the file if it exists."`
}

// Run writes a copy that appears whole or not at all.
func (c *backupCmd) Run(ctx context.Context, std streams) error {
	from, err := c.config()
	if err != nil {
		return err
	}
	if err := store.BackUp(ctx, from, c.File, c.Force); err != nil {
		return err
	}
	info, err := os.Stat(c.File)
	if err != nil {
		return fmt.Errorf("find the backup: %w", err)
	}
	fmt.Fprintf(std.out, "%s is a whole copy of %s, %.1f MB. It holds every stored answer: keep it to yourself.\n",
		c.File, c.name(), float64(info.Size())/1e6)
	return nil
}

type restoreCmd struct {
	File  string `arg:"positional,required" help:"Backup to restore."`
	DB    string `arg:"--db,env:WHICHPM_DB" default:"whichpm.db" placeholder:"FILE" help:"SQLite file to put it in the place of. No server may be using it."`
	Force bool   `arg:"--force" help:"Replace a database that is there. It is kept beside the new one."`
}

// Run checks the backup before it touches anything.
func (c *restoreCmd) Run(ctx context.Context, std streams) error {
	if err := store.MayRestore(c.DB, c.Force); err != nil {
		return err
	}
	if err := noDump(ctx, c.File); err != nil {
		return err
	}
	report, err := database{DB: c.File}.verify(ctx, newBar(std.err))
	if err != nil {
		return err
	}
	if err := report.print(std.out); err != nil {
		return err
	}
	if err := report.fault(); err != nil {
		return fmt.Errorf("%w; nothing was restored", err)
	}
	kept, err := store.Restore(ctx, c.File, c.DB, c.Force, time.Now())
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%s is restored from %s.\n", c.DB, c.File)
	if kept == "" {
		return nil
	}
	fmt.Fprintf(std.out, "What was there before is kept as %s.\n", kept)
	if before, err := store.OriginOf(ctx, kept); err == nil && before.Quiz != report.origin.Quiz {
		fmt.Fprintf(std.out, "That was another quiz, %s.\n", originName(before))
	}
	return nil
}

// noDump refuses a backup of PostgreSQL, and says which quiz it holds.
func noDump(ctx context.Context, path string) error {
	if !store.Dumped(path) {
		return nil
	}
	what := "a backup of PostgreSQL"
	if o, err := store.OriginOf(ctx, path); err == nil {
		what += " with " + originName(o)
	}
	return fmt.Errorf("%s is %s: make an empty database, and put it there with: pg_restore --no-owner --exit-on-error --single-transaction --dbname=DATABASE %s",
		path, what, files.Quoted(path))
}

// originName tells a quiz from others, and its backups from one another.
func originName(o store.Origin) string {
	title := ""
	if o.Title != "" {
		title = "“" + o.Title + "”, "
	}
	return fmt.Sprintf("the quiz %s%s, as of %s", title, o.Quiz, o.At.Format("2 January 2006, 15:04 UTC"))
}
