package content

import (
	"cmp"
	"slices"

	"whichpm/internal/quiz"
)

// file is the layout of a content file, under the names that the version has for
// its fields. Fields that only describe (number, primary dimension, keying,
// place) are accepted and not kept: they follow from the rest, and would make
// two files differ where the versions do not.
type file struct {
	Version     string      `json:"version,omitempty"`
	Language    string      `json:"language,omitempty"`
	Title       string      `json:"title"`
	About       quiz.About  `json:"about,omitzero"`
	LicenseNote string      `json:"license_note,omitempty"`
	Settings    settings    `json:"settings"`
	Dimensions  []dimension `json:"dimensions"`
	Questions   []question  `json:"questions"`
	Roles       []role      `json:"roles"`
	Guide       quiz.Guide  `json:"guide"`
	Scenarios   []scenario  `json:"scenarios,omitempty"`

	Translations translations `json:"translations,omitempty"`

	OlderGuide *quiz.Guide `json:"shared_content,omitempty"`
}

type dimension struct {
	Key      string `json:"key"`
	Name     string `json:"name"`
	Positive string `json:"positive_pole"`
	Negative string `json:"negative_pole"`
	Question string `json:"question"`

	PositiveWords string `json:"positive_words,omitempty"`
	NegativeWords string `json:"negative_words,omitempty"`

	Source string `json:"source"`
	Scored bool   `json:"scored,omitempty"`
	Sort   int    `json:"sort,omitempty"`
}

type question struct {
	Key       string   `json:"id"`
	Kind      string   `json:"kind"`
	Text      string   `json:"text"`
	Left      string   `json:"left,omitempty"`
	Right     string   `json:"right,omitempty"`
	Primary   string   `json:"primary_dimension,omitempty"`
	Secondary string   `json:"secondary_dimension,omitempty"`
	Keyed     int      `json:"keyed,omitempty"`
	Strength  float64  `json:"strength"`
	Retired   bool     `json:"retired"`
	Source    string   `json:"source"`
	Options   []option `json:"options"`
	Sort      int      `json:"sort,omitempty"`

	OlderActive *bool `json:"active,omitempty"`
}

type option struct {
	Label    string             `json:"label"`
	Value    *float64           `json:"value,omitempty"`
	Loadings map[string]float64 `json:"loadings"`
}

type role struct {
	Key     string             `json:"key"`
	Name    string             `json:"name"`
	Short   string             `json:"short"`
	Prior   float64            `json:"prior"`
	Profile map[string]profile `json:"profile"`
	Content quiz.RoleContent   `json:"content"`
}

type profile struct {
	Mean   float64 `json:"mean"`
	Spread float64 `json:"spread"`
	SE     float64 `json:"se"`
	Weight float64 `json:"weight"`
	Users  int     `json:"n_users,omitempty"`
	Source string  `json:"source"`
}

type scenario struct {
	Key     string         `json:"key"`
	Name    string         `json:"name"`
	Answers map[string]int `json:"answers"`
	Verdict string         `json:"verdict"`
	Role    string         `json:"role,omitempty"`
}

func (f file) version(base *quiz.Version) *quiz.Version {
	f.fillOlder()
	v := &quiz.Version{State: quiz.Draft, Title: f.Title, About: f.About, Settings: f.Settings.Settings, Guide: f.Guide}
	if f.Language != quiz.English {
		v.Language = f.Language
	}
	slices.SortStableFunc(f.Dimensions, func(a, b dimension) int { return cmp.Compare(a.Sort, b.Sort) })
	for _, d := range f.Dimensions {
		v.Dimensions = append(v.Dimensions, quiz.Dimension{
			Key: d.Key, Name: d.Name, Positive: d.Positive, Negative: d.Negative, Question: d.Question, Source: d.Source,
			PositiveWords: d.PositiveWords, NegativeWords: d.NegativeWords,
		})
	}
	slices.SortStableFunc(f.Questions, func(a, b question) int { return cmp.Compare(a.Sort, b.Sort) })
	for _, q := range f.Questions {
		v.Questions = append(v.Questions, q.question())
	}
	for _, r := range f.Roles {
		v.Roles = append(v.Roles, r.role())
	}
	for _, c := range f.Scenarios {
		v.Scenarios = append(v.Scenarios, quiz.Scenario{
			Key: c.Key, Name: c.Name, Answers: c.Answers, Verdict: quiz.Verdict(c.Verdict), Role: c.Role,
		})
	}
	v.Translations = f.Translations.of(v, base)
	return v
}

func (q question) question() quiz.Question {
	out := quiz.Question{
		Key: q.Key, Kind: quiz.KindNamed(q.Kind), Text: q.Text, Left: q.Left, Right: q.Right,
		Strength: q.Strength, Retired: q.Retired, Source: q.Source,
	}
	for _, o := range q.Options {
		out.Options = append(out.Options, quiz.Option{Label: o.Label, Loadings: withoutZeros(o.Loadings)})
	}
	return out.Relabelled()
}

// withoutZeros keeps one way to say that an option tells nothing.
func withoutZeros(loadings map[string]float64) map[string]float64 {
	kept := map[string]float64{}
	for d, x := range loadings {
		if x != 0 {
			kept[d] = x
		}
	}
	return kept
}

func (r role) role() quiz.Role {
	out := quiz.Role{
		Key: r.Key, Name: r.Name, Short: r.Short, Prior: r.Prior,
		Profile: map[string]quiz.Profile{}, Content: r.Content,
	}
	for d, p := range r.Profile {
		out.Profile[d] = quiz.Profile{Mean: p.Mean, Spread: p.Spread, SE: p.SE, Weight: p.Weight, Source: p.Source}
	}
	return out
}
