package insight

import (
	"slices"
	"strconv"
	"strings"

	"whichpm/internal/quiz"
	"whichpm/internal/score"
)

// Reanalysis spells the results of a version for whoever checks the statistics
// and the scoring: a row a result, with nothing that leads to it or to a day. It
// is not safe for use by several goroutines at once.
type Reanalysis struct {
	version *quiz.Version
	model   *score.Model
	tally   *Tally // reads a result as the statistics do
}

// NewReanalysis makes it ready for a version that Validate found no problem in.
func NewReanalysis(v *quiz.Version) *Reanalysis {
	return &Reanalysis{version: v, model: score.New(v), tally: NewShape(v).New()}
}

// What cells hold that are no key and no number.
const (
	skipped   = "skipped" // asked and not answered; a question that was not asked has an empty cell
	under     = "under_a_year"
	longer    = "a_year_or_more"
	toMeasure = "measuring"
	toPublish = "publishing"
)

func shownColumn(q quiz.Question) string { return "shown_" + q.Key }

func chanceColumn(r quiz.Role) string { return "p_" + r.Key }

// Heading names the columns of Row.
func (x *Reanalysis) Heading() []string {
	heading := []string{"version", "month", "form", "hurried", "verdict", "top_role"}
	for _, r := range x.version.Roles {
		heading = append(heading, chanceColumn(r))
	}
	heading = append(heading, "job", "job_time", "job_agreed", "order")
	for _, q := range x.version.Questions {
		heading = append(heading, answerColumn(q))
	}
	for _, q := range x.version.Questions {
		if q.Kind.Arrangement() != quiz.Fixed {
			heading = append(heading, shownColumn(q))
		}
	}
	return heading
}

// Row spells a result with what its taker agreed to be kept about their job, or
// nil. It returns ErrResult for what the statistics leave out too: what the
// version cannot have led to, and a deleted result.
func (x *Reanalysis) Row(r quiz.Result, o *quiz.Outcome) ([]string, error) {
	if err := x.tally.fits(r, o); err != nil {
		return nil, err
	}
	top := r.Top
	if r.Verdict == quiz.NotEnough {
		top = ""
	}
	row := []string{
		strconv.FormatInt(r.Version, 10), quiz.MonthOf(r.FinishedAt).String(), string(r.Form), truth(r.Hurried),
		string(r.Verdict), top,
	}
	for _, p := range x.chances(r) {
		row = append(row, exactly(p))
	}
	row = append(row, aboutJob(o)...)
	row = append(row, x.order(r))
	for q, option := range x.tally.answers {
		row = append(row, x.answer(q, int(option)))
	}
	for q, question := range x.version.Questions {
		if question.Kind.Arrangement() != quiz.Fixed {
			row = append(row, x.shown(r.Shuffle, q))
		}
	}
	return row, nil
}

// chances are P of each role as the result keeps it. It keeps that of the top
// role; the others share the rest as the answers have it.
func (x *Reanalysis) chances(r quiz.Result) []float64 {
	answers := make(quiz.Answers, len(x.tally.answers))
	for q, option := range x.tally.answers {
		answers[q] = int(option)
	}
	p := x.model.Score(answers).Posterior
	top := x.version.RoleIndex(r.Top)
	if top < 0 {
		return p
	}
	others := 0.0
	for role, chance := range p {
		if role != top {
			others += chance
		}
	}
	for role := range p {
		switch {
		case role == top:
			p[role] = r.Probability
		case others > 0:
			p[role] *= (1 - r.Probability) / others
		}
	}
	return p
}

// aboutJob leaves out how many years and how well it suits: somebody may know
// them of a person, and no statistic here needs them.
func aboutJob(o *quiz.Outcome) []string {
	if o == nil {
		return []string{"", "", ""}
	}
	job := []string{o.Role, under, toMeasure}
	if o.Experienced() {
		job[1] = longer
	}
	if o.Open {
		job[2] = toPublish
	}
	return job
}

// order lists the questions as they were asked.
func (x *Reanalysis) order(r quiz.Result) string {
	keys := make([]string, len(r.Asked)/2)
	for q, place := range x.tally.place {
		if place >= 0 {
			keys[place] = x.version.Questions[q].Key
		}
	}
	return strings.Join(keys, " ")
}

func (x *Reanalysis) answer(q, option int) string {
	switch {
	case option >= 0:
		return strconv.Itoa(option)
	case x.tally.place[q] >= 0:
		return skipped
	}
	return ""
}

// shown says, of an answered question, whether its sides were turned, or at
// which place, from 1, the chosen way to act was listed.
func (x *Reanalysis) shown(shuffle quiz.Shuffle, q int) string {
	chosen, question := int(x.tally.answers[q]), x.version.Questions[q]
	if chosen < 0 {
		return ""
	}
	order := shuffle.Order(question)
	if question.Kind.Arrangement() == quiz.Turned {
		return truth(order[0] != 0)
	}
	return strconv.Itoa(slices.Index(order, chosen) + 1)
}

// truth spells a yes or no so that R and spreadsheets know it for one.
func truth(yes bool) string {
	if yes {
		return "TRUE"
	}
	return "FALSE"
}

// exactly spells a number so that it is read back as it was.
func exactly(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
