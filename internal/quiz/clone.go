package quiz

import (
	"maps"
	"slices"
)

// Clone returns a copy that shares nothing with v.
func (v *Version) Clone() *Version {
	c := *v
	c.About = v.About.Clone()
	c.Dimensions = slices.Clone(v.Dimensions)
	c.Questions = slices.Clone(v.Questions)
	for i := range c.Questions {
		c.Questions[i] = c.Questions[i].Clone()
	}
	c.Roles = slices.Clone(v.Roles)
	for i := range c.Roles {
		c.Roles[i] = c.Roles[i].Clone()
	}
	c.Guide = v.Guide.Clone()
	c.Translations = maps.Clone(v.Translations)
	for language, texts := range c.Translations {
		c.Translations[language] = maps.Clone(texts)
	}
	c.Scenarios = slices.Clone(v.Scenarios)
	for i := range c.Scenarios {
		c.Scenarios[i].Answers = maps.Clone(c.Scenarios[i].Answers)
	}
	return &c
}

// Clone returns a copy that shares nothing with a.
func (a About) Clone() About {
	for _, text := range a.Texts() {
		text.copy(text)
	}
	return a
}

// Clone returns a copy that shares nothing with q.
func (q Question) Clone() Question {
	q.Options = slices.Clone(q.Options)
	for i := range q.Options {
		q.Options[i].Loadings = maps.Clone(q.Options[i].Loadings)
	}
	return q
}

// Clone returns a copy that shares nothing with r.
func (r Role) Clone() Role {
	r.Profile = maps.Clone(r.Profile)
	r.Content = r.Content.Clone()
	return r
}
