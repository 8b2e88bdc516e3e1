// Command pagecheck looks at every page as people meet them and writes the tables
// of docs/quality.md: Lighthouse on the pages of a visit, axe and html-validate
// on every state of the gallery, what moves or sticks out, what the content
// policy refuses, how long pages are and how they read, and the weight of a
// first visit. It starts the built program
// on a database of its own, ends what it started and leaves nothing behind.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "pagecheck:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	program := flag.String("program", "bin/whichpm-dev", "the built program, with the gallery")
	document := flag.String("o", "", "the document whose tables are written, - for standard output; docs/quality.md if everything is measured, else -")
	pictures := flag.String("pictures", "", "only take a picture of every state in every view, into this folder")
	states := flag.String("states", "", "only the gallery states whose name this regular expression matches, and write to standard output")
	only := flag.String("only", "", "only the parts whose name this regular expression matches; in a document named by -o the other tables stay")
	flag.Parse()
	some := *only != "" || *states != ""
	switch {
	case *states != "", some && *document == "":
		*document = "-" // some states are not the whole table
	case *document == "":
		*document = "docs/quality.md"
	}
	a := &audit{pictures: *pictures, began: time.Now()}
	var err error
	if a.states, err = regexp.Compile(*states); err != nil {
		return fmt.Errorf("-states: %w", err)
	}
	if a.parts, err = regexp.Compile(*only); err != nil {
		return fmt.Errorf("-only: %w", err)
	}
	if a.dir, err = os.MkdirTemp("", "whichpm-audit-"); err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(a.dir) //nolint:errcheck // a folder of its own under the temporary ones
	server, err := start(ctx, *program, filepath.Join(a.dir, "whichpm.db"))
	if err != nil {
		return err
	}
	defer server.stop()
	a.address = server.address
	if a.pictures != "" {
		return a.draw(ctx)
	}
	if err := a.all(ctx); err != nil {
		return err
	}
	return a.write(*document, some)
}

// audit is one run of everything.
type audit struct {
	address  string // of the program, with http://
	dir      string // for the database and profiles, removed at the end
	pictures string
	states   *regexp.Regexp
	parts    *regexp.Regexp
	began    time.Time
	tables   []table
}

// all runs the parts one after the other, so that none disturbs another.
func (a *audit) all(ctx context.Context) error {
	v, err := a.visit(ctx)
	if err != nil {
		return fmt.Errorf("take the quiz: %w", err)
	}
	for _, p := range []struct {
		name    string
		measure func(context.Context, visit) (table, error)
	}{
		{"lighthouse", a.lighthouse},
		{"gallery", a.gallery},
		{"movement", a.movement},
		{"length", a.length},
		{"prose", a.prose},
		{"weight", a.weight},
	} {
		if !a.parts.MatchString(p.name) {
			continue
		}
		t, err := p.measure(ctx, v)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		a.tables = append(a.tables, t)
	}
	a.say("done")
	return nil
}

// say reports progress, and what a table has no room for.
func (a *audit) say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%4.0f s  %s\n", time.Since(a.began).Seconds(), fmt.Sprintf(format, args...))
}
