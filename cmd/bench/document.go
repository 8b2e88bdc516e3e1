package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"

	"whichpm/internal/measured"
)

// command is what writes the document.
const command = "make bench"

// write puts the tables into the document, or on standard output.
func (b *bench) write(document string) error {
	tables := b.tables()
	if document == "-" {
		fmt.Print(tables)
		return nil
	}
	if err := measured.Write(document, command, tables); err != nil {
		return err
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
