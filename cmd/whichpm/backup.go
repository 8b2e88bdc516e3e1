package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"whichpm/internal/store"
)

type backupCmd struct {
	database

	File  string `arg:"positional,required" help:"File to write. It must not exist yet."`
	Force bool   `arg:"--force" help:"Replace the file if it exists."`
}

// Run writes a copy that appears whole or not at all.
func (c *backupCmd) Run(ctx context.Context, std streams) error {
	if c.server() {
		return errServer
	}
	if err := store.BackUp(ctx, c.DB, c.File, c.Force); err != nil {
		return err
	}
	info, err := os.Stat(c.File)
	if err != nil {
		return fmt.Errorf("find the backup: %w", err)
	}
	fmt.Fprintf(std.out, "%s is a whole copy of %s, %.1f MB. It holds every stored answer: keep it to yourself.\n",
		c.File, c.DB, float64(info.Size())/1e6)
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
	report, err := verifyFile(ctx, c.File, newBar(std.err))
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
	if kept != "" {
		fmt.Fprintf(std.out, "What was there before is kept as %s.\n", kept)
	}
	return nil
}
