package adminview

import (
	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/web/site"
)

// Dimension is the editor of a dimension.
func Dimension(f Form, key string) templ.Component {
	d, _ := f.Version.Dimension(key)
	f = f.holding(heldTexts(d.Texts()))
	return dimension(f.At(f.Say("admindimensions.dimension"), site.AdminDimensions), d)
}

// DimensionRemoval asks before a dimension is deleted.
func DimensionRemoval(f Form, key string) templ.Component {
	d, _ := f.Version.Dimension(key)
	questions, options := 0, 0
	for _, q := range f.Version.Questions {
		if !q.Loads(key) {
			continue
		}
		questions++
		for _, o := range q.Options {
			if o.Loadings[key] != 0 {
				options++
			}
		}
	}
	loses := []string{
		f.Say("admindimensions.loses_loadings", "n", options, "questions", f.Say("count.questions", "n", questions)),
		f.Say("admindimensions.loses_profile", "roles", f.And(roleNames(f.Version))),
	}
	for _, s := range f.Version.Guide.Companies {
		if s.Pole == key+"+" || s.Pole == key+"-" {
			loses = append(loses, f.Say("admindimensions.loses_advice", "company", s.Name))
		}
	}
	return confirmRemoval(removalPage{
		Form: f.At(f.Say("admindimensions.delete_title"), site.AdminDimensions), Title: f.Say("adminroles.delete_heading", "name", d.Name), Loses: loses,
		To: site.AdminDimensionRemoval(key), Back: site.AdminDimension(key),
	})
}

func roleNames(v *quiz.Version) []string {
	names := make([]string, len(v.Roles))
	for i, r := range v.Roles {
		names[i] = r.Name
	}
	return names
}

// asking is how many questions tell something about a dimension.
func asking(v *quiz.Version, dimension string) int {
	n := 0
	for _, q := range v.Questions {
		if !q.Retired && q.Loads(dimension) {
			n++
		}
	}
	return n
}
