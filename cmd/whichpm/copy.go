package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"whichpm/internal/store"
)

type copyCmd struct {
	From     string `arg:"--from,env:WHICHPM_FROM" placeholder:"DATABASE" help:"Database to copy: sqlite:FILE or postgres://user:password@host/database. It is only read; stop its servers first."`
	FromFile string `arg:"--from-file,env:WHICHPM_FROM_FILE" placeholder:"FILE" help:"File that says the same, which keeps the password off the command line."`
	To       string `arg:"--to,env:WHICHPM_TO" placeholder:"DATABASE" help:"Empty database to copy to, said in the same way. A SQLite file is made."`
	ToFile   string `arg:"--to-file,env:WHICHPM_TO_FILE" placeholder:"FILE" help:"File that says the same."`
}

// Run copies a whole database and compares both. Cut off, it goes on at the
// next run.
func (c *copyCmd) Run(ctx context.Context, std streams) error {
	from, err := parseDatabase("--from", c.From, c.FromFile)
	if err != nil {
		return err
	}
	to, err := parseDatabase("--to", c.To, c.ToFile)
	if err != nil {
		return err
	}
	bar := newBar(std.err)
	done, err := store.Copy(ctx, from, to, func(done, total int64) { bar.show(int(done), int(total)) })
	bar.clear()
	if errors.Is(err, context.Canceled) {
		return errors.New("the copy was cut off: run the same command again to go on")
	}
	if err != nil {
		return err
	}
	return printCopied(std.out, done)
}

// parseDatabase reads which database is meant. What it complains about is
// never shown: it may have a password.
func parseDatabase(flag, value, path string) (store.Config, error) {
	value, err := secret(flag, value, path)
	if err != nil {
		return store.Config{}, err
	}
	file, isFile := strings.CutPrefix(value, "sqlite:")
	switch {
	case value == "":
		return store.Config{}, fmt.Errorf("%s: name the database as sqlite:FILE or postgres://…, or give %s-file", flag, flag)
	case isFile:
		return store.Config{Path: file}, nil
	case strings.HasPrefix(value, "postgres://"), strings.HasPrefix(value, "postgresql://"):
		return store.Config{URL: value}, nil
	}
	return store.Config{}, fmt.Errorf("%s: a database begins with sqlite: or postgres://", flag)
}

func printCopied(w io.Writer, done store.Copied) error {
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	fmt.Fprintf(table, "table\trows\tchecksum\n")
	var rows int64
	for _, t := range done.Tables {
		fmt.Fprintf(table, "%s\t%d\t%.16s\n", t.Name, t.Rows, t.Sum)
		rows += t.Rows
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	if done.Resumed > 0 {
		fmt.Fprintf(w, "\nAn earlier run had copied %d of them.", done.Resumed)
	}
	fmt.Fprintf(w, "\nAll %d rows are the same in both databases. A server can start on the copy.\n", rows)
	return nil
}
