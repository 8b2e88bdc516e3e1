package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"text/tabwriter"
	"time"

	"whichpm/internal/auth"
	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// adminCmd works on the database a server may be using at the same time.
type adminCmd struct {
	Create  *adminCreateCmd  `arg:"subcommand" help:"Let somebody edit the quiz. The first one is an owner."`
	Reset   *adminResetCmd   `arg:"subcommand" help:"Give an admin another password. Their second factor is switched off, their passkeys are removed and they are signed out everywhere."`
	List    *adminListCmd    `arg:"subcommand" help:"List the admins."`
	Disable *adminDisableCmd `arg:"subcommand" help:"Keep an admin from signing in, and sign them out everywhere."`
	Enable  *adminEnableCmd  `arg:"subcommand" help:"Let a disabled admin sign in again."`
}

// adminDB is the database with the admins.
type adminDB struct {
	database
}

// of opens the database and finds the admin with that address.
func (d adminDB) of(ctx context.Context, email string, fn func(db *store.Store, a auth.Admin) error) error {
	return d.existing(ctx, func(db *store.Store) error {
		normal, err := auth.Email(email)
		if err != nil {
			return fmt.Errorf("%q is no email address", email)
		}
		a, err := db.AdminByEmail(ctx, normal)
		if errors.Is(err, quiz.ErrNotFound) {
			return fmt.Errorf("there is no admin %s: see whichpm admin list", normal)
		}
		if err != nil {
			return err
		}
		return withoutFields(fn(db, a))
	})
}

// existing opens a database that exists: a misspelt name makes no new one. One
// on PostgreSQL exists if it can be opened.
func (d adminDB) existing(ctx context.Context, fn func(db *store.Store) error) error {
	if _, err := os.Stat(d.DB); err != nil && !d.server() {
		return fmt.Errorf("find the database: %w; name it with --db, or make a new one with whichpm admin create EMAIL %s", err, d.flag())
	}
	return d.with(ctx, fn)
}

// toRead is existing for what changes nothing: it takes a backup too, and a
// file that cannot be written to.
func (d adminDB) toRead(ctx context.Context, fn func(db *store.Store) error) error {
	return d.opened(ctx, store.OpenToRead, fn)
}

// with opens the database, and makes one where there is none.
func (d adminDB) with(ctx context.Context, fn func(db *store.Store) error) error {
	return d.opened(ctx, store.Open, fn)
}

// opened has the database open for as long as fn needs it.
func (d adminDB) opened(ctx context.Context, open func(context.Context, store.Config) (*store.Store, error), fn func(db *store.Store) error) (err error) {
	where, err := d.config()
	if err != nil {
		return err
	}
	db, err := open(ctx, where)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return fn(db)
}

// byCommand is an entry of the audit log.
func byCommand(action, subject string) quiz.AuditEntry {
	return quiz.AuditEntry{At: time.Now(), By: "command line", Action: action, Subject: subject}
}

// withoutFields is the text of problems without the names of their fields.
func withoutFields(err error) error {
	if problems, ok := errors.AsType[quiz.Problems](err); ok {
		return errors.New(problems[0].Message)
	}
	return err
}

type adminListCmd struct {
	adminDB
}

// Run prints a line an admin.
func (c *adminListCmd) Run(ctx context.Context, std streams) error {
	return c.toRead(ctx, func(db *store.Store) error {
		admins, err := db.Admins(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
		for _, a := range admins {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", a.Email, a.Role, signIn(a), lastSeen(a))
		}
		return table.Flush()
	})
}

func signIn(a auth.Admin) string {
	switch {
	case a.Disabled:
		return "disabled"
	case a.Temporary:
		return "temporary password"
	case a.SecondFactor():
		return "second factor"
	}
	return "password"
}

func lastSeen(a auth.Admin) string {
	if a.SignedInAt.IsZero() {
		return "never signed in"
	}
	return "signed in " + a.SignedInAt.Format(time.RFC3339)
}

type adminDisableCmd struct {
	Email string `arg:"positional,required" help:"Address of the admin."`
	adminDB
}

// Run ends the admin's sessions as well.
func (c *adminDisableCmd) Run(ctx context.Context, std streams) error {
	return c.of(ctx, c.Email, func(db *store.Store, a auth.Admin) error {
		if err := db.SetAdminDisabled(ctx, auth.Admin{}, a.ID, true, byCommand(auth.ActionDisableAdmin, a.Email)); err != nil {
			return err
		}
		fmt.Fprintf(std.out, "%s cannot sign in any more.\n", a.Email)
		return nil
	})
}

type adminEnableCmd struct {
	Email string `arg:"positional,required" help:"Address of the admin."`
	adminDB
}

// Run leaves the password as it was.
func (c *adminEnableCmd) Run(ctx context.Context, std streams) error {
	return c.of(ctx, c.Email, func(db *store.Store, a auth.Admin) error {
		if err := db.SetAdminDisabled(ctx, auth.Admin{}, a.ID, false, byCommand(auth.ActionEnableAdmin, a.Email)); err != nil {
			return err
		}
		fmt.Fprintf(std.out, "%s can sign in again.\n", a.Email)
		return nil
	})
}

// mentionAdmins says on the first start what to do to get in.
func (c *serveCmd) mentionAdmins(ctx context.Context, db *store.Store, log *slog.Logger) error {
	admins, err := db.Admins(ctx)
	if err == nil && len(admins) == 0 {
		log.WarnContext(ctx, "nobody can edit the quiz yet: create an admin with: whichpm admin create EMAIL "+c.flag())
	}
	return err
}
