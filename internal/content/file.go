package content

import (
	"cmp"
	"maps"
	"slices"

	"whichpm/internal/quiz"
)

// file is the layout of a content file. Fields that only describe (number,
// primary dimension, keying, place) are accepted and not kept: they follow
// from the rest, and would make two files differ where the versions do not.
type file struct {
	Version     string      `json:"version,omitempty"`
	Title       string      `json:"title"`
	LicenseNote string      `json:"license_note,omitempty"`
	Settings    settings    `json:"settings"`
	Dimensions  []dimension `json:"dimensions"`
	Questions   []question  `json:"questions"`
	Roles       []role      `json:"roles"`
	Shared      quiz.Guide  `json:"shared_content"`
	Scenarios   []scenario  `json:"scenarios,omitempty"`

	Translations translations `json:"translations,omitempty"`
}

type settings struct {
	Discrimination float64            `json:"discrimination_a0"`
	Noise          float64            `json:"noise_tau0"`
	Correlation    float64            `json:"trait_correlation_rho"`
	Prior          map[string]float64 `json:"prior"`
	Discount       float64            `json:"evidence_discount_kappa"`
	Bands          bands              `json:"bands"`
	MinAnswers     int                `json:"min_answers_for_verdict"`
	MinDimensions  int                `json:"min_dimensions_for_verdict"`
	Adaptive       adaptive           `json:"adaptive"`
}

type bands struct {
	BalancedBelow float64 `json:"balanced_below"`
	ClearFrom     float64 `json:"clear_from"`
}

type adaptive struct {
	Enabled         bool    `json:"enabled,omitempty"`
	MinQuestions    int     `json:"min_questions"`
	FlipStop        float64 `json:"flip_probability_stop"`
	MinPerDimension int     `json:"min_per_dimension,omitempty"`
	MaxQuestions    int     `json:"max_questions,omitempty"`
	ScoredOnly      bool    `json:"scored_only,omitempty"`
	SettingAtEnd    bool    `json:"setting_questions_asked_at_end,omitempty"`
}

type dimension struct {
	Key      string `json:"key"`
	Name     string `json:"name"`
	Positive string `json:"positive_pole"`
	Negative string `json:"negative_pole"`
	Question string `json:"question"`
	Source   string `json:"source"`
	Scored   bool   `json:"scored,omitempty"`
	Sort     int    `json:"sort,omitempty"`
}

type question struct {
	Key       string   `json:"id"`
	Kind      string   `json:"kind"`
	Prompt    string   `json:"text"`
	Left      string   `json:"left,omitempty"`
	Right     string   `json:"right,omitempty"`
	Primary   string   `json:"primary_dimension,omitempty"`
	Secondary string   `json:"secondary_dimension,omitempty"`
	Keyed     int      `json:"keyed,omitempty"`
	Strength  float64  `json:"strength"`
	Active    bool     `json:"active"`
	Source    string   `json:"source"`
	Options   []option `json:"options"`
	Sort      int      `json:"sort,omitempty"`
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

// problems are what the version made of the file no longer shows.
func (f file) problems() quiz.Problems {
	var found quiz.Problems
	known := map[string]bool{}
	for _, r := range f.Roles {
		known[r.Key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(f.Settings.Prior)) {
		if !known[key] {
			found = append(found, quiz.NewProblem("settings.prior."+key, "file_role", "Name a role of this quiz; %s is none", "it", quiz.Quoted(key)))
		}
	}
	return found
}

func (f file) version(base *quiz.Version) *quiz.Version {
	s := f.Settings
	v := &quiz.Version{
		State: quiz.Draft,
		Title: f.Title,
		Settings: quiz.Settings{
			Discrimination: s.Discrimination,
			Noise:          s.Noise,
			Correlation:    s.Correlation,
			Discount:       s.Discount,
			BalancedBelow:  s.Bands.BalancedBelow,
			ClearFrom:      s.Bands.ClearFrom,
			MinAnswers:     s.MinAnswers,
			MinDimensions:  s.MinDimensions,
			ShortMinAsked:  s.Adaptive.MinQuestions,
			ShortFlipStop:  s.Adaptive.FlipStop,
		},
		Guide: f.Shared,
	}
	slices.SortStableFunc(f.Dimensions, func(a, b dimension) int { return cmp.Compare(a.Sort, b.Sort) })
	for _, d := range f.Dimensions {
		v.Dimensions = append(v.Dimensions, quiz.Dimension{
			Key: d.Key, Name: d.Name, Positive: d.Positive, Negative: d.Negative, Question: d.Question, Source: d.Source,
		})
	}
	slices.SortStableFunc(f.Questions, func(a, b question) int { return cmp.Compare(a.Sort, b.Sort) })
	for _, q := range f.Questions {
		v.Questions = append(v.Questions, q.question())
	}
	for _, r := range f.Roles {
		v.Roles = append(v.Roles, r.role(s.Prior[r.Key]))
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
		Key: q.Key, Kind: quiz.KindNamed(q.Kind), Prompt: q.Prompt, Left: q.Left, Right: q.Right,
		Strength: q.Strength, Retired: !q.Active, Source: q.Source,
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

func (r role) role(prior float64) quiz.Role {
	out := quiz.Role{
		Key: r.Key, Name: r.Name, Short: r.Short, Prior: prior,
		Profile: map[string]quiz.Profile{}, Content: r.Content,
	}
	for d, p := range r.Profile {
		out.Profile[d] = quiz.Profile{Mean: p.Mean, Spread: p.Spread, SE: p.SE, Weight: p.Weight, Source: p.Source}
	}
	return out
}
