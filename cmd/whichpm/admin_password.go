package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"whichpm/internal/auth"
	"whichpm/internal/store"
)

type adminCreateCmd struct {
	Email string `arg:"positional,required" help:"Address they sign in with."`
	Owner bool   `arg:"--owner" help:"May publish and manage admins as well."`
	passwordFrom
	adminDB
}

// Run adds an admin with the password that is typed.
func (c *adminCreateCmd) Run(ctx context.Context, std streams) error {
	if _, err := auth.Email(c.Email); err != nil { // before a database is made for nothing
		return fmt.Errorf("%q is no email address", c.Email)
	}
	return c.with(ctx, func(db *store.Store) error {
		admins, err := db.Admins(ctx)
		if err != nil {
			return err
		}
		role := auth.Editor
		if c.Owner || len(admins) == 0 {
			role = auth.Owner
		}
		a, err := auth.NewAdmin(c.Email, string(role), time.Now())
		if err != nil {
			return withoutFields(err)
		}
		for _, other := range admins {
			if other.Email == a.Email {
				return fmt.Errorf("there is an admin %s already: whichpm admin reset gives another password", a.Email)
			}
		}
		if a.PasswordHash, err = c.hash(ctx, a.Email, std); err != nil {
			return err
		}
		entry := byCommand(auth.ActionAddAdmin, a.Email)
		entry.After = string(a.Role)
		if err := db.AddAdmin(ctx, auth.Admin{}, a, entry); err != nil {
			return withoutFields(err)
		}
		fmt.Fprintf(std.out, "%s can sign in at /admin as %s.\n", a.Email, a.Role)
		return nil
	})
}

type adminResetCmd struct {
	Email string `arg:"positional,required" help:"Address of the admin."`
	passwordFrom
	adminDB
}

// Run replaces a password that was lost.
func (c *adminResetCmd) Run(ctx context.Context, std streams) error {
	return c.of(ctx, c.Email, func(db *store.Store, a auth.Admin) error {
		hash, err := c.hash(ctx, a.Email, std)
		if err != nil {
			return err
		}
		if err := db.ResetAdmin(ctx, auth.Admin{}, a.ID, hash, false, byCommand(auth.ActionResetAdmin, a.Email)); err != nil {
			return err
		}
		fmt.Fprintf(std.out, "%s has another password, no second factor and no passkey, and is signed out everywhere.\n", a.Email)
		return nil
	})
}

// passwordFrom says where a password comes from.
type passwordFrom struct {
	PasswordStdin bool `arg:"--password-stdin" help:"Read the password from standard input instead of asking for it."`
}

// hash takes a password and returns what is kept of it.
func (p passwordFrom) hash(ctx context.Context, email string, std streams) (string, error) {
	read := askTwice
	if p.PasswordStdin {
		read = fromInput
	}
	password, err := read(ctx, std)
	if err == nil {
		err = withoutFields(auth.CheckPassword(password, email))
	}
	if err != nil {
		return "", err
	}
	return auth.NewHasher(auth.Wise).Hash(ctx, password)
}

// fromInput reads the whole of standard input but the end of its line.
func fromInput(context.Context, streams) (string, error) {
	text, err := io.ReadAll(io.LimitReader(os.Stdin, 4*auth.MaxPassword+2))
	if err != nil {
		return "", fmt.Errorf("read the password: %w", err)
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}

// askTwice asks on the terminal, which shows nothing of what is typed.
func askTwice(ctx context.Context, std streams) (string, error) {
	terminal := int(os.Stdin.Fd())
	if !term.IsTerminal(terminal) {
		return "", errors.New("there is no terminal to ask for a password on: use --password-stdin")
	}
	first, err := ask(ctx, std.err, terminal, "Password, at least 12 characters: ")
	if err != nil {
		return "", err
	}
	second, err := ask(ctx, std.err, terminal, "The same again: ")
	if err == nil && !bytes.Equal(first, second) {
		err = errors.New("the two passwords differ: try again")
	}
	return string(first), err
}

// ask gives the terminal back as it was when the program is interrupted.
func ask(ctx context.Context, w io.Writer, terminal int, question string) ([]byte, error) {
	before, err := term.GetState(terminal)
	if err != nil {
		return nil, fmt.Errorf("ask for the password: %w", err)
	}
	fmt.Fprint(w, question)
	defer fmt.Fprintln(w)
	type answer struct {
		text []byte
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		text, err := term.ReadPassword(terminal)
		answered <- answer{text, err}
	}()
	select {
	case a := <-answered:
		if a.err != nil {
			return nil, fmt.Errorf("read the password: %w", a.err)
		}
		return a.text, nil
	case <-ctx.Done():
		return nil, errors.Join(ctx.Err(), term.Restore(terminal, before))
	}
}
