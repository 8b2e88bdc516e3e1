package quiz

import "slices"

// RoleContent is what the guide says about a role. What came later is left out
// while it is empty, so that older versions keep their hash.
type RoleContent struct {
	Subtitle         string   `json:"subtitle,omitempty"`
	Tagline          string   `json:"tagline"`
	Summary          string   `json:"summary"`
	Focus            string   `json:"focus"`
	Day              []string `json:"day_in_the_life"`
	Responsibilities []string `json:"responsibilities"`
	Skills           []string `json:"skills"`
	Challenges       []string `json:"challenges"`
	Environment      string   `json:"environment"`
	Salary           Salary   `json:"salary"`
	Suits            string   `json:"suits"`
	NextSteps        []string `json:"next_steps"`     // small things to try
	Talk             string   `json:"talk,omitempty"` // whom to talk to, and what to ask
	Read             string   `json:"read,omitempty"` // one thing to read

	Hours        []Hours  `json:"hours,omitempty"` // the parts of an example day, in order
	Pay          []Pay    `json:"pay,omitempty"`   // figures beside the salary
	WaysIn       string   `json:"ways_in,omitempty"`
	Certificates string   `json:"certificates,omitempty"`
	Ladder       []string `json:"ladder,omitempty"`     // lowest step first
	FirstDays    []string `json:"first_days,omitempty"` // what is done in the first thirty, sixty, ninety
	Tools        string   `json:"tools,omitempty"`
}

// Salary is a published figure with its source. It is shown and never scored.
type Salary struct {
	Amount   int    `json:"amount"`
	Currency string `json:"currency"`
	Period   string `json:"period"`
	Label    string `json:"label"`
	Source   string `json:"source"`
	Year     int    `json:"year"`
	Note     string `json:"note"`
}

// Pay is a further figure, of another place or year, with its source.
type Pay struct {
	Where   string `json:"where"`
	Year    int    `json:"year"`
	Figure  string `json:"figure"`            // as it is shown
	Measure string `json:"measure,omitempty"` // "median"
	Source  string `json:"source"`
}

// Hours is a part of an example day and how long it takes.
type Hours struct {
	Text  string  `json:"text"`
	Hours float64 `json:"hours"`
}

// Bounds of the parts of a day.
const (
	LeastHours = 0.25
	MostHours  = 24
)

// Clone returns a copy that shares nothing with c.
func (c RoleContent) Clone() RoleContent {
	c.Hours, c.Pay = slices.Clone(c.Hours), slices.Clone(c.Pay)
	for _, text := range contentTexts.of("", &c) {
		text.copy(text)
	}
	return c
}

// lists are the numbered lists of what the guide says about the role.
func (r *Role) lists() []numberedList {
	c := &r.Content
	return []numberedList{
		{HoursField(r.Key), numbered("hours", "part of the day"), len(c.Hours), func(i int) []TextAt { return c.Hours[i].Texts(r.Key, i) }},
		{PayField(r.Key), numbered("pay", "pay figure"), len(c.Pay), func(i int) []TextAt { return c.Pay[i].Texts(r.Key, i) }},
	}
}

// HoursField is the list of the parts of a day in a role.
func HoursField(role string) string { return "roles." + role + ".content.hours" }

// PayField is the list of further pay figures of a role.
func PayField(role string) string { return "roles." + role + ".content.pay" }
