package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"whichpm/internal/auth"
	"whichpm/internal/content"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

type importCmd struct {
	File string `arg:"positional,required" help:"Content file, such as whichpm export writes; - reads it from standard input."`
	adminDB
	DryRun  bool   `arg:"--dry-run" help:"Only say what is wrong with the file or what it would change."`
	Replace bool   `arg:"--replace" help:"Put the file in the place of the draft there is."`
	Publish bool   `arg:"--publish" help:"Publish it too: from then on new takers get it. It has to pass the checks, and it takes a note."`
	Note    string `arg:"--note" placeholder:"WHY" help:"Why this version is published; kept with it and in the audit log."`
	By      string `arg:"--by" default:"command line" placeholder:"EMAIL" help:"Whose name the audit log gives: an admin who can sign in."`
}

// Run makes a content file the draft, and publishes it if it was told to.
func (c *importCmd) Run(ctx context.Context, std streams) error {
	if err := c.checkFlags(); err != nil {
		return err
	}
	body, err := c.read()
	if err != nil {
		return err
	}
	if problems := content.Report(body); len(problems) > 0 {
		for _, p := range problems {
			fmt.Fprintf(std.out, "%s:%d: %s\n", c.File, p.Line, p)
		}
		return fmt.Errorf("%s: fix the file; nothing was imported", count(len(problems), "problem"))
	}
	open := c.existing
	if c.DryRun {
		open = c.toRead
	}
	return open(ctx, func(db *store.Store) error {
		if err := c.checkAuthor(ctx, db); err != nil {
			return err
		}
		live, err := published(ctx, db)
		if err != nil {
			return err
		}
		base, err := replacedBy(ctx, db, live)
		if err != nil {
			return err
		}
		v, err := content.ParseOver(body, base)
		if err != nil {
			return fmt.Errorf("%s: %w", c.File, err)
		}
		changes := describe(std.out, live, v)
		sayOutdated(std.out, v, base)
		if c.Publish {
			err = publishable(std.out, v, live == nil || changes > 0)
		}
		if err != nil || c.DryRun {
			return err
		}
		if err = c.keep(ctx, std.out, db, v); err == nil && c.Publish {
			err = c.publish(ctx, std.out, db, v)
		}
		return err
	})
}

// checkAuthor makes sure that the audit log names an admin who could have done
// it, or nobody.
func (c *importCmd) checkAuthor(ctx context.Context, db *store.Store) error {
	if c.By == noAdmin {
		return nil
	}
	email, err := auth.Email(c.By)
	if err != nil {
		return fmt.Errorf("--by: %q is no email address", c.By)
	}
	a, err := db.AdminByEmail(ctx, email)
	switch {
	case errors.Is(err, quiz.ErrNotFound):
		return fmt.Errorf("--by: there is no admin %s: see whichpm admin list", email)
	case err != nil:
		return err
	case a.Disabled:
		return fmt.Errorf("--by: the admin %s is disabled: see whichpm admin list", email)
	case c.Publish && !a.Owner():
		return fmt.Errorf("--by: the admin %s is an editor, and only owners publish", email)
	}
	c.By = a.Email
	return nil
}

// noAdmin is who did it where no admin is named, as in byCommand.
const noAdmin = "command line"

func (c *importCmd) read() ([]byte, error) {
	if c.File == "-" {
		return readAll(os.Stdin, "standard input", content.MaxFile)
	}
	return readFile(c.File, content.MaxFile)
}

// replacedBy is the version that the file replaces: the draft, or else what is
// published, nil in a new database.
func replacedBy(ctx context.Context, db *store.Store, live *quiz.Version) (*quiz.Version, error) {
	draft, _, err := db.Draft(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return live, nil
	}
	return draft, err
}

// published is the published version, nil in a new database.
func published(ctx context.Context, db *store.Store) (*quiz.Version, error) {
	id, err := db.PublishedID(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nil, nil //nolint:nilnil // a new quiz has none
	}
	if err != nil {
		return nil, err
	}
	return db.Version(ctx, id)
}

// sayOutdated lists the translations that do not fit the file.
func sayOutdated(w io.Writer, v, base *quiz.Version) {
	if base == nil {
		return
	}
	texts := v.OutdatedIn(quiz.PlainEnglish, base)
	if len(texts) == 0 {
		return
	}
	fmt.Fprintf(w, "%s outdated, so that takers are not offered that language: see Translations\n", count(len(texts), "translation"))
	for _, t := range texts {
		fmt.Fprintf(w, "  %s in %s\n    was: %s\n    now: %s\n", t.Name, quiz.LanguageTag(t.Language), cmp.Or(t.From, "not kept"), t.Now)
	}
}

// describe says what the file would change for takers, and returns how much.
func describe(w io.Writer, live, v *quiz.Version) (changes int) {
	fmt.Fprintf(w, "%s, %s, %s, %s\n", count(len(v.Questions), "question"), count(len(v.Dimensions), "dimension"),
		count(len(v.Roles), "role"), count(len(v.Scenarios), "scenario"))
	if live == nil {
		fmt.Fprintln(w, "Nothing is published yet to compare it with")
		return 0
	}
	diffs := quiz.Diff(live, v)
	fmt.Fprintf(w, "%s from version %d, the published one\n", count(len(diffs), "difference"), live.ID)
	for _, d := range diffs {
		fmt.Fprintf(w, "  %s\n", d.Label)
	}
	return len(diffs)
}

func (c *importCmd) keep(ctx context.Context, w io.Writer, db *store.Store, v *quiz.Version) error {
	e := byCommand(quiz.ActionImportDraft, "")
	e.By, e.After, e.Reason = c.By, strings.ToValidUTF8(c.File, "\ufffd"), "from the command line"
	draft, saved, err := db.Draft(ctx)
	switch {
	case err == nil && !c.Replace:
		return fmt.Errorf("there is a draft already, saved by %s on %s: publish or discard it, or put the file in its place with --replace",
			saved.By, saved.At.Format("2 January 2006 at 15:04 UTC"))
	case err == nil:
		v.Revision = draft.Revision
	case !errors.Is(err, quiz.ErrNotFound):
		return err
	}
	err = db.ImportDraft(ctx, v, e)
	if errors.Is(err, quiz.ErrStale) || errors.Is(err, quiz.ErrDraftExists) {
		return fmt.Errorf("%w: somebody is editing; look at the draft and import again", err)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "It is now the draft, version %d.\n", v.ID)
	if !c.Publish {
		fmt.Fprintln(w, "Nothing is published yet: an owner does that at /admin/publication.")
	}
	return nil
}
