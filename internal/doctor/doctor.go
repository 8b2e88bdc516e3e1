// Package doctor looks at an installation and says in plain words what is
// wrong with it. It changes nothing.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"whichpm/internal/store"
)

// State is how bad a finding is.
type State string

// Only Wrong keeps people from the quiz or puts their results at risk.
const (
	OK    State = "ok"
	Look  State = "look at this"
	Wrong State = "wrong"
)

// Finding is one line: what was looked at, what was seen and what to do.
type Finding struct {
	State State
	What  string
	Seen  string
	Do    string // "" when OK
}

// Installation is what the server is started with.
type Installation struct {
	DB          string
	PublicURL   *url.URL
	BackupDir   string
	BackupEvery time.Duration
	Now         time.Time
}

// Examine makes every check that can be made. What needs a database that can
// be read is left out where there is none.
func Examine(ctx context.Context, in Installation) ([]Finding, error) {
	findings := in.place()
	f, err := store.Inspect(ctx, in.DB)
	if err != nil {
		findings = append(findings, Finding{
			Wrong, "database", err.Error(),
			"do what the line says; for a new quiz, start the server once",
		})
	} else {
		inside, problem := in.inside(ctx, f)
		findings = append(findings, inside...)
		if err := errors.Join(problem, f.Close()); err != nil {
			findings = append(findings, Finding{Wrong, "database", err.Error(), "run whichpm verify; if it says that the file is damaged, restore a backup"})
		}
	}
	return append(findings, in.address(), in.backups()), ctx.Err()
}

func ok(what, seen string, args ...any) Finding {
	return Finding{State: OK, What: what, Seen: fmt.Sprintf(seen, args...)}
}
