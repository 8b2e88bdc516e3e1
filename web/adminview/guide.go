package adminview

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// Guide is the editor of what the guide says about the roles together. What
// was refused is in the version already, where entries have their new numbers.
func Guide(f Form) templ.Component {
	g, typed := f.Version.Guide, f.Values
	f.Values = heldTexts(g.Texts())
	for i := range g.Companies {
		c := &g.Companies[i]
		maps.Copy(f.Values, heldTexts(c.Texts()))
		f.Values.Set("guide.set_ups."+c.Key+".pole", c.Pole)
	}
	for i, d := range g.Decisions {
		for _, r := range f.Version.Roles {
			part, at := d.PartOf(r.Key), fmt.Sprintf("%s.%d.parts.%s.", quiz.DecisionsField, i, r.Key)
			f.Values.Set(at+"part", string(part.Part))
			f.Values.Set(at+"text", part.Text)
		}
	}
	for i, c := range g.CloseRoles {
		if c.Between {
			f.Values.Set(fmt.Sprintf("%s.%d.between", quiz.CloseRolesField, i), "on")
		}
	}
	f.holdingEntries(typed, guideLists(f)...)
	return guide(f.At(f.Say("adminframe.guide"), site.AdminGuide))
}

// guideLists are the numbered lists of the guide, in the order of the page.
func guideLists(f Form) []entries {
	g := f.Version.Guide
	named := func(id string) func(int) string {
		return func(n int) string { return f.Say("adminfields."+id+"_number", "number", n) }
	}
	return []entries{
		{
			list: quiz.DecisionsField, heading: f.Say("guidepage.decisions"), hint: f.Say("adminguide.decisions_hint"), add: f.Say("adminguide.add_decision"),
			name: named("decision"), n: len(g.Decisions), texts: func(i int) []quiz.TextAt { return g.Decisions[i].Texts(i)[:1] },
			blank: new(quiz.Decision).Texts(0), rest: decisionParts,
		},
		{
			list: quiz.CloseRolesField, heading: f.Say("guidepage.close_roles"), add: f.Say("adminguide.add_close_role"),
			name: named("close_role"), n: len(g.CloseRoles), texts: func(i int) []quiz.TextAt { return g.CloseRoles[i].Texts(i) },
			blank: new(quiz.CloseRole).Texts(0), rest: betweenBox,
		},
		{
			list: quiz.MythsField, heading: f.Say("guidepage.myths"), add: f.Say("adminguide.add_myth"),
			name: named("myth"), n: len(g.Myths), texts: func(i int) []quiz.TextAt { return g.Myths[i].Texts(i) }, blank: new(quiz.Myth).Texts(0),
		},
		{
			list: quiz.FAQField, heading: f.Say("adminguide.asked"), add: f.Say("adminguide.add_question"),
			name: func(n int) string { return f.Say("question.title", "number", n) }, n: len(g.FAQ),
			texts: func(i int) []quiz.TextAt { return g.FAQ[i].Texts(i) }, blank: new(quiz.FAQ).Texts(0),
		},
		{
			list: quiz.GlossaryField, heading: f.Say("guidepage.glossary"), add: f.Say("adminguide.add_term"),
			name: named("term"), n: len(g.Glossary), texts: func(i int) []quiz.TextAt { return g.Glossary[i].Texts(i) }, blank: new(quiz.Term).Texts(0),
		},
	}
}

// partChoices are the parts a role can have in a decision.
func partChoices(f Form) []ui.Choice {
	var choices []ui.Choice
	for _, part := range slices.Backward(quiz.EveryPart()) {
		choices = append(choices, ui.Choice{Value: string(part), Label: f.Say("guidepage.part_" + string(part))})
	}
	return choices
}

// partNote is the control of what is said beside the part of a role.
func (f Form) partNote(field string, r quiz.Role) ui.FieldProps {
	p := f.spare(field, "guide.decisions.*.parts.*.text", "")
	p.Label = f.Say("adminguide.part_note", "role", r.Name)
	maps.Copy(p.Attributes, written(f.Language, f.Version.Source()))
	return p
}

// poles are the sides of all dimensions.
func poles(v *quiz.Version) []ui.Choice {
	var sides []ui.Choice
	for _, d := range v.Dimensions {
		sides = append(sides,
			ui.Choice{Value: d.Key + "+", Label: d.Name + ": " + d.Positive},
			ui.Choice{Value: d.Key + "-", Label: d.Name + ": " + d.Negative})
	}
	return sides
}

// spare is the control of an entry that is not there yet, under the limit of
// those that are.
func (f Form) spare(field, place, hint string) ui.FieldProps {
	t := quiz.TextFor(place)
	return f.described(ui.FieldProps{
		Name: field, Label: label(f.Language, t), Hint: strings.TrimSpace(hint + " " + f.Say("adminform.most", "most", t.Most)),
	})
}

// guideTexts are what the guide says about the roles together, and what it says
// about itself: to keep in mind, and whom it thanks.
func guideTexts(g quiz.Guide) (together, mind []quiz.TextAt) {
	for _, t := range g.Texts() {
		if t.Form == quiz.Lines || !t.Translated() {
			mind = append(mind, t)
		} else {
			together = append(together, t)
		}
	}
	return together, mind
}
