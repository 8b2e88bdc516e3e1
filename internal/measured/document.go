// Package measured writes the tables of documents that a command measures, such
// as make bench, between two marks. What stands around them is written by hand.
// It knows nothing of what is measured.
package measured

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// End is the mark after the tables.
const End = "<!-- MEASURED:END -->"

// ErrNoMarks says that a document lacks a mark.
var ErrNoMarks = errors.New("a mark is missing")

// Start is the mark before the tables that a command writes.
func Start(command string) string {
	return "<!-- MEASURED:START. " + command + " writes what is between these marks. -->"
}

// Write puts the tables of a command into a document.
func Write(path, command, tables string) error {
	before, err := os.ReadFile(path) //nolint:gosec // the document its developer names
	if err != nil {
		return fmt.Errorf("read the document: %w", err)
	}
	after, err := Between(string(before), command, tables)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := os.WriteFile(path, []byte(after), 0o644); err != nil { //nolint:gosec // everybody may read it
		return fmt.Errorf("write the document: %w", err)
	}
	return nil
}

// Between replaces what stands between the marks of a command. It returns
// ErrNoMarks where they are not.
func Between(document, command, tables string) (string, error) {
	start := Start(command)
	head, rest, found := strings.Cut(document, start)
	_, tail, ended := strings.Cut(rest, End)
	if !found || !ended {
		return "", fmt.Errorf("%w: the document needs the lines %q and %q", ErrNoMarks, start, End)
	}
	return head + start + "\n\n" + strings.TrimSpace(tables) + "\n\n" + End + tail, nil
}

// WriteSections puts some tables of a command into a document, each under its
// heading of three #, and leaves the others there as they are. One that was not
// there comes last.
func WriteSections(path, command string, sections []string) error {
	before, err := os.ReadFile(path) //nolint:gosec // the document its developer names
	if err != nil {
		return fmt.Errorf("read the document: %w", err)
	}
	_, rest, _ := strings.Cut(string(before), Start(command))
	tables, _, _ := strings.Cut(rest, End)
	for _, section := range sections {
		tables = with(tables, section)
	}
	return Write(path, command, tables)
}

// with is the tables with one put in its place.
func with(tables, section string) string {
	heading, _, _ := strings.Cut(section, "\n")
	head, old, found := strings.Cut("\n"+tables, "\n"+heading+"\n")
	if !found {
		return strings.TrimSpace(tables) + "\n\n" + section
	}
	_, after, more := strings.Cut(old, "\n### ")
	if more {
		after = "\n### " + after
	}
	return head + "\n" + strings.TrimSpace(section) + "\n" + after
}

// Line adds a line of a table.
func Line(b *strings.Builder, cells []string) {
	b.WriteString("|")
	for _, cell := range cells {
		b.WriteString(strings.TrimRight(" "+strings.ReplaceAll(cell, "|", `\|`), " ") + " |")
	}
	b.WriteString("\n")
}
