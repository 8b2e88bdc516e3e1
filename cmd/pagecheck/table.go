package main

import (
	"fmt"
	"strings"

	"whichpm/internal/measured"
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
	fmt.Fprintf(&b, "### %s\n\n", t.title)
	measured.Line(&b, t.head)
	b.WriteString("|---|" + strings.Repeat("--:|", t.numbers) + strings.Repeat("---|", len(t.head)-1-t.numbers) + "\n")
	for _, r := range t.rows {
		measured.Line(&b, r)
	}
	if t.note != "" {
		b.WriteString("\n" + t.note + "\n")
	}
	return b.String()
}

// command is what writes the document.
const command = "make audit"

// write puts the tables into the document, or on standard output. Some of them
// take the place of those before and leave the others.
func (a *audit) write(document string, some bool) error {
	var sections []string
	for _, t := range a.tables {
		sections = append(sections, t.markdown())
	}
	if document == "-" {
		fmt.Print("\n" + strings.Join(sections, "\n"))
		return nil
	}
	write := func() error { return measured.Write(document, command, strings.Join(sections, "\n")) }
	if some {
		write = func() error { return measured.WriteSections(document, command, sections) }
	}
	if err := write(); err != nil {
		return err
	}
	a.say("%s has the tables", document)
	return nil
}
