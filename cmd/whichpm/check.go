package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"whichpm/internal/check"
)

type checkCmd struct {
	source
	JSON bool `arg:"--json" help:"Print JSON instead of text."`
}

// Run prints what the publishing checks say. Errors among it are an error.
func (c *checkCmd) Run(ctx context.Context, std streams) error {
	v, err := c.version(ctx)
	if err != nil {
		return err
	}
	report := check.Version(v)
	if c.JSON {
		err = printJSON(std.out, report)
	} else {
		fmt.Fprintf(std.out, "%s\n\n", v.Title)
		err = printReport(std.out, report)
	}
	if n := report.Count(check.Error); err == nil && n > 0 {
		return fmt.Errorf("%s: fix them before this version is published", count(n, "error"))
	}
	return err
}

func printReport(w io.Writer, r check.Report) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, line := range r.Lines {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", mark(r, line), line.Name, line.Value, line.Measures)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	fmt.Fprintf(w, "\n%s, %s\n", count(r.Count(check.Error), "error"), count(r.Count(check.Advice), "piece")+" of advice")
	printFindings(w, r, check.Error)
	printFindings(w, r, check.Advice)
	return nil
}

func printFindings(w io.Writer, r check.Report, severity check.Severity) {
	for _, f := range r.Findings {
		if f.Severity == severity {
			fmt.Fprintf(w, "\n%-6s  %s  (%s)\n        %s\n        %s\n", f.Severity, f.Field, f.Check, f.What, f.Fix)
		}
	}
}

// mark is "ok" or the worst a check found.
func mark(r check.Report, line check.Line) string {
	worst := "ok"
	for _, f := range r.Findings {
		if f.Check == line.Check && worst != string(check.Error) {
			worst = string(f.Severity)
		}
	}
	return worst
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
