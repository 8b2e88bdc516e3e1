package doctor

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"whichpm/internal/quiz"
	"whichpm/internal/store"
)

// inside looks at what the database says of itself.
func (in Installation) inside(ctx context.Context, f *store.File) ([]Finding, error) {
	have, want, err := f.Schema(ctx)
	if err != nil {
		return nil, err
	}
	findings := []Finding{schemaFinding(have, want)}
	if !f.OnServer() {
		settings, err := settingFindings(ctx, f)
		if err != nil {
			return findings, err
		}
		findings = append(findings, settings...)
	}
	if have == 0 || have > want { // nobody knows what it should be
		return findings, nil
	}
	unlike, err := f.SchemaDifferences(ctx, have)
	if err != nil {
		return findings, err
	}
	findings = append(findings, tablesFinding(unlike))
	if have != want || len(unlike) > 0 { // its tables may be others
		return findings, nil
	}
	for _, look := range []func(context.Context, *store.File) (Finding, error){in.clock, published, owner} {
		finding, err := look(ctx, f)
		if err != nil {
			return findings, err
		}
		findings = append(findings, finding)
	}
	return findings, nil
}

func tablesFinding(unlike []string) Finding {
	if len(unlike) > 0 {
		return Finding{
			Wrong, "tables", strings.Join(unlike, "; "),
			"restore a backup, and find out who changed the database: what it answers may be wrong",
		}
	}
	return ok("tables", "as this program makes them")
}

func schemaFinding(have, want int64) Finding {
	switch {
	case have == 0:
		return Finding{Wrong, "schema", "the database does not say which it has", "restore a backup; for a new quiz, start the server once"}
	case have > want:
		return Finding{Wrong, "schema", fmt.Sprintf("%d, and this program knows up to %d", have, want), "use the newer program, or restore the backup made before it"}
	case have < want:
		return Finding{Look, "schema", fmt.Sprintf("%d, and this program has %d", have, want), "start the server: it backs up and brings it up to date"}
	}
	return ok("schema", "%d, the newest", have)
}

func settingFindings(ctx context.Context, f *store.File) ([]Finding, error) {
	journal, err := f.Pragma(ctx, "journal_mode")
	if err != nil {
		return nil, err
	}
	unchecked, err := f.Pragma(ctx, "user_version")
	if err != nil {
		return nil, err
	}
	findings := []Finding{ok("settings", "as this program needs them")}
	switch {
	case unchecked != "0":
		findings[0] = Finding{Wrong, "settings", "a migration was not finished", "start the server again; if it refuses, restore the backup made before"}
	case journal != "wal":
		findings[0] = Finding{Look, "settings", "the journal is “" + journal + "”, as in a copy that was never started", "start the server: it switches to “wal”"}
	}
	return findings, nil
}

const clockSlack = 5 * time.Minute

// clock compares with the newest result: before it, the clock was put back or
// stands wrong now.
func (in Installation) clock(ctx context.Context, f *store.File) (Finding, error) {
	last, err := f.LastFinished(ctx)
	if err != nil {
		return Finding{}, err
	}
	now := in.Now.UTC().Format("2 January 2006 at 15:04 UTC")
	if in.Now.Before(last.Add(-clockSlack)) {
		return Finding{
			Wrong, "clock", fmt.Sprintf("it says %s, but a result was finished on %s", now, last.Format("2 January 2006 at 15:04 UTC")),
			"set the clock: sign-ins and --keep-results go by it",
		}, nil
	}
	return ok("clock", "%s", now), nil
}

func published(ctx context.Context, f *store.File) (Finding, error) {
	id, err := f.PublishedID(ctx)
	if errors.Is(err, quiz.ErrNotFound) {
		return nonePublished(ctx, f)
	}
	if err != nil {
		return Finding{}, err
	}
	return ok("questions", "version %d is published", id), nil
}

// nonePublished says what to do: the server publishes its own version only
// where there is none at all.
func nonePublished(ctx context.Context, f *store.File) (Finding, error) {
	versions, err := f.Versions(ctx)
	found := Finding{
		Wrong, "questions", "no version is published, so nobody can take the quiz",
		"publish the draft at /admin/publication, or a content file with: whichpm import FILE --publish --note=WHY",
	}
	if len(versions) == 0 {
		found.Do = "start the server once: it publishes the version the program comes with; or publish your own with: whichpm import FILE --publish --note=WHY"
	}
	return found, err
}

func owner(ctx context.Context, f *store.File) (Finding, error) {
	admins, err := f.Admins(ctx)
	if err != nil {
		return Finding{}, err
	}
	able := 0
	for _, a := range admins {
		if a.Owner() && !a.Disabled {
			able++
		}
	}
	switch {
	case len(admins) == 0:
		return Finding{Look, "owner", "nobody can edit the quiz", "whichpm admin create EMAIL"}, nil
	case able == 0:
		return Finding{Wrong, "owner", "no owner can sign in, so nobody can publish", "whichpm admin enable EMAIL, or admin create EMAIL --owner"}, nil
	}
	return ok("owner", "%d can sign in", able), nil
}
