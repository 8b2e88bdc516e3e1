// Package quiz says what a quiz is: its versions, questions and roles, the
// answers of one taker and the way through the questions. It knows nothing of
// HTTP, SQL or the clock; time and randomness come in as values.
package quiz

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"
)

// State is where a version stands in its life: draft, published, retired.
type State string

// The states of a version, in the order it passes through them.
const (
	Draft     State = "draft"
	Published State = "published"
	Retired   State = "retired"
)

// Version is one edition of the whole quiz. Once published it never changes.
type Version struct {
	ID          int64
	State       State
	Revision    int64  // rises with each save of a draft, and no two drafts share one
	Language    string // it is written in, as BCP 47 has it; "" is English
	Title       string
	About       About
	Note        string // why it was published
	PublishedAt time.Time
	Settings    Settings
	Dimensions  []Dimension
	Questions   []Question
	Roles       []Role
	Guide       Guide
	Scenarios   []Scenario // try the version out; they are no part of what it is

	Translations Translations // of its texts; a published version is frozen with them

	unreviewed bool   // a translation that no native speaker has read
	written    string // language that a translation is made from
}

// Dimension is a trait with two ends; neither end is the better one.
type Dimension struct {
	Key      string
	Name     string
	Positive string // the end with positive loadings
	Negative string
	Question string // what it asks, in one sentence
	Source   string

	PositiveWords string `json:",omitempty"` // what to say to somebody who stands at that end, in one sentence
	NegativeWords string `json:",omitempty"`
}

// Settings are the numbers of the scoring model and of the short form.
type Settings struct {
	Discrimination float64 `json:"discrimination"`  // a0: change in y per SD of the trait
	Noise          float64 `json:"noise"`           // tau: SD of an answer around its trait
	Correlation    float64 `json:"correlation"`     // rho: between traits, 0 to 1
	Discount       float64 `json:"discount"`        // kappa: share of the evidence that counts
	BalancedBelow  float64 `json:"balanced_below"`  // P(top) under which no role is named
	ClearFrom      float64 `json:"clear_from"`      // P(top) from which the verdict is clear
	MinAnswers     int     `json:"min_answers"`     // fewer answers give no verdict
	MinDimensions  int     `json:"min_dimensions"`  // fewer answered dimensions give no verdict
	ShortMinAsked  int     `json:"short_min_asked"` // the short form asks at least so many
	ShortFlipStop  float64 `json:"short_flip_stop"` // and stops at this P(flip)

	// ShortHeadlineStop has it go on until the rest would change what is said
	// with no more than this probability. 0: it does not wait for that.
	ShortHeadlineStop float64 `json:"short_headline_stop,omitempty"`

	// FullByLot is the share of journeys, 0 to 1, that are asked everything, so
	// that statistics about the questions do not rest on answers that earlier
	// answers chose.
	FullByLot float64 `json:"full_by_lot,omitempty"`
}

// Dimension returns the dimension with that key.
func (v *Version) Dimension(key string) (Dimension, bool) {
	i := v.DimensionIndex(key)
	if i < 0 {
		return Dimension{}, false
	}
	return v.Dimensions[i], true
}

// Scored reports whether a dimension counts for the verdict: some role gives
// it weight.
func (v *Version) Scored(dimension string) bool {
	for _, r := range v.Roles {
		if r.Profile[dimension].Weight > 0 {
			return true
		}
	}
	return false
}

// Asked returns how many questions can be asked: those not retired.
func (v *Version) Asked() int { return len(Journey{}.Unasked(v)) }

// QuestionIndex returns the position of the question with that key, or -1.
func (v *Version) QuestionIndex(key string) int {
	return slices.IndexFunc(v.Questions, func(q Question) bool { return q.Key == key })
}

// SpeaksFor is the place of the role that a side of a dimension speaks for
// before anybody answered: the first, if its people stand further that way than
// those of the other role, or than the middle where there are more; the other,
// of two; else -1.
func (v *Version) SpeaksFor(dimension string, side float64) int {
	mean := func(r Role) float64 { return r.Profile[dimension].Mean * r.Profile[dimension].Weight }
	toFirst := mean(v.Roles[0])
	if len(v.Roles) == two {
		toFirst -= mean(v.Roles[1])
	}
	switch {
	case toFirst*side > 0:
		return 0
	case toFirst*side < 0 && len(v.Roles) == two:
		return 1
	}
	return -1
}

// DimensionIndex returns the position of the dimension with that key, or -1.
func (v *Version) DimensionIndex(key string) int {
	return slices.IndexFunc(v.Dimensions, func(d Dimension) bool { return d.Key == key })
}

// RoleIndex returns the position of the role with that key, or -1.
func (v *Version) RoleIndex(key string) int {
	return slices.IndexFunc(v.Roles, func(r Role) bool { return r.Key == key })
}

// Hash identifies the content of a version: 64 hexadecimal characters of
// SHA-256 over everything that is asked, scored and shown, and nothing else.
func (v *Version) Hash() string {
	body, err := json.Marshal(struct {
		Language   string `json:",omitempty"`
		Title      string
		About      About `json:",omitzero"`
		Settings   Settings
		Dimensions []Dimension
		Questions  []Question
		Roles      []Role
		Guide      Guide

		Translations Translations `json:",omitempty"`
	}{v.Language, v.Title, v.About, v.Settings, v.Dimensions, v.Questions, v.Roles, v.Guide, v.Kept()})
	if err != nil { // a version holds only strings, finite numbers and maps of them
		panic(err)
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
