package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"whichpm/internal/score"
)

func (r verified) print(w io.Writer) error {
	fmt.Fprintf(w, "%s\n", r.path)
	if r.origin.Quiz != "" {
		fmt.Fprintf(w, "It holds %s.\n", originName(r.origin))
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
		return fmt.Errorf("%s has no published version: publish one, or restore a backup that has one", r.path)
	case r.differing > 0:
		return fmt.Errorf("%s in %s would come out differently now: the file was changed by hand, or the program; report it",
			count(r.differing, "result"), r.path)
	}
	return nil
}
