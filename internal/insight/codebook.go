package insight

import (
	"strconv"

	"whichpm/internal/quiz"
)

// Codebook says what each column of OpenRows holds: a heading, then a row for
// each code a column can have. Texts are as an admin wrote them: content.Cell
// keeps a spreadsheet from running one as a formula.
func Codebook(v *quiz.Version) [][]string {
	book := [][]string{
		{"column", "code", "meaning", "kind", "question"},
		{"month", "YYYY-MM", "The month the job was said in, in UTC", "", ""},
		{"version", strconv.FormatInt(v.ID, 10), "The version of the quiz that was answered", "", ""},
	}
	add := func(column, code, meaning string) {
		book = append(book, []string{column, code, meaning, "", ""})
	}
	for _, r := range v.Roles {
		add("role", r.Key, "Says to work or have worked for at least a year in: "+r.Name)
	}
	add("role", quiz.OtherRole, "Says to work or have worked for at least a year in another job")
	for _, row := range verdictCodes(v) {
		add(row[0], row[1], row[2])
	}
	for _, q := range v.Questions {
		book = append(book, optionCodes(q, blank{"", "Skipped or not asked"})...)
	}
	return book
}

// verdictCodes are column, code and meaning of what the quiz said.
func verdictCodes(v *quiz.Version) [][3]string {
	rows := [][3]string{
		{"verdict", string(quiz.Clear), "The quiz recommended the top role clearly"},
		{"verdict", string(quiz.Leaning), "The quiz leaned towards the top role"},
		{"verdict", string(quiz.Balanced), "The quiz named no role; the top role was slightly ahead"},
		{"verdict", string(quiz.NotEnough), "Too few answers for a result"},
	}
	if len(v.Roles) > two {
		rows = append(rows, [3]string{"verdict", string(quiz.NoneStandsOut), "No role stood out; the top role was slightly ahead"})
	}
	for _, r := range v.Roles {
		rows = append(rows, [3]string{"top_role", r.Key, r.Name})
	}
	return append(rows, [3]string{"top_role", "", "Too few answers for a result"})
}

// blank is a code for no answer.
type blank struct{ code, meaning string }

func optionCodes(q quiz.Question, blanks ...blank) [][]string {
	var rows [][]string
	add := func(code, meaning string) {
		rows = append(rows, []string{answerColumn(q), code, meaning, string(q.Kind), q.Text})
	}
	for option := range q.Options {
		add(strconv.Itoa(option), q.Said(option))
	}
	for _, b := range blanks {
		add(b.code, b.meaning)
	}
	return rows
}
