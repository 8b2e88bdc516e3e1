package quiz

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
)

// How many there may be of what is listed. MaxLines bounds the lines of a list
// in the guide, such as skills; MaxListed the set-ups and questions in it.
const (
	MaxDimensions = 40
	MaxRoles      = 24
	MaxScenarios  = 50
	MaxLines      = 30
	MaxListed     = 30
)

// MostStrength is how much a question counts at most.
const MostStrength = 3.0

var keyForm = regexp.MustCompile(`^[a-z][a-z0-9_]{0,39}$`)

// Validate returns what keeps a version from being asked and scored at all.
// Fields name the place: "questions.h1.strength".
func (v *Version) Validate() Problems {
	var p problemList
	p.language(v.Language)
	p.texts(versionTexts.of("", v))
	p.texts(v.About.Texts())
	p.settings(v.Settings)
	p.count("dimensions", len(v.Dimensions), 1, MaxDimensions)
	p.count("questions", len(v.Questions), 1, MaxQuestions)
	p.count("roles", len(v.Roles), MinRoles, MaxRoles)
	p.count("scenarios", len(v.Scenarios), 0, MaxScenarios)
	if len(v.Dimensions) > MaxDimensions || len(v.Questions) > MaxQuestions || len(v.Roles) > MaxRoles {
		return p.Problems // more of them would be too many to tell
	}
	dimensions := map[string]bool{}
	for i := range v.Dimensions {
		d := &v.Dimensions[i]
		p.key("dimensions."+d.Key, d.Key, dimensions)
		p.texts(d.Texts())
	}
	questions := map[string]bool{}
	for i := range v.Questions {
		q := &v.Questions[i]
		p.key("questions."+q.Key, q.Key, questions)
		p.question(q, dimensions)
	}
	if len(v.Questions) > 0 && !slices.ContainsFunc(v.Questions, func(q Question) bool { return !q.Retired }) {
		p.add("questions", "draft_all_retired")
	}
	roles := map[string]bool{}
	prior := 0.0
	for i := range v.Roles {
		r := &v.Roles[i]
		p.key("roles."+r.Key, r.Key, roles)
		p.role(r, v.Dimensions, dimensions)
		prior += r.Prior
	}
	if math.Abs(prior-1) > 1e-6 {
		p.add("roles.prior", "draft_priors", "sum", threeDigits(prior))
	}
	p.guide(&v.Guide, dimensions, roles)
	p.scenarios(v)
	p.translations(v)
	return p.Problems
}

type problemList struct{ Problems }

func (p *problemList) add(field, code string, values ...any) {
	p.Problems = append(p.Problems, NewProblem(field, code, values...))
}

// Quoted shows what stands in a field of a file, however long and odd it is.
func Quoted[T ~string](text T) string { return fmt.Sprintf("%.60q", text) }

func (p *problemList) count(field string, n, least, most int) {
	if n < least || n > most {
		code := "draft_count"
		if least == most {
			code = "draft_count_exact"
		}
		p.add(field, code, "least", least, "most", most, "n", n)
	}
}

func (p *problemList) key(field, key string, taken map[string]bool) {
	switch {
	case !keyForm.MatchString(key):
		p.add(field, "draft_key", "it", Quoted(key))
	case taken[key]:
		p.add(field, "draft_key_twice", "it", Quoted(key))
	}
	taken[key] = true
}

// within also refuses NaN, which no comparison finds.
func (p *problemList) within(field string, x, least, most float64) {
	if !(x >= least && x <= most) {
		p.add(field, "draft_within", "least", least, "most", most, "it", x)
	}
}

func (p *problemList) settings(s Settings) {
	p.within("settings.discrimination", s.Discrimination, 0.01, 10)
	p.within("settings.noise", s.Noise, 0.01, 10)
	p.within("settings.correlation", s.Correlation, 0, 0.95)
	p.within("settings.discount", s.Discount, 0.01, 10)
	p.within("settings.balanced_below", s.BalancedBelow, 0, 1)
	p.within("settings.clear_from", s.ClearFrom, nearestShare(s.BalancedBelow), 1)
	p.within("settings.min_answers", float64(s.MinAnswers), 1, MaxQuestions)
	p.within("settings.min_dimensions", float64(s.MinDimensions), 1, MaxDimensions)
	p.within("settings.short_min_asked", float64(s.ShortMinAsked), 1, MaxQuestions)
	p.within("settings.short_flip_stop", s.ShortFlipStop, 0, 0.5)
	p.within("settings.short_headline_stop", s.ShortHeadlineStop, 0, 1)
	p.within("settings.full_by_lot", s.FullByLot, 0, 1)
}

// nearestShare is the number from 0 to 1 that is nearest, 0 for what is no number.
func nearestShare(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return min(max(x, 0), 1)
}

func (p *problemList) question(q *Question, dimensions map[string]bool) {
	at := "questions." + q.Key
	p.texts(q.Texts())
	p.within(at+".strength", q.Strength, 0, MostStrength)
	if q.Kind.Known() {
		least, most := q.Kind.Options()
		p.count(at+".options", len(q.Options), least, most)
	} else {
		p.add(at+".kind", "draft_kind", "kinds", kindNames(), "it", Quoted(q.Kind))
	}
	p.texts(q.optionTexts())
	for i, o := range q.Options {
		here := fmt.Sprintf("%s.options.%d", at, i)
		for _, d := range slices.Sorted(maps.Keys(o.Loadings)) {
			if !dimensions[d] {
				p.add(here+".loadings."+d, "draft_dimension", "it", Quoted(d))
			}
			p.within(here+".loadings."+d, o.Loadings[d], -1, 1)
		}
	}
}

func (p *problemList) role(r *Role, order []Dimension, dimensions map[string]bool) {
	at := "roles." + r.Key
	p.texts(r.Texts())
	p.within(at+".prior", r.Prior, 0.001, 1)
	for _, d := range order {
		profile, ok := r.Profile[d.Key]
		if !ok {
			p.add(at+".profile", "draft_profile", "it", Quoted(d.Key))
			continue
		}
		here := at + ".profile." + d.Key
		p.within(here+".mean", profile.Mean, -3, 3)
		p.within(here+".spread", profile.Spread, 0.05, 5)
		p.within(here+".se", profile.SE, 0, 5)
		p.within(here+".weight", profile.Weight, 0, 2)
		p.texts(profile.Texts(r.Key, d.Key))
	}
	for _, d := range slices.Sorted(maps.Keys(r.Profile)) {
		if !dimensions[d] {
			p.add(at+".profile."+d, "draft_dimension", "it", Quoted(d))
		}
	}
	p.content(r)
}
