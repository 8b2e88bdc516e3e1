package content

import (
	"strconv"

	"whichpm/internal/quiz"
)

// QuestionsCSV lists the questions for a spreadsheet: a row an option, with a
// column for its loading on each dimension.
func QuestionsCSV(v *quiz.Version, sheet Sheet) []byte {
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
				sheet.Number(q.Strength, -1), asked, Cell(q.Source), strconv.Itoa(n + 1), Cell(o.Label),
			}
			for _, d := range v.Dimensions {
				row = append(row, sheet.Number(o.Loadings[d.Key], -1))
			}
			rows = append(rows, row)
		}
	}
	return sheet.Write(rows)
}
