// Command bench measures the program beside floors: what this machine does for
// the same bytes or rows with nothing in the way. It starts the built program,
// puts load on it over loopback, and writes the tables of docs/performance.md.
// It ends what it started and leaves nothing behind.
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
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	program := flag.String("program", "bin/whichpm", "the built program")
	document := flag.String("o", "docs/performance.md", "the document whose tables are written, - for standard output")
	long := flag.Bool("long", false, "more and longer rounds, and ten million results")
	only := flag.String("only", "", "run only the parts, or with -beside the pages, whose name this regular expression matches, and write to standard output")
	beside := flag.String("beside", "", "another build of the program: only compare the pages of both, and write to standard output")
	replay := flag.String("replay", "", "serve the answers in this file as a bare handler; bench starts itself so")
	flag.Parse()
	if *replay != "" {
		return serveReplay(ctx, *replay)
	}
	wanted, err := regexp.Compile(*only)
	if err != nil {
		return fmt.Errorf("-only: %w", err)
	}
	if *only != "" || *beside != "" {
		*document = "-" // a part is not the whole document
	}
	absolute, err := filepath.Abs(*program)
	if err == nil {
		_, err = os.Stat(absolute)
	}
	if err != nil {
		return fmt.Errorf("build the program first, with make build: %w", err)
	}
	dir, err := os.MkdirTemp("", "whichpm-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the databases: %w", err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a folder of its own under the temporary ones
	b := &bench{program: absolute, beside: *beside, wanted: wanted, dir: dir, long: *long, plan: plan{rounds: 7, length: 1250 * time.Millisecond}, began: time.Now()}
	if *long {
		b.plan = plan{rounds: 11, length: 3 * time.Second}
	}
	if err := b.all(ctx); err != nil {
		return err
	}
	return b.write(*document)
}

// bench is one run of everything.
type bench struct {
	program string
	beside  string // another build, "" for none
	wanted  *regexp.Regexp
	dir     string // for databases and logs, removed at the end
	long    bool
	plan    plan
	began   time.Time
	parts   []part
}

// measurement makes one part of the document.
type measurement struct {
	name    string
	measure func(context.Context) (part, error)
}

// all runs the parts one after the other, so that none disturbs another.
func (b *bench) all(ctx context.Context) error {
	parts := []measurement{
		{"pages", b.pages},
		{"finish", b.finish},
		{"mixed", b.mixed},
		{"engine", b.engine},
		{"growth", b.growth},
		{"footprint", b.footprint},
	}
	if b.beside != "" {
		parts = []measurement{{"beside", b.builds}}
	}
	for _, p := range parts {
		if b.beside == "" && !b.wanted.MatchString(p.name) {
			continue
		}
		measured, err := p.measure(ctx)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		b.parts = append(b.parts, measured)
	}
	b.say("done")
	return nil
}

// say reports progress.
func (b *bench) say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%4.0f s  %s\n", time.Since(b.began).Seconds(), fmt.Sprintf(format, args...))
}
