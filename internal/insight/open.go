package insight

import (
	"slices"
	"strconv"

	"whichpm/internal/quiz"
)

// MinOpen is how many people there are at least in a group of open data: of one
// month, version and reported role.
const MinOpen = 5

// Open is what takers of a version let be published.
type Open struct {
	Heading []string
	Rows    [][]string // sorted by all columns, so that their order tells nothing
}

// otherColumns come before the answers. Month, version and role together are
// what somebody may know of a person; nothing else of that kind is added.
var otherColumns = []string{"month", "version", "role", "verdict", "top_role"}

// answerColumn is the column of a question.
func answerColumn(q quiz.Question) string { return "answer_" + q.Key }

// OpenRows are the answers to v that were published, in the groups they were
// published in. A group of which anybody is missing is left out, for good:
// without one row less than before nobody can tell which it was. An answer is
// the place of the option from 0, empty where the question was skipped or not
// asked. No cell needs protection from spreadsheets.
func OpenRows(v *quiz.Version, published []quiz.OpenReport) Open {
	o := Open{Heading: slices.Clone(otherColumns), Rows: [][]string{}}
	for _, q := range v.Questions {
		o.Heading = append(o.Heading, answerColumn(q))
	}
	groups := map[int64][][]string{}
	for _, p := range published {
		answers, ok := answersTo(v, p.Reported)
		if !ok || !p.Outcome.Open || quiz.MonthOf(p.Outcome.SaidAt) != p.Month || !knowsJob(v, p.Outcome) {
			continue
		}
		groups[p.Group] = append(groups[p.Group], openRow(p, answers))
		if group := groups[p.Group]; len(group) == p.People {
			o.Rows = append(o.Rows, group...)
		}
	}
	slices.SortFunc(o.Rows, slices.Compare)
	return o
}

// openRow writes nothing from which a day or a person could be told.
func openRow(r quiz.OpenReport, answers quiz.Answers) []string {
	top := r.Reported.Result.Top
	if r.Reported.Result.Verdict == quiz.NotEnough {
		top = ""
	}
	row := []string{
		r.Month.String(), strconv.FormatInt(r.Version, 10),
		r.Outcome.Role, string(r.Reported.Result.Verdict), top,
	}
	for _, option := range answers {
		cell := ""
		if option != quiz.NoAnswer {
			cell = strconv.Itoa(option)
		}
		row = append(row, cell)
	}
	return row
}

// knowsJob reports whether the job is one the version knows.
func knowsJob(v *quiz.Version, o quiz.Outcome) bool {
	return o.Role == quiz.OtherRole || v.RoleIndex(o.Role) >= 0
}

// answersTo are the answers of a result of this version that is still there.
func answersTo(v *quiz.Version, r quiz.Reported) (quiz.Answers, bool) {
	if r.Result.Deleted || r.Result.Version != v.ID {
		return nil, false
	}
	answers, err := v.AnswersFromText(r.Result.Answers)
	return answers, err == nil
}
