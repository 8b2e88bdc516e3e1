package content

import (
	"maps"
	"slices"
	"strings"

	"whichpm/internal/quiz"
)

// Content files of before have other names for some fields. They still load:
// what they say is put where the version has it, and problems name the place in
// the file. No file is written with them.

// settings are the numbers of a version, or what was written in their place.
type settings struct {
	quiz.Settings
	olderSettings
}

type olderSettings struct {
	Discrimination *float64           `json:"discrimination_a0,omitempty"`
	Noise          *float64           `json:"noise_tau0,omitempty"`
	Correlation    *float64           `json:"trait_correlation_rho,omitempty"`
	Discount       *float64           `json:"evidence_discount_kappa,omitempty"`
	MinAnswers     *int               `json:"min_answers_for_verdict,omitempty"`
	MinDimensions  *int               `json:"min_dimensions_for_verdict,omitempty"`
	Prior          map[string]float64 `json:"prior,omitempty"` // by role
	Bands          *olderBands        `json:"bands,omitempty"`
	Adaptive       *olderAdaptive     `json:"adaptive,omitempty"`
}

type olderBands struct {
	BalancedBelow *float64 `json:"balanced_below,omitempty"`
	ClearFrom     *float64 `json:"clear_from,omitempty"`
}

type olderAdaptive struct {
	MinQuestions *int     `json:"min_questions,omitempty"`
	FlipStop     *float64 `json:"flip_probability_stop,omitempty"`

	Enabled         bool `json:"enabled,omitempty"`
	MinPerDimension int  `json:"min_per_dimension,omitempty"`
	MaxQuestions    int  `json:"max_questions,omitempty"`
	ScoredOnly      bool `json:"scored_only,omitempty"`
	SettingAtEnd    bool `json:"setting_questions_asked_at_end,omitempty"`
}

// renamed are the places of before, each before what it is called now.
var renamed = [][2]string{
	{"settings.discrimination_a0", "settings.discrimination"},
	{"settings.noise_tau0", "settings.noise"},
	{"settings.trait_correlation_rho", "settings.correlation"},
	{"settings.evidence_discount_kappa", "settings.discount"},
	{"settings.bands.balanced_below", "settings.balanced_below"},
	{"settings.bands.clear_from", "settings.clear_from"},
	{"settings.min_answers_for_verdict", "settings.min_answers"},
	{"settings.min_dimensions_for_verdict", "settings.min_dimensions"},
	{"settings.adaptive.min_questions", "settings.short_min_asked"},
	{"settings.adaptive.flip_probability_stop", "settings.short_flip_stop"},
	{"settings.prior", "roles.prior"},
	{"shared_content", "guide"},
}

// newer is what a place of before is called now, or the place itself.
func newer(place string) string {
	if role, found := strings.CutPrefix(place, "settings.prior."); found {
		return "roles." + role + ".prior"
	}
	if question, found := strings.CutSuffix(place, ".active"); found && strings.HasPrefix(place, "questions.") && strings.Count(place, ".") == 2 {
		return question + ".retired"
	}
	for _, r := range renamed {
		if rest, found := strings.CutPrefix(place, r[0]); found && (rest == "" || rest[0] == '.') {
			return r[1] + rest
		}
	}
	return place
}

// fillOlder puts what stands under a name of before where it belongs.
func (f *file) fillOlder() {
	s, older := &f.Settings.Settings, f.Settings.olderSettings
	fill(&s.Discrimination, older.Discrimination)
	fill(&s.Noise, older.Noise)
	fill(&s.Correlation, older.Correlation)
	fill(&s.Discount, older.Discount)
	fill(&s.MinAnswers, older.MinAnswers)
	fill(&s.MinDimensions, older.MinDimensions)
	if older.Bands != nil {
		fill(&s.BalancedBelow, older.Bands.BalancedBelow)
		fill(&s.ClearFrom, older.Bands.ClearFrom)
	}
	if older.Adaptive != nil {
		fill(&s.ShortMinAsked, older.Adaptive.MinQuestions)
		fill(&s.ShortFlipStop, older.Adaptive.FlipStop)
	}
	fill(&f.Guide, f.OlderGuide)
	for i := range f.Roles {
		if prior, ok := older.Prior[f.Roles[i].Key]; ok {
			f.Roles[i].Prior = prior
		}
	}
	for i := range f.Questions {
		if q := &f.Questions[i]; q.OlderActive != nil {
			q.Retired = !*q.OlderActive
		}
	}
}

func fill[T any](at, older *T) {
	if older != nil {
		*at = *older
	}
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
			found = append(found, quiz.NewProblem("roles."+key+".prior", "file_role", "it", quiz.Quoted(key)))
		}
	}
	return found
}

// calledOlder is a field as the file calls it, where elements have their keys and
// not the numbers that its place has: "shared_content.set_ups.big.pole".
func calledOlder(field, place, older string) string {
	same := 0
	for same < min(len(place), len(older)) && place[len(place)-1-same] == older[len(older)-1-same] {
		same++
	}
	if rest, found := strings.CutPrefix(field, place[:len(place)-same]); found {
		return older[:len(older)-same] + rest
	}
	return older
}

// findOlder finds the places that the file calls as before, by what they are called
// now, and says where it has both.
func (w *walk) findOlder() {
	w.older = map[string]string{}
	for key, number := range maps.Clone(w.numbers) {
		w.numbers[newer(key)] = newer(number)
	}
	for _, place := range slices.Sorted(maps.Keys(w.at)) {
		now := newer(place)
		if now == place {
			continue
		}
		if place != "settings.prior" { // its sum is in no one place, also where a role is called prior
			now = w.numbered(now)
		}
		w.older[now] = place
		if _, both := w.at[now]; both {
			w.problems = append(w.problems, located(w.at[place], place, "file_older", "it", quiz.Quoted(place), "now", quiz.Quoted(now)))
		}
	}
}
