package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
	"whichpm/internal/store"
)

type verifyCmd struct {
	File string `arg:"positional" help:"Database file or backup to look at, instead of --db."`
	database
}

// Run looks at the file and changes nothing.
func (c *verifyCmd) Run(ctx context.Context, std streams) error {
	where := c.database
	if c.File != "" {
		where = database{DB: c.File}
	}
	if !where.server() {
		if err := noDump(ctx, where.DB); err != nil {
			return err
		}
	}
	report, err := where.verify(ctx, newBar(std.err))
	if err != nil {
		return err
	}
	if err := report.print(std.out); err != nil {
		return err
	}
	return report.fault()
}

// verified is what was found in a database.
type verified struct {
	path       string
	origin     store.Origin
	server     bool
	have, want int64 // schema
	damage     []string
	unlike     []string // what the schema should be
	dangling   []string
	marked     bool
	published  int64 // 0 if none is
	counts     store.Counts
	scored     int
	differ     []difference // at most mostShown
	differing  int
}

// difference is a stored result that would come out in another way now.
type difference struct {
	stored quiz.Result
	now    score.Frozen
	why    string // it cannot be scored at all
}

const mostShown = 20

// inspect opens the database to look at it.
func (d database) inspect(ctx context.Context) (*store.File, error) {
	if !d.server() {
		return store.Inspect(ctx, d.DB)
	}
	address, err := d.address()
	if err != nil {
		return nil, err
	}
	return store.InspectServer(ctx, address)
}

func (d database) verify(ctx context.Context, progress bar) (r verified, err error) {
	f, err := d.inspect(ctx)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r = verified{path: d.name(), server: f.OnServer()}
	if !r.server {
		r.marked = f.Marked()
		if r.damage, err = f.Damage(ctx); err != nil || len(r.damage) > 0 {
			return r, err // what a damaged file says further is worth nothing
		}
	}
	if err = r.shape(ctx, f); err != nil || r.have == 0 || r.have > r.want || len(r.unlike) > 0 {
		return r, err // nor what is in other tables
	}
	if !r.server { // which checks each reference itself
		if r.dangling, err = f.Dangling(ctx); err != nil {
			return r, err
		}
	}
	if r.published, err = f.PublishedID(ctx); err != nil && !errors.Is(err, quiz.ErrNotFound) {
		return r, err
	}
	if r.origin, err = f.Origin(ctx); err != nil || r.have != r.want {
		return r, err
	}
	if r.counts, err = f.Counts(ctx); err != nil {
		return r, err
	}
	defer progress.clear()
	return r, r.rescore(ctx, f, progress)
}

// shape compares tables, indexes, triggers and views with those of the schema
// that the database says it has.
func (r *verified) shape(ctx context.Context, f *store.File) (err error) {
	if r.have, r.want, err = f.Schema(ctx); err == nil && 0 < r.have && r.have <= r.want {
		r.unlike, err = f.Unlike(ctx, r.have)
	}
	return err
}

// rescore scores every result with the version it was answered on.
func (r *verified) rescore(ctx context.Context, f *store.File, progress bar) error {
	type edition struct {
		version *quiz.Version
		model   *score.Model
	}
	editions := map[int64]edition{}
	step := max(r.counts.Results/100, 1)
	return f.Results(ctx, func(stored quiz.Result) error {
		ed, known := editions[stored.Version]
		if !known {
			v, err := f.Version(ctx, stored.Version)
			if err != nil {
				return fmt.Errorf("load version %d: %w", stored.Version, err)
			}
			ed = edition{v, score.New(v)}
			editions[stored.Version] = ed
		}
		if answers, err := ed.version.AnswersFromText(stored.Answers); err != nil {
			r.differs(difference{stored: stored, why: err.Error()})
		} else if now := ed.model.Freeze(ed.version, answers); !now.Is(stored) {
			r.differs(difference{stored: stored, now: now})
		}
		if r.scored++; r.scored%step == 0 {
			progress.show(r.scored, max(r.counts.Results, r.scored))
		}
		return nil
	})
}

func (r *verified) differs(d difference) {
	if r.differing++; len(r.differ) < mostShown {
		r.differ = append(r.differ, d)
	}
}

