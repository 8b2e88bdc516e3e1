package adminview

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/ui"
)

// Guide is the editor of what the guide says about the roles together. What
// was refused is in the version already, where entries have their new numbers.
func Guide(f Form) templ.Component {
	g := f.Version.Guide
	f.Values = url.Values{
		"guide.working_together": {g.WorkingTogether}, "guide.difference_in_one_line": {g.Difference},
		"guide.level_of_responsibility": {g.Responsibility}, "guide.both_roles": {g.BothRoles},
		"guide.caveats": {joined(g.Caveats)}, "guide.contradictions": {joined(g.Contradictions)}, "guide.credit": {g.Credit},
	}
	for _, s := range g.SetUps {
		at := "guide.set_ups." + s.Key
		f.Values.Set(at+".name", s.Name)
		f.Values.Set(at+".pole", s.Pole)
		f.Values.Set(at+".text", s.Text)
	}
	for i, a := range g.Asked {
		f.Values.Set(AskedField(i)+".question", a.Question)
		f.Values.Set(AskedField(i)+".answer", a.Answer)
	}
	return guide(f.At(f.Say("adminframe.guide"), site.AdminGuide))
}

// AskedField names the nth question people ask, from 0.
func AskedField(n int) string { return fmt.Sprintf("guide.questions_people_ask.%d", n) }

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
	limit := quiz.LimitFor(place)
	limit.Required = false
	return f.described(ui.FieldProps{Name: field, Label: label(f.Language, limit), Hint: strings.TrimSpace(hint + " " + bound(f.Language, limit))})
}
