package quiz

import (
	"maps"
	"slices"
)

// Clone returns a copy that shares nothing with v.
func (v *Version) Clone() *Version {
	c := *v
	c.Dimensions = slices.Clone(v.Dimensions)
	c.Questions = slices.Clone(v.Questions)
	for i := range c.Questions {
		c.Questions[i] = c.Questions[i].Clone()
	}
	c.Roles = slices.Clone(v.Roles)
	for i := range c.Roles {
		c.Roles[i] = c.Roles[i].Clone()
	}
	c.Guide.SetUps = slices.Clone(v.Guide.SetUps)
	c.Guide.Caveats = slices.Clone(v.Guide.Caveats)
	c.Guide.Contradictions = slices.Clone(v.Guide.Contradictions)
	c.Guide.Asked = slices.Clone(v.Guide.Asked)
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
	for _, list := range r.Content.lists() {
		*list.lines = slices.Clone(*list.lines)
	}
	return r
}

// Each names every text and list of what the guide says about a role, as
// Limits do behind "roles.*.content.": a form shows and changes them by that.
func (c *RoleContent) Each(text func(name string, at *string), lines func(name string, at *[]string)) {
	each(c.texts(), c.lists(), text, lines)
}

// Each names every text and list of the guide that stands alone, as Limits do
// behind "guide.".
func (g *Guide) Each(text func(name string, at *string), lines func(name string, at *[]string)) {
	each(g.texts(), g.lists(), text, lines)
}

func each(texts []text, lists []list, text func(string, *string), lines func(string, *[]string)) {
	for _, t := range texts {
		text(t.name, t.body)
	}
	for _, l := range lists {
		lines(l.name, l.lines)
	}
}

// list is a list of lines in the guide and its name in the content file.
type list struct {
	name  string
	lines *[]string
}

// lists are the lists of c in the order of the content file.
func (c *RoleContent) lists() []list {
	return []list{
		{"day_in_the_life", &c.Day},
		{"responsibilities", &c.Responsibilities},
		{"skills", &c.Skills},
		{"challenges", &c.Challenges},
		{"next_steps", &c.NextSteps},
	}
}

// texts are the texts of c in the order of the content file.
func (c *RoleContent) texts() []text {
	return []text{
		{"tagline", &c.Tagline},
		{"summary", &c.Summary},
		{"focus", &c.Focus},
		{"environment", &c.Environment},
		{"salary.currency", &c.Pay.Currency},
		{"salary.period", &c.Pay.Period},
		{"salary.label", &c.Pay.Label},
		{"salary.source", &c.Pay.Source},
		{"salary.note", &c.Pay.Note},
		{"suits", &c.Suits},
	}
}

// text is a text in the guide and its name in the content file.
type text struct {
	name string
	body *string
}

func (g *Guide) lists() []list {
	return []list{{"caveats", &g.Caveats}, {"contradictions", &g.Contradictions}}
}

func (g *Guide) texts() []text {
	return []text{
		{"working_together", &g.WorkingTogether},
		{"difference_in_one_line", &g.Difference},
		{"level_of_responsibility", &g.Responsibility},
		{"both_roles", &g.BothRoles},
		{"credit", &g.Credit},
	}
}
