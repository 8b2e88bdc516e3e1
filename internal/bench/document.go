package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// What stands between the marks is written by every run; the rest by hand.
const (
	startMark = "<!-- MEASURED:START. make bench writes what is between these marks. -->"
	endMark   = "<!-- MEASURED:END -->"
)

var errNoMarks = fmt.Errorf("the document lacks the lines %q and %q", startMark, endMark)

// write puts the tables into the document, or on standard output.
func (b *bench) write(document string) error {
	tables := b.tables()
	if document == "-" {
		fmt.Print(tables)
		return nil
	}
	before, err := os.ReadFile(document)
	if err != nil {
		return fmt.Errorf("read the document: %w", err)
	}
	after, err := between(string(before), tables)
	if err != nil {
		return fmt.Errorf("%s: %w", document, err)
	}
	if err := os.WriteFile(document, []byte(after), 0o644); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	b.say("%s has the tables", document)
	return nil
}

func (b *bench) tables() string {
	var out strings.Builder
	form := "short form"
	if b.long {
		form = "long form"
	}
	fmt.Fprintf(&out, "%s, %d processors, %s, %s; the %s: %d rounds of %s a side.\n",
		processor(), runtime.NumCPU(), runtime.GOOS, runtime.Version(), form, b.plan.rounds, b.plan.length)
	for _, p := range b.parts {
		out.WriteString("\n" + p.markdown())
	}
	return out.String()
}

// between replaces what stands between the marks.
func between(document, text string) (string, error) {
	head, rest, found := strings.Cut(document, startMark)
	_, tail, ended := strings.Cut(rest, endMark)
	if !found || !ended {
		return "", errNoMarks
	}
	return head + startMark + "\n\n" + strings.TrimSpace(text) + "\n\n" + endMark + tail, nil
}

// processor is the name Linux gives it.
func processor() string {
	info, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "processor unknown"
	}
	defer info.Close() //nolint:errcheck // only read from
	for lines := bufio.NewScanner(info); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "processor unknown"
}
