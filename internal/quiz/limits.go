package quiz

import "strings"

// Limit bounds a text an admin writes.
type Limit struct {
	Field    string // the place, with * for a key or a number: "questions.*.text"
	Label    string // the same in words
	Most     int    // characters, of a list of lines in each line
	Required bool   // must not be empty
	Lines    bool   // may have more than one line
}

// Limits are all of them. Pages state them, Validate holds them.
var Limits = []Limit{
	{Field: "title", Label: "Title of the quiz", Most: 120, Required: true},
	{Field: "note", Label: "Note on publishing", Most: 1000, Required: true, Lines: true},
	{Field: "dimensions.*.name", Label: "Name", Most: 80, Required: true},
	{Field: "dimensions.*.positive_pole", Label: "Positive end", Most: 80, Required: true},
	{Field: "dimensions.*.negative_pole", Label: "Negative end", Most: 80, Required: true},
	{Field: "dimensions.*.question", Label: "What it asks", Most: 300},
	{Field: "dimensions.*.source", Label: "Source", Most: 1000, Lines: true},
	{Field: "questions.*.text", Label: "Wording", Most: 300, Required: true},
	{Field: "questions.*.left", Label: "First side", Most: 200},
	{Field: "questions.*.right", Label: "Second side", Most: 200},
	{Field: "questions.*.options.*.label", Label: "Option", Most: 200, Required: true},
	{Field: "questions.*.source", Label: "Source", Most: 1000, Lines: true},
	{Field: "roles.*.name", Label: "Name", Most: 80, Required: true},
	{Field: "roles.*.short", Label: "Short name", Most: 40, Required: true},
	{Field: "roles.*.profile.*.source", Label: "Source", Most: 1000, Lines: true},
	{Field: "roles.*.content.tagline", Label: "Tagline", Most: 200},
	{Field: "roles.*.content.summary", Label: "Summary", Most: 4000, Lines: true},
	{Field: "roles.*.content.focus", Label: "Focus", Most: 4000, Lines: true},
	{Field: "roles.*.content.day_in_the_life", Label: "A day", Most: 500},
	{Field: "roles.*.content.responsibilities", Label: "Responsibilities", Most: 500},
	{Field: "roles.*.content.skills", Label: "Skills", Most: 500},
	{Field: "roles.*.content.challenges", Label: "Challenges", Most: 500},
	{Field: "roles.*.content.environment", Label: "Environment", Most: 4000, Lines: true},
	{Field: "roles.*.content.salary.currency", Label: "Currency", Most: 10},
	{Field: "roles.*.content.salary.period", Label: "Period", Most: 40},
	{Field: "roles.*.content.salary.label", Label: "Label of the pay", Most: 120},
	{Field: "roles.*.content.salary.source", Label: "Source of the pay", Most: 1000, Lines: true},
	{Field: "roles.*.content.salary.note", Label: "Note on the pay", Most: 1000, Lines: true},
	{Field: "roles.*.content.suits", Label: "Whom it suits", Most: 4000, Lines: true},
	{Field: "roles.*.content.next_steps", Label: "Next steps", Most: 500},
	{Field: "guide.working_together", Label: "Working together", Most: 4000, Lines: true},
	{Field: "guide.difference_in_one_line", Label: "Difference in one line", Most: 500},
	{Field: "guide.level_of_responsibility", Label: "Level of responsibility", Most: 4000, Lines: true},
	{Field: "guide.set_ups.*.name", Label: "Kind of company", Most: 80, Required: true},
	{Field: "guide.set_ups.*.text", Label: "Advice on it", Most: 4000, Required: true, Lines: true},
	{Field: "guide.both_roles", Label: "Both roles", Most: 4000, Lines: true},
	{Field: "guide.caveats", Label: "Caveats", Most: 1000},
	{Field: "guide.contradictions", Label: "Contradictions", Most: 1000},
	{Field: "guide.questions_people_ask.*.question", Label: "Question people ask", Most: 300, Required: true},
	{Field: "guide.questions_people_ask.*.answer", Label: "Answer to it", Most: 4000, Required: true, Lines: true},
	{Field: "guide.credit", Label: "Credit line", Most: 2000, Lines: true},
	{Field: "scenarios.*.name", Label: "Name", Most: 80, Required: true},
}

// How many there may be of what is listed. MaxLines bounds the lines of a list
// in the guide, such as skills; MaxListed the set-ups and questions in it.
const (
	MaxDimensions = 20
	MaxRoles      = 12
	MaxScenarios  = 50
	MaxLines      = 30
	MaxListed     = 30
)

// LimitFor returns the limit of the text at a place such as
// "questions.h1.text", or the zero Limit where no text is.
func LimitFor(field string) Limit {
	parts := strings.Split(field, ".")
	for _, l := range Limits {
		if covers(strings.Split(l.Field, "."), parts) {
			return l
		}
	}
	return Limit{}
}

func covers(pattern, parts []string) bool {
	if len(pattern) != len(parts) {
		return false
	}
	for i := range pattern {
		if pattern[i] != "*" && pattern[i] != parts[i] {
			return false
		}
	}
	return true
}
