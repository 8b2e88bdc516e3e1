package adminview

import (
	"fmt"
	"maps"
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
	was := wasFAQ(f.Values, len(g.FAQ))
	f.Values = heldTexts(g.Texts())
	for i := range g.Companies {
		c := &g.Companies[i]
		maps.Copy(f.Values, heldTexts(c.Texts()))
		f.Values.Set("guide.set_ups."+c.Key+".pole", c.Pole)
	}
	for i := range g.FAQ {
		maps.Copy(f.Values, heldTexts(g.FAQ[i].Texts(i)))
		f.Values.Set(FAQField(i)+".was", was[i])
	}
	return guide(f.At(f.Say("adminframe.guide"), site.AdminGuide))
}

// ListField names the lists that a form shows as a whole: what of them it does
// not have was taken out.
const ListField = "list"

// wasFAQ are the numbers that n questions people ask have as kept, "" for
// one that is not: a refused form shows them without those taken out.
func wasFAQ(refused url.Values, n int) []string {
	was := make([]string, 0, n)
	for i := 0; refused.Has(FAQField(i) + ".was"); i++ {
		if !refused.Has(FAQField(i) + ".removal") {
			was = append(was, refused.Get(FAQField(i)+".was"))
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

// FAQField names the nth question people ask, from 0.
func FAQField(n int) string { return fmt.Sprintf("guide.questions_people_ask.%d", n) }

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
