package main

import (
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"whichpm/internal/doctor"
)

type doctorCmd struct {
	database

	PublicURL   publicURL     `arg:"--public-url,env:WHICHPM_PUBLIC_URL" placeholder:"URL" help:"Address visitors use, as the server has it."`
	BackupDir   string        `arg:"--backup-dir,env:WHICHPM_BACKUP_DIR" placeholder:"FOLDER" help:"Folder for backups, as the server has it."`
	BackupEvery time.Duration `arg:"--backup-every,env:WHICHPM_BACKUP_EVERY" placeholder:"TIME" help:"How often the server backs up."`
}

// Run prints a line a check. It changes nothing.
func (c *doctorCmd) Run(ctx context.Context, std streams) error {
	where, err := c.config()
	if err != nil {
		return err
	}
	findings, err := doctor.Examine(ctx, doctor.Installation{
		DB: where.Path, URL: where.URL, PublicURL: c.PublicURL.origin,
		Backups: c.backupFolder(c.BackupDir, ""), BackupEvery: c.BackupEvery, Now: time.Now(),
	})
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	wrong := 0
	for _, f := range findings {
		fmt.Fprintf(table, "%s\t%s\t%s\n", f.State, f.What, f.Seen)
		if f.Do != "" {
			fmt.Fprintf(table, "\t\t→ %s\n", f.Do)
		}
		if f.State == doctor.Wrong {
			wrong++
		}
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	if wrong > 0 {
		return fmt.Errorf("%s wrong: do what the arrows say", count(wrong, "thing"))
	}
	return nil
}
