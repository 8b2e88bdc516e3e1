package quiz

import (
	"slices"
	"strings"
)

// Role is a job the quiz can recommend.
type Role struct {
	Key     string
	Name    string // "Product management"
	Short   string // "Product"
	Prior   float64
	Profile map[string]Profile // by dimension key
	Content RoleContent
}

// firstRoles are the keys of the two roles the quiz began with. Their names are
// common nouns, and sentences have always written them small.
var firstRoles = []string{"product_manager", "project_manager"}

// NamesSmallInside reports whether roles with these keys are written with a
// small letter inside a sentence. What somebody else named keeps its letters:
// nobody but them knows whether a name is a noun or a proper one.
func NamesSmallInside(keys []string) bool {
	return len(keys) == len(firstRoles) && slices.Contains(keys, firstRoles[0]) && slices.Contains(keys, firstRoles[1])
}

// RoleKeys are the keys of the roles, in order.
func (v *Version) RoleKeys() []string {
	keys := make([]string, len(v.Roles))
	for i, r := range v.Roles {
		keys[i] = r.Key
	}
	return keys
}

// So many roles can be read side by side: more would be columns too narrow.
const (
	LeastBeside = 2
	MostBeside  = 3
)

// CheckBeside says what is wrong with a choice of roles to read side by side, by
// their keys.
func (v *Version) CheckBeside(field string, keys []string) Problems {
	chosen := map[string]bool{}
	for _, key := range keys {
		if v.RoleIndex(key) < 0 {
			return Refusal(field, "role_unknown")
		}
		chosen[key] = true
	}
	if len(chosen) < LeastBeside || len(chosen) > MostBeside {
		return Refusal(field, "roles_beside", "least", LeastBeside, "most", MostBeside)
	}
	return nil
}

// Profile is where people in a role stand on one dimension, in SDs of the
// trait around the middle.
type Profile struct {
	Mean   float64
	Spread float64 // SD of people within the role
	SE     float64 // standard error of Mean
	Weight float64 // 0 leaves the dimension out of the verdict
	Source string
}

// RoleContent is what the guide says about a role.
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

// Guide is what the guide says about the roles together.
type Guide struct {
	WorkingTogether string        `json:"working_together"`
	Difference      string        `json:"difference_in_one_line"`
	Responsibility  string        `json:"level_of_responsibility"`
	Companies       []CompanyKind `json:"set_ups"`
	BothRoles       string        `json:"both_roles"`
	Caveats         []string      `json:"caveats"`
	Contradictions  []string      `json:"contradictions"` // where the source disagrees with itself
	FAQ             []FAQ         `json:"questions_people_ask"`
	Credit          string        `json:"credit"` // the credit line the sources ask for
}

// CompanyKind is a kind of company, advised by the side of one dimension.
type CompanyKind struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	Pole string `json:"pole"` // dimension key and side: "setting+" or "setting-"
	Text string `json:"text"`
}

// dimension is the dimension whose side decides.
func (s CompanyKind) dimension() string { return strings.TrimRight(s.Pole, "+-") }

// FAQ is a question people ask about the roles, and its answer.
type FAQ struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}
