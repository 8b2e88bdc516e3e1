package content

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// Sheet is how a table is written as CSV. The zero Sheet is for programs: commas
// between cells, points in numbers. Spreadsheet programs take a file for UTF-8 only
// if it says so, and go by the language of the person who opens it.
type Sheet struct {
	Marked       bool // says at its start that it is UTF-8
	DecimalComma bool // numbers have a comma, and cells a semicolon between them
}

// Number writes x with so many digits, all for -1, so that it is read as a number. It is never a formula, though it
// may begin with a minus.
func (s Sheet) Number(x float64, digits int) string {
	text := strconv.FormatFloat(x, 'g', digits, 64)
	if _, err := quiz.ReadNumber(text); err != nil && digits < 0 {
		text += "0" // people read 1.125 in two ways
	}
	if s.DecimalComma {
		return strings.Replace(text, ".", ",", 1)
	}
	return text
}

// Write puts rows into a file.
func (s Sheet) Write(rows [][]string) []byte {
	var b bytes.Buffer
	if s.Marked {
		b.Write(mark)
	}
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if s.DecimalComma {
		w.Comma = ';'
	}
	if err := w.WriteAll(rows); err != nil { // a buffer takes everything
		panic(err)
	}
	return b.Bytes()
}

// Cell keeps a spreadsheet from running a text as a formula. Some take the
// wide signs of East Asian keyboards too.
func Cell(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + text
	}
	return text
}
