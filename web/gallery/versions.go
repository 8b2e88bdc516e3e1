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
	return v
}
