package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"whichpm/internal/content"
	"whichpm/internal/files"
)

type initCmd struct {
	File string `arg:"positional" default:"quiz.json" placeholder:"FILE" help:"File to write. It must not exist yet; - writes to standard output."`
}

// Run writes an empty content file with comments.
func (c *initCmd) Run(_ context.Context, std streams) (err error) {
	if c.File == "-" {
		_, err = std.out.Write(content.EmptyFile())
		return err
	}
	file, err := files.Create(c.File)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: name another file, nothing was written", c.File)
	}
	if err != nil {
		return fmt.Errorf("make the file: %w", err)
	}
	_, err = file.Write(content.EmptyFile())
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("write the file: %w", err)
	}
	fmt.Fprintf(std.out, "%s is a quiz from nothing, with comments that say what belongs where. Write in it, then see what is missing: whichpm check --quiz %s\n",
		c.File, files.Quoted(c.File))
	return nil
}
