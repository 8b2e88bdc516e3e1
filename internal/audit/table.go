package main

import (
	"fmt"
	"os"
	"strings"
)

// table is a part of the document.
type table struct {
	title   string
	head    []string
	numbers int // how many columns after the first are numbers
	rows    [][]string
	note    string // what is under the table, "" for nothing
}

// markdown is the table as a section.
func (t table) markdown() string {
	var b strings.Builder
	line := func(cells []string) {
		b.WriteString("|")
		for _, c := range cells {
			b.WriteString(strings.TrimRight(" "+strings.ReplaceAll(c, "|", `\|`), " ") + " |")
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "### %s\n\n", t.title)
	line(t.head)
	b.WriteString("|---|" + strings.Repeat("--:|", t.numbers) + strings.Repeat("---|", len(t.head)-1-t.numbers) + "\n")
	for _, r := range t.rows {
		line(r)
	}
	if t.note != "" {
		b.WriteString("\n" + t.note + "\n")
	}
	return b.String()
}

// What stands between the marks is written by every run; the rest by hand.
const (
	startMark = "<!-- MEASURED:START. make audit writes what is between these marks. -->"
	endMark   = "<!-- MEASURED:END -->"
)

// write puts the tables into the document, or on standard output.
func (a *audit) write(document string) error {
	var tables strings.Builder
	for _, t := range a.tables {
		tables.WriteString("\n" + t.markdown())
	}
	if document == "-" {
		fmt.Print(tables.String())
		return nil
	}
	before, err := os.ReadFile(document)
	if err != nil {
		return fmt.Errorf("read the document: %w", err)
	}
	after, err := between(string(before), tables.String())
	if err != nil {
		return fmt.Errorf("%s: %w", document, err)
	}
	if err := os.WriteFile(document, []byte(after), 0o644); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	a.say("%s has the tables", document)
	return nil
}

// between replaces what stands between the marks.
func between(document, text string) (string, error) {
	head, rest, found := strings.Cut(document, startMark)
	_, tail, ended := strings.Cut(rest, endMark)
	if !found || !ended {
		return "", fmt.Errorf("the document lacks the lines %q and %q", startMark, endMark)
	}
	return head + startMark + "\n\n" + strings.TrimSpace(text) + "\n\n" + endMark + tail, nil
}
