package check

import (
	"maps"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// spoiled returns the first version in English with one thing changed. With a
// translation every other wording would be found there too.
func spoiled(spoil func(*quiz.Version)) *quiz.Version {
	v := content.First()
	v.Translations = nil
	spoil(v)
	return v
}

func question(v *quiz.Version, key string) *quiz.Question { return &v.Questions[v.QuestionIndex(key)] }

// turn changes the sign of all loadings of a question.
func turn(v *quiz.Version, keys ...string) {
	for _, key := range keys {
		for _, option := range question(v, key).Options {
			for d := range option.Loadings {
				option.Loadings[d] = -option.Loadings[d]
			}
		}
	}
}

// load sets what each option says, on one dimension.
func load(v *quiz.Version, key, dimension string, loadings ...float64) {
	for i, x := range loadings {
		question(v, key).Options[i].Loadings = map[string]float64{dimension: x}
	}
}

// acts sets what each way to act says.
func acts(v *quiz.Version, key string, loadings ...map[string]float64) {
	for i, x := range loadings {
		question(v, key).Options[i].Loadings = x
	}
}

// mirrorActs lists the ways to act in the opposite order.
func mirrorActs(v *quiz.Version, keys ...string) {
	for _, key := range keys {
		o := question(v, key).Options
		o[0], o[1], o[2], o[3] = o[1], o[0], o[3], o[2]
	}
}

// german gives the version its German back, as if a native speaker had read
// it, with one thing changed.
func german(v *quiz.Version, spoil func(map[string]quiz.Translated)) {
	v.Translations = content.First().Translations
	texts := v.Translations["de"]
	for field, t := range texts {
		t.Reviewed = true
		texts[field] = t
	}
	spoil(texts)
}

// profile moves a role, and says that the numbers are no published ones any more.
func profile(v *quiz.Version, role int, dimension string, change func(*quiz.Profile)) {
	v.About.RestsOn = "It rests on guesses."
	v.Roles[role].Profile = maps.Clone(v.Roles[role].Profile)
	p := v.Roles[role].Profile[dimension]
	was := p
	change(&p)
	if p.Mean != was.Mean && p.Source == was.Source {
		p.Source = "A guess"
	}
	v.Roles[role].Profile[dimension] = p
}
