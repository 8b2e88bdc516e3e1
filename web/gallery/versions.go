package gallery

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// published is the first version as it stands once published.
func published() *quiz.Version {
	v := content.First()
	v.ID = 3
	v.State = quiz.Published
	v.PublishedAt = time.Date(2026, time.May, 4, 9, 0, 0, 0, time.UTC)
	return v
}

// withRoles is a version with n roles, from two to four.
func withRoles(n int) *quiz.Version {
	v := published()
	more := []struct{ key, name, short string }{{"programme_manager", "Programme management", "Programme"}, {"delivery_lead", "Agile delivery leadership", "Delivery"}}
	for _, m := range more[:n-2] {
		r := v.Roles[1]
		r.Key, r.Name, r.Short = m.key, m.name, m.short
		r.Profile = maps.Clone(r.Profile)
		v.Roles = append(v.Roles, r)
	}
	for i := range v.Roles {
		v.Roles[i].Prior = 1 / float64(n)
	}
	return v
}

// sparse is the least a version may hold: nothing is written in its guide.
func sparse() *quiz.Version {
	v := published()
	v.Dimensions = slices.Clone(v.Dimensions[:1])
	v.Questions = slices.Clone(v.Questions[1:2])
	v.Guide = quiz.Guide{}
	for i := range v.Roles {
		v.Roles[i].Content = quiz.RoleContent{}
	}
	return v
}

// unbreakable is a word that no line of a small phone holds.
const unbreakable = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"

// wordy has the longest texts and words an admin may think of.
func wordy() *quiz.Version {
	v := published()
	long := strings.Repeat("a sentence that goes on for longer than anyone would read with pleasure, ", 12)
	v.Title = "Which way of working suits you when everything you do has an unusually long name?"
	for i := range v.Roles {
		r := &v.Roles[i]
		r.Name = fmt.Sprintf("%s of interdepartmental infrastructure", r.Name)
		r.Short = "Donaudampfschifffahrtsgesellschaftskapitän"
		r.Content.Subtitle = "Also called " + unbreakable
		r.Content.Tagline = "You " + long
		r.Content.Summary = "It is " + long
		r.Content.Skills = slices.Repeat([]string{unbreakable}, 12)
	}
	v.Roles[1].Name = unbreakable
	for i := range v.Dimensions {
		v.Dimensions[i].Name = fmt.Sprintf("%s%d", unbreakable, i+1) // no two have the same
	}
	v.Dimensions[0].Positive = "Setting direction " + long
	v.Dimensions[0].Negative = unbreakable
	v.Guide.WorkingTogether = strings.Repeat(long, 3)
	wordyGuide(v)
	return v
}

// wordyGuide fills the lists of the guide with as long texts as they take.
func wordyGuide(v *quiz.Version) {
	line := fmt.Sprintf("%s and %s", unbreakable[:50], strings.TrimSpace(strings.Repeat("more of it ", 6)))
	for i := range v.Roles {
		c := &v.Roles[i].Content
		c.Hours = slices.Repeat([]quiz.Hours{{Text: line, Hours: .25}}, quiz.MaxListed)
		c.Pay = []quiz.Pay{{Where: unbreakable, Year: 2024, Figure: line, Measure: unbreakable, Source: strings.Repeat(line, 2)}}
		c.Ladder, c.Tools = slices.Repeat([]string{line}, quiz.MaxLines), unbreakable
	}
	for i := range v.Guide.Decisions {
		d := &v.Guide.Decisions[i]
		d.Decision = line
		for j := range d.Parts {
			d.Parts[j].Text = unbreakable
		}
	}
	v.Guide.CloseRoles[0] = quiz.CloseRole{Name: unbreakable, Text: strings.Repeat(line, 3)}
	v.Guide.Myths[0] = quiz.Myth{Claim: line, Truth: strings.Repeat(line, 6)}
	v.Guide.Glossary[0] = quiz.Term{Word: unbreakable, Meaning: strings.Repeat(line, 3)}
	v.Guide.Sources = append(v.Guide.Sources, unbreakable)
}

// rightToLeft is a quiz in a language that runs from right to left, for which
// there are no pages.
func rightToLeft() *quiz.Version {
	v := published()
	v.Language, v.Translations = "ar", nil
	v.Roles[0].Name, v.Roles[0].Short = "إدارة المنتج", "المنتج"
	v.Roles[1].Name, v.Roles[1].Short = "إدارة المشروع", "المشروع"
	for i := range v.Roles {
		c := &v.Roles[i].Content
		c.Tagline, c.Summary = "تسأل عما يستحق أن يصنع", "عمل يبدأ بفكرة ولا ينتهي."
		for j := range c.Hours {
			c.Hours[j].Text = "عمل في الصباح"
		}
	}
	for i := range v.Guide.Decisions {
		d := &v.Guide.Decisions[i]
		d.Decision = "ما الذي يأتي بعد ذلك"
		for j := range d.Parts {
			d.Parts[j].Text = "مع الفريق"
		}
	}
	return v
}
