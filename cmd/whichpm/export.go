package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"whichpm/internal/content"
	"whichpm/internal/files"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

type exportCmd struct {
	storedQuiz
	Version string `arg:"--version" default:"published" placeholder:"WHICH" help:"Which version: published, draft or its number."`
	Output  string `arg:"-o,--output" placeholder:"FILE" help:"File to write. Without it, standard output."`
	CSV     bool   `arg:"--csv" help:"Write the questions as CSV for a spreadsheet. It cannot be imported."`
	Results bool   `arg:"--results" help:"Write the results of the version instead, to check statistics and scoring in R: a zip file of CSV tables, without links, without times finer than a month, and with a job only where its taker agreed. Keep it to yourself."`
}

// Run writes a version as a content file, or its results. The same content
// always gives the same file.
func (c *exportCmd) Run(ctx context.Context, std streams) error {
	if c.Results {
		return c.exportResults(ctx, std)
	}
	where, found := c.found()
	if !found {
		if c.Version != "published" {
			return fmt.Errorf("there is no database here to find version %s in: name it with --db", c.Version)
		}
		return c.write(std, content.First())
	}
	return adminDB{where}.toRead(ctx, func(db *store.Store) error {
		v, err := c.find(ctx, db, where.name())
		if err != nil {
			return err
		}
		return c.write(std, v)
	})
}

func (c *exportCmd) write(std streams, v *quiz.Version) (err error) {
	body := content.QuestionsCSV(v, content.Sheet{})
	if !c.CSV {
		if body, err = content.Format(v); err != nil {
			return err
		}
	}
	if c.Output == "" {
		_, err = std.out.Write(body)
	} else {
		err = files.Write(c.Output, body)
	}
	if err != nil {
		return fmt.Errorf("write the export: %w", err)
	}
	return nil
}

// find looks for the version in a database with that name.
func (c *exportCmd) find(ctx context.Context, db *store.Store, name string) (*quiz.Version, error) {
	switch c.Version {
	case "draft":
		v, _, err := db.Draft(ctx)
		if errors.Is(err, quiz.ErrNotFound) {
			return nil, fmt.Errorf("%s holds no draft: leave --version out for the published version", name)
		}
		return v, err
	case "published":
		id, err := db.PublishedID(ctx)
		if errors.Is(err, quiz.ErrNotFound) {
			return nil, fmt.Errorf("%s holds no published version: publish the draft, or name it with --version=draft", name)
		}
		if err != nil {
			return nil, err
		}
		return db.Version(ctx, id)
	}
	id, err := strconv.ParseInt(c.Version, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("--version is published, draft or a number, not %q", c.Version)
	}
	v, err := db.Version(ctx, id)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, fmt.Errorf("%s holds no version %d", name, id)
	}
	return v, err
}
