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
	add("verdict", string(quiz.Clear), "The quiz recommended the top role clearly")
	add("verdict", string(quiz.Leaning), "The quiz leaned to the top role")
	add("verdict", string(quiz.Balanced), "The quiz named no role; the top role was slightly ahead")
	if len(v.Roles) > two {
		add("verdict", string(quiz.NoneStandsOut), "No role stood out; the top role was slightly ahead")
	}
	add("verdict", string(quiz.NotEnough), "Too few answers for a verdict")
	for _, r := range v.Roles {
		add("top_role", r.Key, r.Name)
	}
	add("top_role", "", "Too few answers for a verdict")
	for _, q := range v.Questions {
		book = append(book, questionCodes(q)...)
	}
	return book
}

func questionCodes(q quiz.Question) [][]string {
	var rows [][]string
	add := func(code, meaning string) {
		rows = append(rows, []string{answerColumn(q), code, meaning, string(q.Kind), q.Text})
	}
	for option := range q.Options {
		add(strconv.Itoa(option), q.Said(option))
	}
	add("", "Skipped or not asked")
	return rows
}
