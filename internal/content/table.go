package content

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// table is a CSV file with a line of headings.
type table struct {
	headings map[string]int // by name, the place of the column
	names    []string       // of the columns, as they stand
	rows     []tableRow
}

// tableRow is a row and the line it begins on.
type tableRow struct {
	line  int
	cells []string
}

// of is the cell of a column without the sign that keeps spreadsheets from running
// it, "" where there is none.
func (t table) of(row tableRow, column string) string {
	at, ok := t.headings[column]
	if !ok || at >= len(row.cells) {
		return ""
	}
	return uncell(row.cells[at])
}

func (t table) has(column string) bool {
	_, ok := t.headings[column]
	return ok
}

// uncell takes away what Cell puts before a text.
func uncell(text string) string {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && Cell(rest) != rest {
		return rest
	}
	return text
}

// readTable reads a file of a spreadsheet program, whichever of its signs stands
// between the cells: the one that the headings have most of.
func readTable(body []byte) (table, []Located) {
	body = bytes.TrimPrefix(body, mark)
	if found := badText(body); len(found) > 0 {
		return table{}, found
	}
	first, _, _ := bytes.Cut(body, []byte("\n"))
	between := slices.MaxFunc([]rune{',', ';', '\t'}, func(a, b rune) int {
		return cmp.Compare(bytes.Count(first, []byte(string(a))), bytes.Count(first, []byte(string(b))))
	})
	reader := csv.NewReader(bytes.NewReader(body))
	reader.Comma, reader.FieldsPerRecord = between, -1
	t := table{headings: map[string]int{}}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
			return table{}, []Located{located(wrong.Line, "", "table_quotes")}
		}
		line, _ := reader.FieldPos(0)
		switch {
		case t.names == nil:
			if wrong := t.read(cells); wrong != nil {
				return table{}, []Located{*wrong}
			}
		case !emptyRow(cells):
			t.rows = append(t.rows, tableRow{line, cells})
		}
	}
}

// read takes the headings.
func (t *table) read(cells []string) *Located {
	for at, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		t.names = append(t.names, name)
		if name == "" {
			continue
		}
		if t.has(name) {
			twice := located(1, name, "file_twice", "it", quiz.Quoted(name))
			return &twice
		}
		t.headings[name] = at
	}
	return nil
}

func emptyRow(cells []string) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}