func (r verified) print(w io.Writer) error {
	fmt.Fprintf(w, "%s\n", r.path)
	if r.origin.Quiz != "" {
		fmt.Fprintf(w, "It holds %s.\n", called(r.origin))
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	if !r.server {
		fmt.Fprintf(table, "file\t%s\n", orList("no damage", r.damage))
		fmt.Fprintf(table, "marker\t%s\n", r.marker())
	}
	if len(r.damage) == 0 {
		fmt.Fprintf(table, "schema\t%s\n", r.schema())
	}
	if r.compared() {
		fmt.Fprintf(table, "tables\t%s\n", orList("as this program makes them", r.unlike))
	}
	if r.compared() && len(r.unlike) == 0 {
		if !r.server {
			fmt.Fprintf(table, "references\t%s\n", orList("all lead somewhere", r.dangling))
		}
		fmt.Fprintf(table, "published\t%s\n", r.publication())
	}
	if r.compared() && len(r.unlike) == 0 && r.have == r.want {
		c := r.counts
		fmt.Fprintf(table, "holds\t%s, %s (%d deleted), %s, %s\n", count(c.Versions, "version"),
			count(c.Results, "result"), c.Deleted, count(c.Shares, "share"), count(c.Admins, "admin"))
		fmt.Fprintf(table, "scored again\t%s, %d differently\n", count(r.scored, "result"), r.differing)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return r.printDifferences(w)
}

func (r verified) printDifferences(w io.Writer) error {
	if len(r.differ) == 0 {
		return nil
	}
	fmt.Fprintln(w)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "result\tversion\tstored\tscored now\n")
	for _, d := range r.differ {
		s := d.stored
		now := frozen(d.now)
		if d.why != "" {
			now = d.why
		}
		fmt.Fprintf(table, "%x…\t%d\t%s\t%s\n", s.ID[:6], s.Version, frozen(score.Frozen{Verdict: s.Verdict, Top: s.Top, Probability: s.Probability}), now)
	}
	if more := r.differing - len(r.differ); more > 0 {
		fmt.Fprintf(table, "and %d more\t\t\t\n", more)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

func frozen(f score.Frozen) string {
	return fmt.Sprintf("%s %s %.12f", f.Verdict, f.Top, f.Probability)
}

// orList is each thing on a line of its own, or that there is none.
func orList(none string, things []string) string {
	if len(things) == 0 {
		return none
	}
	return strings.Join(things, "\n\t")
}

// compared reports whether the tables were.
func (r verified) compared() bool { return 0 < r.have && r.have <= r.want }

func (r verified) publication() string {
	if r.published == 0 {
		return "nothing"
	}
	return fmt.Sprintf("version %d", r.published)
}

func (r verified) schema() string {
	switch {
	case r.have == 0:
		return "it says none"
	case r.have < r.want:
		return fmt.Sprintf("%d; this program has %d and brings it up to date at its next start. Verify again then: results were not scored", r.have, r.want)
	case r.have > r.want:
		return fmt.Sprintf("%d; this program knows up to %d", r.have, r.want)
	}
	return fmt.Sprintf("%d, the newest", r.have)
}

func (r verified) marker() string {
	if r.marked {
		return "there"
	}
	return "none; a backup has none, a database gets one at its next start"
}

// fault is the reason not to use the file, in one line.
func (r verified) fault() error {
	switch {
	case len(r.damage) > 0:
		return fmt.Errorf("%s is damaged: restore a backup", r.path)
	case r.have == 0:
		return fmt.Errorf("%s does not say which schema it has: restore a backup; for a new quiz, start the server once", r.path)
	case len(r.unlike) > 0:
		return fmt.Errorf("%s is not what this program makes of a database, %s: restore a backup, and find out who changed it",
			r.path, count(len(r.unlike), "difference"))
	case len(r.dangling) > 0:
		return fmt.Errorf("%s has references that lead nowhere: restore a backup, and report it", r.path)
	case r.have > r.want:
		return fmt.Errorf("%s belongs to a newer program: use that one", r.path)
	case r.published == 0:
		return fmt.Errorf("%s has no published version: restore a backup; for a new quiz, start the server once", r.path)
	case r.differing > 0:
		return fmt.Errorf("%s in %s would come out differently now: the file was changed by hand, or the program; report it",
			count(r.differing, "result"), r.path)
	}
	return nil
}
