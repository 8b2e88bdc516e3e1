package insight

import (
	"slices"
	"strconv"

	"whichpm/internal/quiz"
)

// MinOpen is how many people of one month, version and reported role there
// are at least in open data.
const MinOpen = 5

// Open is what takers of a version let be published.
type Open struct {
	Heading []string
	Rows    [][]string // sorted by all columns, so that their order tells nothing
	Few     int        // people left out: fewer than MinOpen are of their month and role
	Short   int        // people left out: under one year in the job
}

// otherColumns come before the answers. Month, version and role together are
// what somebody may know of a person; nothing else of that kind is added.
var otherColumns = []string{"month", "version", "role", "verdict", "top_role"}

// answerColumn is the column of a question.
func answerColumn(q quiz.Question) string { return "answer_" + q.Key }

// OpenRows are the answers to v that may be published: of people who let them
// be, not hurried, with a year or more in the job, in a group of at least MinOpen. An answer is the place of
// the option from 0, empty where the question was skipped or not asked. No
// cell needs protection from spreadsheets.
func OpenRows(v *quiz.Version, reported []quiz.Reported) Open {
	o := Open{Heading: slices.Clone(otherColumns), Rows: [][]string{}}
	for _, q := range v.Questions {
		o.Heading = append(o.Heading, answerColumn(q))
	}
	groups := map[string][][]string{}
	for _, r := range reported {
		answers, ok := answersTo(v, r)
		if !ok || !r.Outcome.Open || r.Result.Hurried || !says(v, r.Outcome) {
			continue
		}
		if !r.Outcome.Experienced() {
			o.Short++
			continue
		}
		row := openRow(r, answers)
		group := row[0] + " " + r.Outcome.Role
		groups[group] = append(groups[group], row)
	}
	for _, rows := range groups {
		if len(rows) < MinOpen {
			o.Few += len(rows)
			continue
		}
		o.Rows = append(o.Rows, rows...)
	}
	slices.SortFunc(o.Rows, slices.Compare)
	return o
}

// openRow writes nothing from which a day or a person could be told.
func openRow(r quiz.Reported, answers quiz.Answers) []string {
	top := r.Result.Top
	if r.Result.Verdict == quiz.NotEnough {
		top = ""
	}
	row := []string{
		r.Result.FinishedAt.UTC().Format("2006-01"), strconv.FormatInt(r.Result.Version, 10),
		r.Outcome.Role, string(r.Result.Verdict), top,
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

// says reports whether the job is one the version knows.
func says(v *quiz.Version, o quiz.Outcome) bool {
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
