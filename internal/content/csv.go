package content

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"whichpm/internal/quiz"
)

// QuestionsCSV lists the questions for a spreadsheet: a row an option, with a
// column for its loading on each dimension.
func QuestionsCSV(v *quiz.Version) []byte {
	heading := []string{"place", "key", "kind", "text", "first_side", "second_side", "strength", "asked", "source", "option", "label"}
	for _, d := range v.Dimensions {
		heading = append(heading, "loading_"+d.Key)
	}
	rows := [][]string{heading}
	for i, q := range v.Questions {
		asked := "yes"
		if q.Retired {
			asked = "no"
		}
		for n, o := range q.Options {
			row := []string{
				strconv.Itoa(i + 1), Cell(q.Key), Cell(string(q.Kind)), Cell(q.Text), Cell(q.Left), Cell(q.Right),
				number(q.Strength), asked, Cell(q.Source), strconv.Itoa(n + 1), Cell(o.Label),
			}
			for _, d := range v.Dimensions {
				row = append(row, number(o.Loadings[d.Key]))
			}
			rows = append(rows, row)
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
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

// number is never a formula, though it may begin with a minus.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
