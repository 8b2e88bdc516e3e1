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
	adminDB
	Version string `arg:"--version" default:"published" placeholder:"WHICH" help:"Which version: published, draft or its number."`
	Output  string `arg:"-o,--output" placeholder:"FILE" help:"File to write. Without it, standard output."`
	CSV     bool   `arg:"--csv" help:"Write the questions as CSV for a spreadsheet. It cannot be imported."`
}

// Run writes a version as a content file. The same content always gives the
// same file.
func (c *exportCmd) Run(ctx context.Context, std streams) error {
	return c.reading(ctx, func(db *store.Store) error {
		v, err := c.find(ctx, db)
		if err != nil {
			return err
		}
		body := content.QuestionsCSV(v)
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
	})
}

func (c *exportCmd) find(ctx context.Context, db *store.Store) (*quiz.Version, error) {
	switch c.Version {
	case "draft":
		v, _, err := db.Draft(ctx)
		if errors.Is(err, quiz.ErrNotFound) {
			return nil, fmt.Errorf("%s holds no draft: leave --version out for the published version", c.name())
		}
		return v, err
	case "published":
		id, err := db.PublishedID(ctx)
		if errors.Is(err, quiz.ErrNotFound) {
			return nil, fmt.Errorf("%s holds no published version: start the server once", c.name())
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
		return nil, fmt.Errorf("%s holds no version %d", c.name(), id)
	}
	return v, err
}
