package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"whichpm/internal/check"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// checkFlags refuses flags that exclude each other, before anything is opened.
func (c *importCmd) checkFlags() error {
	switch {
	case c.Publish:
		if err := withoutFields(quiz.CheckNote(c.Note)); err != nil {
			return fmt.Errorf("--note: %w", err)
		}
	case c.Note != "":
		return errors.New("--note goes with --publish: a draft has no note")
	}
	return nil
}

// publishable makes the checks a version has to pass, and says what they find.
// As on the pages for admins, nothing is published that changes nothing.
func publishable(w io.Writer, v *quiz.Version, changes bool) error {
	if !changes {
		return errors.New("the file is the same as what is published: nothing was imported")
	}
	report := check.Version(v)
	n := report.Count(check.Error)
	if n == 0 {
		return nil
	}
	printFindings(w, report, check.Error)
	return fmt.Errorf("%s: fix the file; nothing was imported", count(n, "error"))
}

// publish makes the draft that was just imported what new takers are asked.
func (c *importCmd) publish(ctx context.Context, w io.Writer, db *store.Store, v *quiz.Version) error {
	e := byCommand(quiz.ActionPublish, "")
	e.By = c.By
	id, err := db.Publish(ctx, v.Revision, c.Note, e)
	if errors.Is(err, quiz.ErrStale) {
		return errors.New("somebody changed the draft in this moment, so it was not published: look at it, and import again with --replace")
	}
	if err != nil {
		return fmt.Errorf("it is the draft, and not published: %w", withoutFields(err))
	}
	fmt.Fprintf(w, "Version %d is published: whoever starts the quiz from now on gets it.\n", id)
	return nil
}
