package quiz

import (
	"fmt"
	"slices"
	"strings"
)

// Guide is what the guide says about the roles together. What came later is left
// out while it is empty, so that older versions keep their hash.
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
	Decisions       []Decision    `json:"decisions,omitempty"`
	CloseRoles      []CloseRole   `json:"close_roles,omitempty"`
	Myths           []Myth        `json:"myths,omitempty"`
	Glossary        []Term        `json:"glossary,omitempty"`
	Sources         []string      `json:"sources,omitempty"`      // where all of it comes from, with the day it was looked up
	ProfileNote     string        `json:"profile_note,omitempty"` // how the profiles of the roles may be off
	GroupPoints     []string      `json:"group_points,omitempty"` // what a group may talk about that took the quiz together
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

// Decision is something to be decided at work, and what each role has to do with
// it. A role that is not listed has nothing to do with it.
type Decision struct {
	Decision string     `json:"decision"`
	Parts    []RolePart `json:"parts"`
}

// RolePart is the part one role has in a decision.
type RolePart struct {
	Role string `json:"role"` // its key
	Part Part   `json:"part"`
	Text string `json:"text,omitempty"` // what is to say beside the part
}

// Part is the part somebody has in a decision.
type Part string

// The parts, the strongest first.
const (
	Decides Part = "decides"
	Shares  Part = "shares" // decides together with others
	Asked   Part = "asked"
	NoPart  Part = "none"
)

// EveryPart lists them, in the order of a list to choose from.
func EveryPart() []Part { return []Part{Decides, Shares, Asked, NoPart} }

// PartOf is the part a role has in the decision.
func (d Decision) PartOf(role string) RolePart {
	for _, r := range d.Parts {
		if r.Role == role {
			return r
		}
	}
	return RolePart{Role: role, Part: NoPart}
}

// SetPart says the part of a role. One that has none, and of which nothing is
// said, is not listed.
func (d *Decision) SetPart(r RolePart) {
	i := slices.IndexFunc(d.Parts, func(was RolePart) bool { return was.Role == r.Role })
	switch none := r.Part == NoPart && r.Text == ""; {
	case i < 0 && !none:
		d.Parts = append(d.Parts, r)
	case i >= 0 && none:
		d.Parts = slices.Delete(d.Parts, i, i+1)
	case i >= 0:
		d.Parts[i] = r
	}
}

// CloseRole is a job near those of the quiz.
type CloseRole struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Between bool   `json:"between,omitempty"` // worth naming to people whose result is balanced
}

// Between are the close roles worth naming to people whose result is balanced.
func (g *Guide) Between() []CloseRole {
	return slices.DeleteFunc(slices.Clone(g.CloseRoles), func(c CloseRole) bool { return !c.Between })
}

// Myth is what is often said of the roles, and what is true.
type Myth struct {
	Claim string `json:"claim"`
	Truth string `json:"truth"`
}

// Term is a word of the trade and what it means.
type Term struct {
	Word    string `json:"word"`
	Meaning string `json:"meaning"`
}

// Clone returns a copy that shares nothing with g.
func (g Guide) Clone() Guide {
	g.Companies, g.FAQ = slices.Clone(g.Companies), slices.Clone(g.FAQ)
	g.CloseRoles, g.Myths, g.Glossary = slices.Clone(g.CloseRoles), slices.Clone(g.Myths), slices.Clone(g.Glossary)
	g.Decisions = slices.Clone(g.Decisions)
	for i := range g.Decisions {
		g.Decisions[i].Parts = slices.Clone(g.Decisions[i].Parts)
	}
	for _, text := range g.Texts() {
		text.copy(text)
	}
	return g
}

// numberedList is a list of a version whose entries are known by their number.
type numberedList struct {
	path  string // "guide.myths"
	name  func(n int) Message
	n     int
	texts func(i int) []TextAt
}

// at is the place of an entry, from 0.
func (l numberedList) at(i int) string { return fmt.Sprintf("%s.%d", l.path, i) }

// lists are the numbered lists of the guide, in reading order.
func (g *Guide) lists() []numberedList {
	return []numberedList{
		{DecisionsField, numbered("decision", "Decision"), len(g.Decisions), func(i int) []TextAt { return g.Decisions[i].Texts(i) }},
		{CloseRolesField, numbered("close_role", "Close role"), len(g.CloseRoles), func(i int) []TextAt { return g.CloseRoles[i].Texts(i) }},
		{MythsField, numbered("myth", "Myth"), len(g.Myths), func(i int) []TextAt { return g.Myths[i].Texts(i) }},
		{FAQField, numbered("guide_question", "Guide, question"), len(g.FAQ), func(i int) []TextAt { return g.FAQ[i].Texts(i) }},
		{GlossaryField, numbered("term", "Word"), len(g.Glossary), func(i int) []TextAt { return g.Glossary[i].Texts(i) }},
	}
}

// The numbered lists of a guide.
const (
	DecisionsField  = "guide.decisions"
	CloseRolesField = "guide.close_roles"
	MythsField      = "guide.myths"
	FAQField        = "guide.questions_people_ask"
	GlossaryField   = "guide.glossary"
)

// dropRole takes a role out of the decisions.
func (g *Guide) dropRole(key string) {
	for i := range g.Decisions {
		d := &g.Decisions[i]
		d.Parts = slices.DeleteFunc(slices.Clone(d.Parts), func(r RolePart) bool { return r.Role == key })
	}
}
