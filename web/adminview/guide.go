package adminview

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
	"whichpm/web/ui"
)

// Guide is the editor of what the guide says about the roles together. What
// was refused is in the version already, where entries have their new numbers.
func Guide(f Form) templ.Component {
	g := f.Version.Guide
	was := wasAsked(f.Values, len(g.Asked))
	f.Values = heldTexts("guide.", &g)
	for _, s := range g.SetUps {
		at := "guide.set_ups." + s.Key
		f.Values.Set(at+".name", s.Name)
		f.Values.Set(at+".pole", s.Pole)
		f.Values.Set(at+".text", s.Text)
	}
	for i, a := range g.Asked {
		f.Values.Set(AskedField(i)+".question", a.Question)
		f.Values.Set(AskedField(i)+".answer", a.Answer)
		f.Values.Set(AskedField(i)+".was", was[i])
	}
	return guide(f.At(f.Say("adminframe.guide"), site.AdminGuide))
}

// ListField names the lists that a form shows as a whole: what of them it does
// not have was taken out.
const ListField = "list"

// wasAsked are the numbers that n questions people ask have as kept, "" for
// one that is not: a refused form shows them without those taken out.
func wasAsked(refused url.Values, n int) []string {
	was := make([]string, 0, n)
	for i := 0; refused.Has(AskedField(i) + ".was"); i++ {
		if !refused.Has(AskedField(i) + ".removal") {
			was = append(was, refused.Get(AskedField(i)+".was"))
		}
	}
	for i := len(was); i < n; i++ {
		number := ""
		if !slices.Contains(refused[ListField], "guide.questions_people_ask") {
			number = strconv.Itoa(i)
		}
		was = append(was, number)
	}
	return was
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
