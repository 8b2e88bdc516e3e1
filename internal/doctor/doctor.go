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
	"whichpm/internal/upkeep"
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
	URL         string // of a PostgreSQL database, "" for the file
	PublicURL   *url.URL
	Backups     upkeep.BackupFolder // without a folder where the server makes none
	BackupEvery time.Duration
	Now         time.Time
}

// Examine makes every check that can be made. What needs a database that can
// be read is left out where there is none.
func Examine(ctx context.Context, in Installation) ([]Finding, error) {
	findings, quiz := in.database(ctx)
	in.Backups.Quiz = quiz
	findings = append(findings, in.address())
	return append(findings, in.backups(ctx)...), ctx.Err()
}

// database looks at the database and says which quiz is in it. On a server it
// looks at what is this program's: at the rest its own tools do.
func (in Installation) database(ctx context.Context) (findings []Finding, quiz string) {
	if in.URL == "" {
		findings = in.place()
	}
	f, err := store.InspectAt(ctx, store.Config{Path: in.DB, URL: in.URL})
	if err != nil {
		return append(findings, Finding{
			Wrong, "database", err.Error(),
			"do what the line says; for a new quiz, start the server once",
		}), ""
	}
	inside, problem := in.inside(ctx, f)
	findings = append(findings, inside...)
	if o, err := f.Origin(ctx); err == nil {
		quiz = o.Quiz
		findings = append(findings, quizFinding(o))
	}
	if err := errors.Join(problem, f.Close()); err != nil {
		findings = append(findings, Finding{Wrong, "database", err.Error(), "run whichpm verify; if it says that the file is damaged, restore a backup"})
	}
	return findings, quiz
}

func quizFinding(o store.Origin) Finding { return ok("quiz", "“%s”, %s", o.Title, o.Quiz) }

func ok(what, seen string, args ...any) Finding {
	return Finding{State: OK, What: what, Seen: fmt.Sprintf(seen, args...)}
}

// address looks at what visitors type.
func (in Installation) address() Finding {
	switch u := in.PublicURL; {
	case u == nil:
		return Finding{Look, "public URL", "none: links use the host each visitor asked for, with http", "behind HTTPS, give --public-url=https://…"}
	case u.Scheme != "https":
		return Finding{Look, "public URL", u.String() + " is not HTTPS: cookies and links can be read on the way", "let a proxy do HTTPS and give --public-url=https://…"}
	default:
		return ok("public URL", "%s", u)
	}
}
