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
	if err := measured.Write(document, command, tables.String()); err != nil {
		return err
	}
	a.say("%s has the tables", document)
	return nil
}
