package quiz

import (
	"strconv"
	"time"
)

// Outcome is what a taker says, after the verdict, about the job they do or
// did. It belongs to their result and goes with it.
type Outcome struct {
	Result ResultID
	Role   string // a role key of the result's version, or OtherRole
	Years  int    // whole years in that role
	Suits  int    // how well it suits, 1 to 5
	Open   bool   // may be published with the answers, without name or day
	SaidAt time.Time
	Repeat bool // another that may be published was said from the same address this month, as far as is known
}

// OtherRole stands for every job that is no role of the version.
const OtherRole = "other"

// The bounds of what an outcome may say.
const (
	MaxYears = 60
	MaxSuits = 5
)

// Experienced reports whether somebody has done the job for long enough to
// say something about people in it.
func (o Outcome) Experienced() bool { return o.Years >= 1 }

// NewOutcome checks what a taker typed. It returns Problems for an unknown
// role, numbers out of range and a missing consent.
func NewOutcome(v *Version, result ResultID, form OutcomeForm, now time.Time) (Outcome, error) {
	o := Outcome{Result: result, Role: form.Role, Open: form.Open, SaidAt: now}
	var problems Problems
	if form.Role != OtherRole && v.RoleIndex(form.Role) < 0 {
		problems = append(problems, NewProblem("role", "job"))
	}
	years, err := ReadWhole(form.Years)
	if err != nil || years < 0 || years > MaxYears {
		problems = append(problems, NewProblem("years", "years", "n", MaxYears))
	}
	suits, err := strconv.Atoi(form.Suits)
	if err != nil || suits < 1 || suits > MaxSuits {
		problems = append(problems, NewProblem("suits", "suits"))
	}
	if !form.Consent {
		problems = append(problems, NewProblem("consent", "consent"))
	}
	if len(problems) > 0 {
		return Outcome{}, problems
	}
	o.Years, o.Suits = years, suits
	return o, nil
}

// OutcomeForm is what was typed, kept to be shown again.
type OutcomeForm struct {
	Role    string
	Years   string
	Suits   string
	Consent bool
	Open    bool
}

// Reported is a result with what its taker said about their job.
type Reported struct {
	Result  Result
	Outcome Outcome
}

// Month counts months from the year 0, in UTC.
type Month int64

// MonthOf returns the month a moment lies in.
func MonthOf(t time.Time) Month {
	year, month, _ := t.UTC().Date()
	return Month(year*12 + int(month) - 1)
}

// Start is the first moment of the month.
func (m Month) Start() time.Time {
	return time.Date(int(m/12), time.Month(m%12+1), 1, 0, 0, 0, 0, time.UTC)
}

func (m Month) String() string { return m.Start().Format("2006-01") }

// OpenRow says that a result is in open data, in which group and month. All of
// a group are published, or none.
type OpenRow struct {
	Result  ResultID
	Version int64
	Month   Month // in which they said their job
	Group   int64
	People  int // in the group when it was published
}

// OpenReport is a row of open data with what it is made from.
type OpenReport struct {
	OpenRow
	Reported
}
